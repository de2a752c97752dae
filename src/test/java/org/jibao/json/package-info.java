/** Tests of the package of the same name. */
@NullMarked
package org.jibao.json;

import org.jspecify.annotations.NullMarked;
