package org.jibao.status;

import org.jibao.store.Row;
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

    public static SubmissionStanding of(Row row) {
        return new SubmissionStanding(
                row.count("id"),
                row.text("file"),
                row.textOrNull("unit"),
                row.textOrNull("period"),
                row.countOr("revision", 0),
                row.text("standing"));
    }
}
