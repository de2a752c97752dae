/**
 * The summary as one page of HTML that needs neither network nor program. Input: a {@link org.jibao.summary.SummaryRequest}. Output:
 * a file.
 */
@NullMarked
package org.jibao.summary.page;

import org.jspecify.annotations.NullMarked;
