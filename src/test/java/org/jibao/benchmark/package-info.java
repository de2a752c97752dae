/** Many returns and a plain Apache POI loop over them, beside which {@code src/scripts/benchmark} runs Jibao. */
@NullMarked
package org.jibao.benchmark;

import org.jspecify.annotations.NullMarked;
