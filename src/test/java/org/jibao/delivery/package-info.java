/** Tests of the package of the same name. */
@NullMarked
package org.jibao.delivery;

import org.jspecify.annotations.NullMarked;
