/**
 * The bulletin: a letter in Word that says what the summary says. Input: a {@link org.jibao.summary.SummaryRequest}, and the office's
 * own {@code bulletin.docx} where the job folder has one. Output: a {@code .docx}.
 *
 * <p>A document is filled as XML, part by part: a placeholder may be split over runs, and stand in a table, a header, a text box or a
 * content control.
 */
@NullMarked
package org.jibao.summary.bulletin;

import org.jspecify.annotations.NullMarked;
