package org.jibao.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jibao.definition.MetricDefinition;
import org.jibao.definition.SummaryDefinition.Estimates;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.metrics.MetricTable;
import org.jibao.workbook.Display;
import org.jibao.workbook.SheetPlan;

/** How to read the tables, the notes to them, and what every measure means. */
public final class NotesSheet {
    private static final List<Integer> WIDTHS = List.of(130, 170, 70, 200, 200, 340);

    private static final String SAMPLE = "m/n";

    private NotesSheet() {}

    static SheetPlan plan(Context context, Sheet sheet) {
        SheetBuilder draft = new SheetBuilder(context.sheetName(sheet), WIDTHS, false);
        Titles.add(draft, context, sheet);
        TablePart tables = new TablePart(context, draft);
        Listing listing = new Listing(context, draft);
        Localizer speech = context.speech();
        listing.add(speech.word("notes.reading"), signs(context));
        draft.gap(14);
        if (!context.notes().isEmpty()) {
            listing.add(speech.word("notes.tables"), notes(context));
            draft.gap(14);
        }
        int header = tables.add(definitions(context));
        return draft.plan(Optional.of(header), 0, 0, false);
    }

    public static List<List<String>> signs(Context context) {
        Localizer speech = context.speech();
        String coverage = coverage(context);
        String[] counted = coverage.split("/", 2);
        List<List<String>> rows = new ArrayList<>(List.of(
                List.of(Display.MISSING, speech.word("notes.missing")),
                List.of("▲ ▼", speech.word("notes.arrows")),
                List.of(coverage, speech.word("notes.coverage", counted[0], counted[1])),
                List.of(speech.word("notes.rates"), speech.word("notes.rates-meaning"))));
        if (!context.request().job().figures().isEmpty()) {
            rows.add(List.of(speech.word("notes.alike"), speech.word("notes.alike-meaning")));
            if (context.definition().estimates() == Estimates.ON) {
                rows.add(List.of(speech.word("notes.estimates"), speech.word("notes.estimates-meaning")));
            }
        }
        return rows;
    }

    /** Of this summary, as its cover says it; a made-up one where the job has no such table. */
    private static String coverage(Context context) {
        MetricTable coverage = context.request().tables().get("coverage");
        int column = coverage == null ? -1 : coverage.columns().indexOf("coverage");
        if (coverage == null || column < 0 || coverage.rows().isEmpty()) {
            return SAMPLE;
        }
        String first = String.valueOf(coverage.rows().get(0).get(column));
        return first.matches("\\d{1,9}/\\d{1,9}") ? first : SAMPLE;
    }

    public static List<List<String>> notes(Context context) {
        List<List<String>> rows = new ArrayList<>();
        context.notes()
                .forEach((id, number) -> rows.add(List.of(
                        context.speech().word("table.note", number) + " "
                                + context.table(id).title(),
                        Objects.requireNonNullElse(context.table(id).note(), ""))));
        return rows;
    }

    public static ShownTable definitions(Context context) {
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
                speech.word("notes.definitions"),
                List.of(
                        speech.word("notes.group"),
                        speech.word("notes.measure"),
                        speech.word("notes.unit"),
                        speech.word("notes.numerator"),
                        speech.word("notes.denominator"),
                        speech.word("notes.definition")),
                rows);
        return new ShownTable(
                table.id(),
                table.title(),
                null,
                speech.word("notes.no-definitions"),
                table.columns(),
                -1,
                table.rows());
    }
}
