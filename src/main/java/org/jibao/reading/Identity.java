package org.jibao.reading;

import org.jibao.calendar.Period;
import org.jibao.definition.Unit;

/** Whose a return is, for when, and by which version of the forms. */
record Identity(Unit unit, Period period, String formVersion) {}
