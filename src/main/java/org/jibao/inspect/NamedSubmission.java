package org.jibao.inspect;

import org.jspecify.annotations.Nullable;

/**
 * A submission by the file of the inbox that brought it.
 *
 * @param of the name that was asked for
 * @param unit its code; null where the file names none
 * @param unitName likewise
 * @param period likewise, its code
 * @param file its own name: the same, or that of what lies in it
 */
public record NamedSubmission(
        String of,
        long number,
        @Nullable String unit,
        @Nullable String unitName,
        @Nullable String period,
        String file,
        String verdict,
        String standing) {}
