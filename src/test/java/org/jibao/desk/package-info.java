/** Tests of the desk's pages, by a browser that asks a real desk. */
@NullMarked
package org.jibao.desk;

import org.jspecify.annotations.NullMarked;
