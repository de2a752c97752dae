/**
 * Task: the way back to a unit. Input: what was found in its newest submission. Output: the unit's own workbook,
 * rebuilt and marked, or a plain list.
 */
@NullMarked
package org.jibao.slip;

import org.jspecify.annotations.NullMarked;
