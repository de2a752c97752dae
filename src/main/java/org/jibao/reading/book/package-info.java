/**
 * Reads what a workbook shows: cells with their look. A return slip is rebuilt from it, without what must not be
 * handed on.
 */
@NullMarked
package org.jibao.reading.book;

import org.jspecify.annotations.NullMarked;
