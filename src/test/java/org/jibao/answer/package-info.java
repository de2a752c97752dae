/** Tests of the package of the same name. */
@NullMarked
package org.jibao.answer;

import org.jspecify.annotations.NullMarked;
