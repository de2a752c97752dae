/** Stage 6 of 7: takes {@link org.jibao.metrics.MetricTable}s, gives the summary workbook: theme, sheets, charts. */
@NullMarked
package org.jibao.summary;

import org.jspecify.annotations.NullMarked;
