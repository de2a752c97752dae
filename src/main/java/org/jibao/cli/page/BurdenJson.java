package org.jibao.cli.page;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jibao.burden.BurdenReport;
import org.jibao.burden.BurdenReport.Asked;
import org.jibao.burden.BurdenReport.Cell;
import org.jibao.burden.BurdenReport.JobLine;
import org.jibao.burden.BurdenReport.KindLine;
import org.jibao.burden.BurdenReport.Line;
import org.jibao.finding.Text;
import org.jibao.support.Json;
import org.jspecify.annotations.Nullable;

/** A burden report for a program; labels in both languages, all cells. */
public final class BurdenJson {

    private BurdenJson() {}

    public static String of(BurdenReport report) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("as_of", report.asOf().toString());
        object.put("periods", report.periods());
        object.put("jobs", report.jobs().stream().map(BurdenJson::job).toList());
        object.put("left_out", report.leftOut());
        object.put("not_compared", report.unmatched());
        object.put("cells", report.lines().stream().map(BurdenJson::line).toList());
        object.put("kinds", report.kinds().stream().map(BurdenJson::kind).toList());
        object.put("kinds_all", report.totals().stream().map(BurdenJson::kind).toList());
        return Json.of(object) + "\n";
    }

    private static Map<String, @Nullable Object> job(JobLine job) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("job", job.job());
        object.put("returns", job.returns());
        object.put("units", job.units());
        object.put("periods", job.periods());
        return object;
    }

    private static Map<String, @Nullable Object> line(Line line) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("category", word(line.category()));
        object.put("basis", word(line.basis()));
        object.put("cell", cell(line.cell()));
        Cell other = line.other();
        object.put("other", other == null ? null : cell(other));
        object.put("rule", line.rule());
        Text by = line.by();
        object.put("by", by == null ? null : words(by));
        object.put("blank_return", word(line.filling()));
        object.put("holds", line.holds());
        object.put("of", line.of());
        object.put("periods", line.periods());
        return object;
    }

    private static Map<String, @Nullable Object> cell(Cell cell) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("job", cell.job());
        object.put("id", cell.id());
        object.put("form", words(cell.form()));
        object.put("row", words(cell.row()));
        object.put("column", words(cell.column()));
        return object;
    }

    private static Map<String, @Nullable Object> kind(KindLine line) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("kind", line.kind());
        object.put("job", line.job().isEmpty() ? null : line.job());
        object.put("units", line.units());
        Asked period = line.everyPeriod();
        object.put("period", period == null ? null : asked(period));
        object.put("year", asked(line.year()));
        object.put("table_columns", line.columns());
        return object;
    }

    private static Map<String, @Nullable Object> asked(Asked asked) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("cells", asked.cells());
        object.put("prefilled", asked.brought());
        object.put("computed", asked.computed());
        object.put("locked", asked.locked());
        object.put("by_hand", asked.byHand());
        return object;
    }

    private static Map<String, @Nullable Object> words(Text text) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("zh", text.zh());
        object.put("en", text.en());
        return object;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
