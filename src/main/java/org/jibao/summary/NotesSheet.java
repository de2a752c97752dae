package org.jibao.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jibao.definition.MetricDefinition;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.finding.Text;
import org.jibao.workbook.SheetPlan;

/** How to read the tables, the notes to them, and what every measure means. */
final class NotesSheet {
    private static final List<List<Text>> SIGNS = List.of(
            List.of(Text.same("—"), SummaryWords.MISSING_MEANING),
            List.of(SummaryWords.ARROWS, SummaryWords.ARROWS_MEANING),
            List.of(SummaryWords.COVERAGE_SIGN, SummaryWords.COVERAGE_MEANING),
            List.of(SummaryWords.RATE_SIGN, SummaryWords.RATE_MEANING));
    private static final List<Integer> WIDTHS = List.of(130, 170, 70, 200, 200, 340);

    private NotesSheet() {}

    static SheetPlan plan(Context context, Sheet sheet) {
        SheetBuilder draft = new SheetBuilder(context.sheetName(sheet), WIDTHS, false);
        Titles.add(draft, context, sheet);
        TablePart tables = new TablePart(context, draft);
        Listing listing = new Listing(context, draft);
        listing.add(SummaryWords.READING, SummaryWords.SIGN, SummaryWords.MEANING, signs(context));
        draft.gap(14);
        if (!context.notes().isEmpty()) {
            listing.add(SummaryWords.TABLE_NOTES, SummaryWords.NUMBER, SummaryWords.DEFINITION, notes(context));
            draft.gap(14);
        }
        int header = tables.add(definitions(context));
        return draft.plan(Optional.of(header), 0, 0, false);
    }

    private static List<List<String>> signs(Context context) {
        return SIGNS.stream()
                .map(row -> row.stream().map(context.speech()::say).toList())
                .toList();
    }

    private static List<List<String>> notes(Context context) {
        List<List<String>> rows = new ArrayList<>();
        context.notes()
                .forEach((id, number) -> rows.add(List.of(
                        context.speech().say(SummaryWords.NOTE, number) + " "
                                + context.table(id).title(),
                        Objects.requireNonNullElse(context.table(id).note(), ""))));
        return rows;
    }

    private static ShownTable definitions(Context context) {
        Localizer speech = context.speech();
        List<List<String>> rows = new ArrayList<>();
        for (MetricDefinition metric : context.request().job().metrics()) {
            for (MetricDefinition.Measure measure : metric.columns()) {
                rows.add(List.of(
                        speech.say(metric.title()),
                        speech.say(measure.label()),
                        speech.say(measure.unit()),
                        speech.say(measure.numerator()),
                        speech.say(measure.denominator()),
                        speech.say(measure.note())));
            }
        }
        ShownTable table = WordTable.of(
                "definitions",
                speech.say(SummaryWords.DEFINITIONS),
                List.of(
                        speech.say(SummaryWords.GROUP),
                        speech.say(SummaryWords.MEASURE),
                        speech.say(SummaryWords.UNIT),
                        speech.say(SummaryWords.NUMERATOR),
                        speech.say(SummaryWords.DENOMINATOR),
                        speech.say(SummaryWords.DEFINITION)),
                rows);
        return new ShownTable(
                table.id(),
                table.title(),
                null,
                speech.say(SummaryWords.NO_DEFINITIONS),
                table.columns(),
                -1,
                table.rows());
    }
}
