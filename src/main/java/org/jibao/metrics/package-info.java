/**
 * Stage 5 of 7: takes the store, gives {@link org.jibao.metrics.MetricTable}s: runs the job's SQL, one file a table.
 */
@NullMarked
package org.jibao.metrics;

import org.jspecify.annotations.NullMarked;
