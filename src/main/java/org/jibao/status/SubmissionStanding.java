package org.jibao.status;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One submission and where it stands.
 *
 * @param number by which officers name it
 * @param standing as {@code intake.standing_at} says it, such as {@code counted}
 */
public record SubmissionStanding(
        long number,
        String file,
        @Nullable String unit,
        @Nullable String period,
        long revision,
        String standing) {

    public static SubmissionStanding of(List<@Nullable Object> row) {
        return new SubmissionStanding(
                (Long) java.util.Objects.requireNonNull(row.get(0)),
                String.valueOf(row.get(1)),
                (String) row.get(2),
                (String) row.get(3),
                row.get(4) instanceof Long revision ? revision : 0,
                String.valueOf(row.get(5)));
    }
}
