package org.jibao.cli.page;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jibao.finding.Text;
import org.jibao.status.HistoryReport;
import org.jibao.status.HistoryReport.CellChange;
import org.jibao.status.HistoryReport.Changes;
import org.jibao.status.HistoryReport.DecisionLine;
import org.jibao.status.HistoryReport.EntryChange;
import org.jibao.status.HistoryReport.OfPeriod;
import org.jibao.status.HistoryReport.SubmissionLine;
import org.jibao.support.Json;
import org.jspecify.annotations.Nullable;

/** A unit's history for a program; times in UTC, labels in both languages. */
public final class HistoryJson {

    private HistoryJson() {}

    public static String of(HistoryReport report, MailLines mails) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("job", report.job());
        object.put("unit", report.unit().code());
        object.put("name", report.unit().name());
        object.put("as_of", report.asOf().toString());
        object.put(
                "periods",
                report.periods().stream()
                        .map(period -> period(period, report.unit().code(), mails))
                        .toList());
        return Json.of(object) + "\n";
    }

    private static Map<String, @Nullable Object> period(OfPeriod period, String unit, MailLines mails) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("period", period.period().code());
        object.put(
                "submissions",
                period.submissions().stream()
                        .map(line -> submission(line, mails.file(line.file(), unit)))
                        .toList());
        object.put(
                "decisions",
                period.decisions().stream().map(HistoryJson::decision).toList());
        object.put(
                "changes", period.changes().stream().map(HistoryJson::changes).toList());
        return object;
    }

    private static Map<String, @Nullable Object> submission(
            SubmissionLine line, @Nullable Map<String, @Nullable Object> mail) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("number", line.number());
        object.put("revision", line.revision());
        object.put("file", line.file());
        object.put("received_at", line.receivedAt().toString());
        object.put("verdict", line.verdict());
        object.put("standing", line.standing());
        object.put("other", line.other());
        if (mail != null) {
            object.put("mail", mail);
        }
        return object;
    }

    private static Map<String, @Nullable Object> decision(DecisionLine line) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("kind", line.kind());
        object.put("submission", line.submission());
        object.put("code", line.code());
        object.put("place", line.place().toString());
        object.put("reason", line.reason());
        object.put("by", line.by());
        object.put("account", line.account());
        object.put("machine", line.machine());
        object.put("at", line.at().toString());
        return object;
    }

    private static Map<String, @Nullable Object> changes(Changes changes) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("from", changes.from());
        object.put("to", changes.to());
        object.put("cells", changes.cells().stream().map(HistoryJson::cell).toList());
        object.put("entries", changes.entries().stream().map(HistoryJson::entry).toList());
        object.put("entries_not_listed", changes.more());
        return object;
    }

    private static Map<String, @Nullable Object> cell(CellChange cell) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("form", words(cell.form()));
        object.put("row", words(cell.row()));
        object.put("column", words(cell.column()));
        object.put("cell", cell.place().toString());
        object.put("before", cell.before());
        object.put("after", cell.after());
        return object;
    }

    private static Map<String, @Nullable Object> entry(EntryChange entry) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("form", words(entry.form()));
        object.put("change", entry.kind().name().toLowerCase(Locale.ROOT));
        object.put("key", entry.key());
        object.put("cell", entry.place().toString());
        object.put(
                "fields",
                entry.fields().stream()
                        .map(field -> {
                            Map<String, @Nullable Object> one = new LinkedHashMap<>();
                            one.put("field", words(field.field()));
                            one.put("before", words(field.before()));
                            one.put("after", words(field.after()));
                            return one;
                        })
                        .toList());
        return object;
    }

    private static Map<String, @Nullable Object> words(Text text) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("zh", text.zh());
        object.put("en", text.en());
        return object;
    }
}
