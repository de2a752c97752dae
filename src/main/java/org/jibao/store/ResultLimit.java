package org.jibao.store;

import java.util.List;
import java.util.function.Consumer;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/**
 * How much of a result may be held at once.
 *
 * @param rows at most
 * @param bytes at most, as estimated
 */
public record ResultLimit(long rows, long bytes) {

    private static final Wording WORDS = Wording.of(ResultLimit.class);

    /** What a sheet of Excel takes below its heading; and a quarter of the memory there is. */
    public static ResultLimit ofSheet() {
        return new ResultLimit(1_000_000, Runtime.getRuntime().maxMemory() / 4);
    }

    /** What an object takes beside its text, with the place that refers to it. */
    private static final int OVERHEAD = 32;

    void checkRows(long count) {
        if (count > rows) {
            throw new ResultTooLarge(WORDS.text("result.too-many-rows", "%,d".formatted(count), "%,d".formatted(rows)));
        }
    }

    /** Hands each row on, until they take too much room. */
    public Consumer<List<@Nullable Object>> counting(Consumer<List<@Nullable Object>> taker) {
        long[] sum = {0};
        return row -> {
            sum[0] += size(row);
            if (sum[0] > bytes) {
                throw new ResultTooLarge(WORDS.text("result.too-much-memory", "%,d".formatted(bytes >> 20)));
            }
            taker.accept(row);
        };
    }

    private static long size(List<@Nullable Object> row) {
        long size = OVERHEAD;
        for (Object value : row) {
            size += OVERHEAD + (value instanceof String text ? 2L * text.length() : 0);
        }
        return size;
    }

    /** A statement selects more than may be held in memory at once. */
    public static final class ResultTooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Text text;

        ResultTooLarge(Text text) {
            super(text.en());
            this.text = text;
        }

        /** What is too large, without what to do about it. */
        public Text text() {
            return text;
        }
    }
}
