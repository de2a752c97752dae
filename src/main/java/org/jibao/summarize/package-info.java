/**
 * Task: metrics to workbooks. Computes the figures of a period, publishes them, and writes the summary, each on
 * record.
 */
@NullMarked
package org.jibao.summarize;

import org.jspecify.annotations.NullMarked;
