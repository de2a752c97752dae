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

    /** A file is read into memory as it is packed, and its parts are addressed by four bytes. */
    private static final int MOST_PACKED = 256;

    private static final int MOST_UNPACKED = 2048;

    /** A nightly run must not stand still for longer over one file. */
    private static final int MOST_SECONDS = 900;

    public Duration readingTime() {
        return Duration.ofSeconds(seconds);
    }

    static FileLimits read(Value value) {
        return value.mapping().map(FileLimits::read).orElse(STANDARD);
    }

    private static FileLimits read(Mapping mapping) {
        FileLimits limits = new FileLimits(
                mapping.get("packed-mebibytes").integer(1, MOST_PACKED, STANDARD.packedMebibytes()),
                mapping.get("unpacked-mebibytes").integer(1, MOST_UNPACKED, STANDARD.unpackedMebibytes()),
                mapping.get("seconds").integer(1, MOST_SECONDS, STANDARD.seconds()));
        mapping.end();
        return limits;
    }
}
