/** Tests of what need not be asked. */
@NullMarked
package org.jibao.burden;

import org.jspecify.annotations.NullMarked;
