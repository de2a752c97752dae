/** Tests of the package of the same name. */
@NullMarked
package org.jibao.summary.look;

import org.jspecify.annotations.NullMarked;
