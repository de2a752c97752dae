/** Periods, working days and due dates. */
@NullMarked
package org.jibao.calendar;

import org.jspecify.annotations.NullMarked;
