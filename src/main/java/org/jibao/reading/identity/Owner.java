package org.jibao.reading.identity;

import org.jibao.calendar.Period;
import org.jibao.definition.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Whose a rejected file is, by all that says so.
 *
 * @param period for which it was meant, or null where nothing says so
 */
public record Owner(Unit unit, @Nullable Period period) {}
