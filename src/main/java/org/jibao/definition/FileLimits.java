package org.jibao.definition;

import java.time.Duration;

/**
 * What one file of a job may cost, set against hostile files. A job whose registers are long says more in {@code limits:} of
 * {@code job.yaml}.
 *
 * @param packedMebibytes size as received, 1 to 256
 * @param unpackedMebibytes of all its parts together, 1 to 2048
 * @param seconds of reading, 1 to 900
 */
public record FileLimits(int packedMebibytes, int unpackedMebibytes, int seconds) {

    /** For jobs that say nothing: ten times the largest return without long registers; one takes milliseconds. */
    public static final FileLimits STANDARD = new FileLimits(20, 512, 60);

    public Duration readingTime() {
        return Duration.ofSeconds(seconds);
    }
}
