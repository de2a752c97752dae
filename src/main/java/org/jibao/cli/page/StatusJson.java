package org.jibao.cli.page;

import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jibao.run.Approvals.Approval;
import org.jibao.status.ChaseList;
import org.jibao.status.HeldQuery.HeldFile;
import org.jibao.status.ReplacementQuery.Replacement;
import org.jibao.status.StatusReport;
import org.jibao.status.StatusReport.State;
import org.jibao.support.Json;
import org.jspecify.annotations.Nullable;

/** The status of a period for a program: counts, units and rejected files; times in UTC. */
public final class StatusJson {

    private StatusJson() {}

    /** @param mails what came by mail and was answered, or null */
    public static String of(StatusReport report, Optional<ZonedDateTime> next, @Nullable Map<String, Object> mails) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("job", report.job());
        object.put("period", report.period().code());
        object.put("as_of", report.asOf().toString());
        object.put("due", report.due().toString());
        object.put("days_left", report.chase().deadline().days());
        object.put("working_days_left", report.chase().deadline().workingDays());
        object.put("closes", report.chase().deadline().closes().toString());
        object.put(
                "next_run_due_at", next.map(time -> time.toInstant().toString()).orElse(null));
        object.put("expected", report.expected());
        object.put("received", report.received());
        for (State state : State.values()) {
            object.put(key(state), report.count(state));
        }
        object.put("files", files(report.files()));
        object.put("units", report.units().stream().map(StatusJson::unit).toList());
        object.put(
                "chase", report.chase().lines().stream().map(StatusJson::owing).toList());
        object.put(
                "rejected", report.rejected().stream().map(StatusJson::rejected).toList());
        object.put("held", report.held().stream().map(StatusJson::held).toList());
        object.put(
                "replaced",
                report.replacements().stream().map(StatusJson::replaced).toList());
        object.put(
                "in_time_by_replaced",
                report.inTimeByReplaced().stream().map(StatusJson::replaced).toList());
        object.putAll(OpenJson.of(report.open()));
        if (!report.packages().isEmpty()) {
            object.put(
                    "packages",
                    report.packages().stream().map(StatusJson::handedOn).toList());
        }
        Approval approval = report.approval();
        if (approval != null) {
            object.put("approval", approval(approval));
        }
        if (mails != null) {
            object.put("mail", mails);
        }
        return Json.of(object) + "\n";
    }

    private static Map<String, @Nullable Object> handedOn(StatusReport.PackageLine line) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("office", line.office());
        object.put("name", line.name());
        object.put("taken", line.taken());
        object.put("as_of", line.asOf() == null ? null : line.asOf().toString());
        object.put("approved_by", line.approvedBy());
        return object;
    }

    private static Map<String, @Nullable Object> approval(Approval approval) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("by", approval.by());
        object.put("at", approval.at().toString());
        object.put("stands", approval.stands());
        return object;
    }

    private static Map<String, @Nullable Object> unit(StatusReport.UnitLine unit) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("code", unit.code());
        object.put("name", unit.name());
        object.put("kind", unit.kind());
        object.put("state", word(unit.state()));
        object.put("file", unit.file());
        object.put(
                "received_at",
                unit.receivedAt() == null ? null : unit.receivedAt().toString());
        object.put("revision", unit.revision());
        object.put("revisions", unit.revisions());
        object.put("errors", unit.errors());
        object.put("warnings", unit.warnings());
        return object;
    }

    /** One that still owes a return; the most urgent one comes first. */
    private static Map<String, @Nullable Object> owing(ChaseList.Line line) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("code", line.code());
        object.put("name", line.name());
        object.put("state", line.state().name().toLowerCase(Locale.ROOT));
        object.put("contact", line.contact().name());
        object.put("phone", line.contact().phone());
        object.put("email", line.contact().email());
        object.put("errors", line.errors());
        object.put("periods_before", line.history().periods());
        object.put("late_before", line.history().late());
        object.put("missing_before", line.history().missing());
        return object;
    }

    private static Map<String, @Nullable Object> rejected(StatusReport.RejectedFile file) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("file", file.file());
        object.put("received_at", file.receivedAt().toString());
        object.put("reason", file.reason());
        object.put("unit", file.unit());
        return object;
    }

    private static Map<String, @Nullable Object> held(HeldFile file) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("submission", file.number());
        object.put("file", file.file());
        object.put("received_at", file.receivedAt().toString());
        object.put("unit", file.unit());
        object.put("proved", file.proved());
        object.put("sender", file.sender());
        object.put("why", file.why().en());
        return object;
    }

    private static Map<String, @Nullable Object> replaced(Replacement one) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("unit", one.unit());
        object.put("older", one.older());
        object.put("older_file", one.olderFile());
        object.put("older_received_at", one.olderAt().toString());
        object.put("newer", one.newer());
        object.put("newer_file", one.newerFile());
        object.put("newer_received_at", one.newerAt().toString());
        object.put("cells", one.cells());
        object.put("cells_changed", one.changed());
        return object;
    }

    private static Map<String, @Nullable Object> files(StatusReport.Files files) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("received", files.received());
        object.put("counted", files.counted());
        object.put("superseded", files.superseded());
        object.put("returned", files.returned());
        object.put("rejected", files.rejected());
        object.put("rejected_without_unit", files.rejectedWithoutUnit());
        object.put("after_close", files.afterClose());
        object.put("withdrawn", files.withdrawn());
        object.put("duplicates", files.duplicates());
        object.put("held", files.held());
        return object;
    }

    /** The files that were rejected are listed under {@code rejected}; how many units are, stands under another key. */
    private static String key(State state) {
        return state == State.REJECTED || state == State.HELD ? word(state) + "_units" : word(state);
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
