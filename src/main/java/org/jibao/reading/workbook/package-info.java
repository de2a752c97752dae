/**
 * What a workbook is to us, whatever its format: cells, rows, sheets, number formats, and the limits within which a
 * file is read. Every format is read into these types.
 */
@NullMarked
package org.jibao.reading.workbook;

import org.jspecify.annotations.NullMarked;
