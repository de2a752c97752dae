package org.jibao.cli.page;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jibao.delivery.OutgoingItem;
import org.jibao.finding.Text;
import org.jibao.run.ledger.RunRecord;
import org.jibao.status.RunsQuery.RunsReport;
import org.jibao.support.Json;
import org.jspecify.annotations.Nullable;

/** The ledger of runs for a program; times in UTC. */
public final class RunsJson {

    private RunsJson() {}

    public static String of(RunsReport report) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("job", report.job());
        object.put("at", report.at());
        object.put("healthy", report.healthy());
        object.put("next_run_due_at", report.next());
        object.put("missed", report.missed());
        object.put("alarms_zh", report.alarms().stream().map(Text::zh).toList());
        object.put("alarms_en", report.alarms().stream().map(Text::en).toList());
        object.put("runs", report.runs().stream().map(RunsJson::run).toList());
        object.put("waiting", report.waiting().stream().map(RunsJson::waiting).toList());
        return Json.of(object) + "\n";
    }

    private static Map<String, @Nullable Object> run(RunRecord run) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("run", run.id());
        object.put("command", run.command());
        object.put("state", run.state().name().toLowerCase(Locale.ROOT));
        object.put("begun_at", run.begunAt());
        object.put("ended_at", run.endedAt());
        object.put("as_of", run.asOf());
        object.put("failure_zh", run.failure() == null ? null : run.failure().zh());
        object.put("failure_en", run.failure() == null ? null : run.failure().en());
        object.put("verdicts", run.verdicts());
        object.put("published", run.published());
        object.put("sent", run.sent());
        object.put("undelivered", run.undelivered());
        object.put("stages", run.stages());
        object.put("peak_mebibytes", run.peakMebibytes());
        return object;
    }

    private static Map<String, @Nullable Object> waiting(OutgoingItem item) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("id", item.id());
        object.put("period", item.period());
        object.put("audience", item.audience());
        object.put("to", item.to());
        object.put("queued_at", item.queuedAt());
        object.put("attempts", item.attempts());
        object.put("next_try_at", item.nextTryAt());
        object.put("why_zh", item.why() == null ? null : item.why().zh());
        object.put("why_en", item.why() == null ? null : item.why().en());
        return object;
    }
}
