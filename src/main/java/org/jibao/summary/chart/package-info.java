/** Takes a {@link org.jibao.summary.chart.ChartPlan}, gives a picture of it. The only package that knows JFreeChart. */
@NullMarked
package org.jibao.summary.chart;

import org.jspecify.annotations.NullMarked;
