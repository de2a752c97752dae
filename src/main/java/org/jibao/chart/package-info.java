/**
 * Charts as pictures. Input: a {@link org.jibao.chart.ChartPlan}. Output: a picture of it. The only package that uses
 * JFreeChart.
 */
@NullMarked
package org.jibao.chart;

import org.jspecify.annotations.NullMarked;
