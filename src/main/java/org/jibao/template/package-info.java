/**
 * Task: blank returns. Input: a job, a unit, a period and what its last return said. Output: a workbook that the unit
 * fills in.
 */
@NullMarked
package org.jibao.template;

import org.jspecify.annotations.NullMarked;
