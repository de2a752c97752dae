package org.jibao.schedule;

import java.time.ZoneId;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.run.UnusableArgument;

/**
 * A job and its times, to be handed to another scheduler.
 *
 * @param expression cron with seconds, in {@code zone}
 */
public record ScheduledNight(String job, String expression, ZoneId zone) {
    private static final Wording WORDS = Wording.of(ScheduledNight.class);

    public static ScheduledNight of(JobDefinition job) {
        return new ScheduledNight(job.id(), job.schedule(), job.zone());
    }

    CronFields fields() {
        return CronFields.of(expression);
    }

    /** That the other scheduler cannot be told exactly this. */
    UnusableArgument untranslatable(String scheduler, Text why) {
        return new UnusableArgument(WORDS.text("night.untranslatable", expression, job, scheduler, why));
    }
}
