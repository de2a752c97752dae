/** Blank returns: takes a job, a unit, a period and what its last return said, gives the workbook that the unit fills in. */
@NullMarked
package org.jibao.summary.template;

import org.jspecify.annotations.NullMarked;
