/**
 * Sheets as plans (rows of cells with a look, pictures, print set-up) and the one writer that makes a workbook of them.
 * Content is laid out elsewhere; here is only how it gets into the file.
 */
@NullMarked
package org.jibao.summary.sheet;

import org.jspecify.annotations.NullMarked;
