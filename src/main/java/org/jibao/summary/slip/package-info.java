/**
 * Return slips: takes what was found in a file, and the file, gives the unit's own workbook back with the faulty cells marked
 * and a list in front, or a plain list where there is no workbook to mark.
 */
@NullMarked
package org.jibao.summary.slip;

import org.jspecify.annotations.NullMarked;
