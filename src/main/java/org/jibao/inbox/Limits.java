package org.jibao.inbox;

import java.time.Duration;
import org.jibao.definition.FileLimits;

/**
 * What one file may cost, set against hostile files. Past one of these it is rejected, saying which.
 *
 * @param packedBytes size as received: the largest real return is a tenth of it
 * @param unpackedBytes of all its parts together, as declared and as actually inflated: bounds work and memory
 * @param ratio unpacked to packed, of one part: real sheets reach 60, a zip bomb needs 1000
 * @param sheets in one workbook: a return has fewer than a dozen, and each costs a search for labels
 * @param rows in one sheet: what Excel itself can hold
 * @param cells in one workbook, empty ones and those of a long sheet after its head not counted: what fits into the memory
 *     of a run beside its neighbours
 * @param stringBytes of text that the workbook's shared strings hold, likewise
 * @param readingTime of one file: a return takes milliseconds, so that a minute means a trap
 */
public record Limits(
        long packedBytes,
        long unpackedBytes,
        int ratio,
        int sheets,
        int rows,
        int cells,
        int stringBytes,
        Duration readingTime) {

    private static final long MEBIBYTE = 1024L * 1024L;

    /** Below this size a part's ratio is not judged: a few kilobytes of spaces harm nobody. */
    public static final long RATIO_FREE_BYTES = MEBIBYTE;

    /** A million rows with three texts of their own each take 60 MB; no more than a sixth of the memory. */
    private static final int STRING_BYTES = 128 * (int) MEBIBYTE;

    /** Bytes of cells that one file may hold while it is read, whatever a job allows: of the memory there is. */
    public static long mostHeld() {
        return Runtime.getRuntime().maxMemory() / 8 * 5;
    }

    /** The same of files that are read side by side; one that needs more is read alone. */
    public static long mostHeldAtOnce() {
        return Runtime.getRuntime().maxMemory() / 32;
    }

    /** Bytes of a file that a library takes only whole, such as a compound file. */
    static long mostBytesWhole() {
        return Runtime.getRuntime().maxMemory() / 8;
    }

    /** For jobs that say nothing of their own. */
    public static Limits standard() {
        return of(FileLimits.STANDARD);
    }

    /** A job's own and, for what it cannot choose, the same as for all. */
    public static Limits of(FileLimits job) {
        return new Limits(
                job.packedMebibytes() * MEBIBYTE,
                job.unpackedMebibytes() * MEBIBYTE,
                200,
                64,
                1_048_576,
                3_000_000,
                (int) Math.min(STRING_BYTES, Runtime.getRuntime().maxMemory() / 6),
                job.readingTime());
    }

    /** Whether so many bytes out of so few is more than a real workbook does. */
    public boolean tooDense(long packed, long unpacked) {
        return unpacked > RATIO_FREE_BYTES && unpacked / Math.max(1, packed) > ratio;
    }
}
