/** Tests of the desk's pages, some of them in a real browser. */
@NullMarked
package org.jibao.desk;

import org.jspecify.annotations.NullMarked;
