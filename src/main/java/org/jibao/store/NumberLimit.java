package org.jibao.store;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.reading.content.ReturnDocument;

/** A number that the store's columns cannot hold exactly rejects its return; it must not fail the whole run. */
final class NumberLimit {

    /** DECIMAL(18, 4) has fourteen digits before the point. */
    private static final int WHOLE_DIGITS = 14;

    private static final String LARGEST = "99999999999999.9999";

    private NumberLimit() {}

    static Optional<Finding> exceeded(ReturnDocument document) {
        Stream<Finding> cells = document.observations().stream()
                .filter(cell -> cell.value() != null && !fits(cell.value()))
                .map(cell -> finding(Place.cell(cell.sheet(), cell.cell()), cell.raw()));
        // Reading passes no such number on; this is for what else may come to give returns. A long register is not read
        // for it.
        Stream<Finding> entries = document.entries().held().flatMap(entry -> entry.values().values().stream()
                .filter(value -> value instanceof BigDecimal number && !fits(number))
                .map(value -> finding(Place.sheet(entry.sheet()), value.toString())));
        return Stream.concat(cells, entries).findFirst();
    }

    private static boolean fits(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() <= RowAppender.SCALE && plain.precision() - plain.scale() <= WHOLE_DIGITS;
    }

    private static Finding finding(Place place, String raw) {
        return Finding.of(FindingCode.FILE_LIMIT_EXCEEDED, place, "", raw, "number", LARGEST, raw);
    }
}
