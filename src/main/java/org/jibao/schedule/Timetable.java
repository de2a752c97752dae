package org.jibao.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/** When a job is to run: its cron expression, in its time zone. */
final class Timetable {

    /** An expression such as "29 February" comes true within eight years, or never. */
    private static final Duration FURTHEST = Duration.ofDays(9 * 366);

    private final CronExpression expression;
    private final ZoneId zone;

    /** @param expression with seconds, as in {@code job.yaml} */
    Timetable(String expression, ZoneId zone) {
        this.expression = CronExpression.parse(expression);
        this.zone = zone;
    }

    ZoneId zone() {
        return zone;
    }

    /** The first time after a moment. */
    Optional<Instant> next(Instant after) {
        return Optional.ofNullable(expression.next(after.atZone(zone))).map(ZonedDateTime::toInstant);
    }

    /** The last time up to a moment, the moment included. Looks back ever further, as expressions only know what comes. */
    Optional<Instant> last(Instant now) {
        for (Duration back = Duration.ofMinutes(1); back.compareTo(FURTHEST) < 0; back = back.multipliedBy(8)) {
            Optional<Instant> time = next(now.minus(back));
            if (time.isPresent() && !time.get().isAfter(now)) {
                return Optional.of(lastFrom(time.get(), now));
            }
        }
        return Optional.empty();
    }

    private Instant lastFrom(Instant first, Instant now) {
        Instant last = first;
        Optional<Instant> following = next(first);
        while (following.isPresent() && !following.get().isAfter(now)) {
            last = following.get();
            following = next(last);
        }
        return last;
    }
}
