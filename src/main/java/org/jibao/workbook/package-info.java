/**
 * The one layer for every workbook we write: looks, sheets as plans, the writer, typefaces and widths of text. The
 * same plan gives the same bytes.
 */
@NullMarked
package org.jibao.workbook;

import org.jspecify.annotations.NullMarked;
