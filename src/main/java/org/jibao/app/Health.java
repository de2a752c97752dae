package org.jibao.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jibao.delivery.AtomicFiles;
import org.jibao.finding.Text;
import org.jibao.run.ledger.RunRecord;
import org.jibao.status.RunsReport;
import org.jibao.support.Json;
import org.jspecify.annotations.Nullable;

/**
 * {@code <store>.<job>.health.json}, for a monitor: how the last run went and by when the next one must have begun, so that a
 * run that does not happen is seen too.
 */
final class Health {

    private Health() {}

    static Path beside(Path store, String job) {
        return store.resolveSibling(store.getFileName() + "." + job + ".health.json");
    }

    static void write(Path store, RunsReport report) throws IOException {
        Path file = beside(store.toAbsolutePath(), report.job());
        String json = Json.of(of(report)) + "\n";
        AtomicFiles outbox = AtomicFiles.open(Objects.requireNonNull(file.getParent()));
        String name = file.getFileName().toString();
        outbox.write(name, draft -> Files.writeString(draft, json));
        outbox.deliver(name);
    }

    static Map<String, @Nullable Object> of(RunsReport report) {
        Map<String, @Nullable Object> health = new LinkedHashMap<>();
        health.put("healthy", report.healthy());
        health.put("job", report.job());
        if (report.lastWork().isPresent()) {
            RunRecord last = report.lastWork().get();
            health.put("last_run", last.id());
            health.put("last_command", last.command());
            health.put("last_state", last.state().name().toLowerCase(java.util.Locale.ROOT));
            health.put("last_begun_at", last.begunAt());
            health.put("last_ended_at", last.endedAt());
            health.put(
                    "failure_zh", last.failure() == null ? null : last.failure().zh());
            health.put(
                    "failure_en", last.failure() == null ? null : last.failure().en());
        }
        health.put("alarms", report.alarms().stream().map(Text::en).toList());
        health.put("missed", report.missed());
        health.put("undelivered", report.waiting().size());
        health.put("next_run_due_at", report.next());
        return health;
    }
}
