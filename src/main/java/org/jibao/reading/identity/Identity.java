package org.jibao.reading.identity;

import org.jibao.calendar.Period;
import org.jibao.definition.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Whose a return is, for when, and by which version of the forms.
 *
 * @param code of the template's mark, whatever it is worth; or null
 */
public record Identity(
        Unit unit,
        Period period,
        String formVersion,
        @Nullable String code) {

    /** One whose mark has no code. */
    public Identity(Unit unit, Period period, String formVersion) {
        this(unit, period, formVersion, null);
    }
}
