package org.jibao.testkit;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.DueRule;
import org.jibao.calendar.PeriodCalendar;
import org.jibao.definition.DeliveryDefinition;
import org.jibao.definition.FileLimits;
import org.jibao.definition.FileNamePattern;
import org.jibao.definition.JobContents;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.ReceiptDefinition;
import org.jibao.definition.Roster;
import org.jibao.definition.Unit;
import org.jibao.finding.Text;

/** A job without forms, for what only its periods, names and units decide. */
public final class PlainJob {

    private PlainJob() {}

    /** @param units codes, which are the names as well */
    public static JobDefinition of(PeriodCalendar periods, FileNamePattern names, List<String> units) {
        List<Unit> roster = units.stream()
                .map(code -> new Unit(code, code, "unit", null, List.of(), null, null, List.of()))
                .toList();
        return new JobDefinition(
                "plain",
                Path.of("jobs/plain"),
                List.of(org.jibao.finding.Language.values()),
                Text.same("plain"),
                "1",
                periods,
                new DueRule(1, DueRule.Shift.NONE),
                30,
                ZoneId.of("Asia/Shanghai"),
                "0 0 1 * * *",
                names,
                FileLimits.STANDARD,
                DeliveryDefinition.NONE,
                ReceiptDefinition.USUAL,
                Map.of("unit", Text.same("Units")),
                List.of("unit"),
                new Roster(roster),
                () -> JobContents.NONE,
                word -> false,
                "digest",
                "fingerprint");
    }
}
