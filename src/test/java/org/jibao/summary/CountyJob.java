package org.jibao.summary;

import com.google.re2j.Pattern;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.DueRule;
import org.jibao.calendar.PeriodKind;
import org.jibao.definition.DeliveryDefinition;
import org.jibao.definition.FileLimits;
import org.jibao.definition.FileNamePattern;
import org.jibao.definition.JobContents;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.MetricDefinition;
import org.jibao.definition.Roster;
import org.jibao.definition.SummaryDefinition;
import org.jibao.finding.Text;

/** The made-up county's job: what a job folder would say. */
final class CountyJob {
    private CountyJob() {}

    static JobDefinition job() {
        return job(
                new Text("政务公开季度报表", "Quarterly Return on Government Information Disclosure"), CountySummary.summary());
    }

    static JobDefinition job(Text title, SummaryDefinition summary) {
        return new JobDefinition(
                "quarterly-disclosure",
                Path.of("jobs/quarterly-disclosure"),
                title,
                "2024",
                PeriodKind.QUARTER,
                new DueRule(10, DueRule.Shift.NEXT_WORKING_DAY),
                60,
                ZoneId.of("Asia/Shanghai"),
                "0 30 1 * * *",
                new FileNamePattern(Pattern.compile("(?<unit>.*)")),
                FileLimits.STANDARD,
                DeliveryDefinition.NONE,
                Map.of(),
                List.of(),
                new Roster(List.of()),
                () -> new JobContents(List.of(), List.of(), List.of(metric()), List.of(), summary),
                job -> false,
                "5e3a".repeat(16),
                "");
    }

    private static MetricDefinition metric() {
        return new MetricDefinition(
                "responses",
                new Text("互动回应", "Responses"),
                List.of("unit"),
                List.of(
                        new MetricDefinition.Measure(
                                "in_time_rate",
                                new Text("按时答复率", "Answered in time"),
                                Text.same("%"),
                                new Text(
                                        "期限内（含依法延期）答复的件数",
                                        "cases answered within the limit, lawful extension included"),
                                new Text("本期应答复的件数", "cases due in the period"),
                                new Text(
                                        "未到期、等待补正和撤回的不计入分母，另行列出。",
                                        "Not yet due, waiting for a correction and withdrawn are left out and shown apart.")),
                        new MetricDefinition.Measure(
                                "received",
                                new Text("收到诉求", "Cases received"),
                                new Text("件", "cases"),
                                Text.same(""),
                                Text.same(""),
                                new Text("留言、咨询、热线、信访投诉之和。", "Messages, enquiries, hotline calls and complaints."))),
                "SELECT 1");
    }
}
