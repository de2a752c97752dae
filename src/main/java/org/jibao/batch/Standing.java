package org.jibao.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One submission and where it stands.
 *
 * @param number by which officers name it
 * @param standing as {@code intake.standing_at} says it, such as {@code counted}
 */
record Standing(
        long number,
        String file,
        @Nullable String unit,
        @Nullable String period,
        long revision,
        String standing) {

    static Standing of(List<@Nullable Object> row) {
        return new Standing(
                (Long) java.util.Objects.requireNonNull(row.get(0)),
                String.valueOf(row.get(1)),
                (String) row.get(2),
                (String) row.get(3),
                row.get(4) instanceof Long revision ? revision : 0,
                String.valueOf(row.get(5)));
    }
}
