package org.jibao.sample;

import org.jspecify.annotations.Nullable;

/**
 * One cell of a sample sheet.
 *
 * @param content a String, an Integer, a BigDecimal, a LocalDate, a {@link Formula}, a {@link Broken}, or null for a
 *     bordered empty cell
 * @param key what stands there whatever the address, such as {@code requests.received.natural}; null for words
 */
record SampleCell(
        @Nullable Object content, Look look, @Nullable String key) {

    /** How a cell looks. */
    enum Look {
        TITLE,
        SMALL,
        HEADER,
        LABEL,
        NUMBER,
        PERCENT,
        DAY,
        TEXT,
        NOTE
    }

    /**
     * A formula.
     *
     * @param cached the value that the office program last computed, or null if none ever did
     */
    record Formula(String expression, @Nullable Double cached) {}

    /** {@code #REF!} */
    record Broken() {}

    SampleCell holding(@Nullable Object other) {
        return new SampleCell(other, look, key);
    }
}
