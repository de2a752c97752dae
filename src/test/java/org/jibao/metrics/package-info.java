/** Tests of stage 5. */
@NullMarked
package org.jibao.metrics;

import org.jspecify.annotations.NullMarked;
