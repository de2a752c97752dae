/** Tests of the package of the same name. */
@NullMarked
package org.jibao.summary.chart;

import org.jspecify.annotations.NullMarked;
