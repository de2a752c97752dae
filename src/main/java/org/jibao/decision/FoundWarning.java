package org.jibao.decision;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jibao.finding.Place;
import org.jibao.finding.Severity;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/**
 * A finding that an officer may have meant.
 *
 * @param known whether just this was accepted before, by the same officer for the same reason
 */
record FoundWarning(String fingerprint, String code, Severity severity, Place place, Text message, boolean known) {

    static FoundWarning of(List<@Nullable Object> row) {
        return new FoundWarning(
                String.valueOf(row.get(0)),
                String.valueOf(row.get(1)),
                Severity.valueOf(String.valueOf(row.get(2)).toUpperCase(Locale.ROOT)),
                new Place((String) row.get(3), (String) row.get(4)),
                new Text(String.valueOf(row.get(5)), String.valueOf(row.get(6))),
                Boolean.TRUE.equals(row.get(7)));
    }

    /** By its code, and by its cell with or without the sheet. */
    boolean is(Optional<String> wantedCode, Optional<String> wantedCell) {
        return wantedCode.map(code::equals).orElse(true)
                && wantedCell
                        .map(cell -> cell.equalsIgnoreCase(place.toString()) || cell.equalsIgnoreCase(place.cell()))
                        .orElse(true);
    }

    /** {@code code（表二!D14）}. */
    Text named() {
        return place.toString().isEmpty()
                ? Text.same(code)
                : new Text("%s（%s）".formatted(code, place), "%s (%s)".formatted(code, place));
    }
}
