/** Periods, working days with 调休, and due dates. Depends on nothing but the words it shows. */
@NullMarked
package org.jibao.calendar;

import org.jspecify.annotations.NullMarked;
