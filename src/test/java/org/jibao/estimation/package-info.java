/** Tests of {@link org.jibao.estimation}. */
@NullMarked
package org.jibao.estimation;

import org.jspecify.annotations.NullMarked;
