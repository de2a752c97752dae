/**
 * Charts. Input: a {@link org.jibao.chart.ChartPlan}. Output: a picture of it, or SVG. The only package that uses JFreeChart and
 * Batik.
 */
@NullMarked
package org.jibao.chart;

import org.jspecify.annotations.NullMarked;
