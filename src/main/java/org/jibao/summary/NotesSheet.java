package org.jibao.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jibao.definition.MetricDefinition;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.finding.Text;
import org.jibao.summary.sheet.SheetPlan;

/** How to read the tables, the notes to them, and what every measure means. */
final class NotesSheet {
    private static final List<List<Text>> SIGNS = List.of(
            List.of(Text.same("—"), Words.MISSING_MEANING),
            List.of(Words.ARROWS, Words.ARROWS_MEANING),
            List.of(Words.COVERAGE_SIGN, Words.COVERAGE_MEANING),
            List.of(Words.RATE_SIGN, Words.RATE_MEANING));
    private static final List<Integer> WIDTHS = List.of(130, 170, 70, 200, 200, 340);

    private NotesSheet() {}

    static SheetPlan plan(Context context, Sheet sheet) {
        Draft draft = new Draft(context.sheetName(sheet), WIDTHS, false);
        Titles.add(draft, context, sheet);
        TablePart tables = new TablePart(context, draft);
        Listing listing = new Listing(context, draft);
        listing.add(Words.READING, Words.SIGN, Words.MEANING, signs(context));
        draft.gap(14);
        if (!context.notes().isEmpty()) {
            listing.add(Words.TABLE_NOTES, Words.NUMBER, Words.DEFINITION, notes(context));
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
                        context.speech().say(Words.NOTE, number) + " "
                                + context.table(id).title(),
                        Objects.requireNonNullElse(context.table(id).note(), ""))));
        return rows;
    }

    private static ShownTable definitions(Context context) {
        Speech speech = context.speech();
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
        ShownTable table = TextTable.of(
                "definitions",
                speech.say(Words.DEFINITIONS),
                List.of(
                        speech.say(Words.GROUP),
                        speech.say(Words.MEASURE),
                        speech.say(Words.UNIT),
                        speech.say(Words.NUMERATOR),
                        speech.say(Words.DENOMINATOR),
                        speech.say(Words.DEFINITION)),
                rows);
        return new ShownTable(
                table.id(), table.title(), null, speech.say(Words.NO_DEFINITIONS), table.columns(), -1, table.rows());
    }
}
