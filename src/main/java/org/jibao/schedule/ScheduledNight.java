package org.jibao.schedule;

import java.time.ZoneId;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Text;
import org.jibao.run.UnusableArgument;

/**
 * A job and its times, to be handed to another scheduler.
 *
 * @param expression cron with seconds, in {@code zone}
 */
public record ScheduledNight(String job, String expression, ZoneId zone) {

    public static ScheduledNight of(JobDefinition job) {
        return new ScheduledNight(job.id(), job.schedule(), job.zone());
    }

    CronFields fields() {
        return CronFields.of(expression);
    }

    /** That the other scheduler cannot be told exactly this. */
    UnusableArgument untranslatable(String scheduler, Text why) {
        return new UnusableArgument(new Text(
                "任务 %s 的时间表“%s”无法准确写成 %s 的形式：%s。请改用 jibao schedule 或 --print-systemd，或修改 job.yaml 里的 schedule"
                        .formatted(job, expression, scheduler, why.zh()),
                "the schedule \"%s\" of the job %s cannot be said exactly to %s: %s. Use jibao schedule or --print-systemd, or change schedule: in job.yaml"
                        .formatted(expression, job, scheduler, why.en())));
    }
}
