/**
 * Stage 6 of 7. Input: {@link org.jibao.metrics.MetricTable}s. Output: the summary workbook, its page and the leaders' letter.
 */
@NullMarked
package org.jibao.summary;

import org.jspecify.annotations.NullMarked;
