/**
 * Stage 2 of 7. Input: an {@link org.jibao.inbox.InboxFile}. Output: a {@link org.jibao.reading.Reading}, which is a
 * return or a rejection. The packages below go from bytes to a return: workbook, csv, xlsx and xls (bytes to cells),
 * book (what a file shows), opening (here or in a process apart), meaning and layout (cells to values and places),
 * identity (whose, for when), content (places to a return).
 */
@NullMarked
package org.jibao.reading;

import org.jspecify.annotations.NullMarked;
