/** The direction of dependencies, as tests. */
@NullMarked
package org.jibao.architecture;

import org.jspecify.annotations.NullMarked;
