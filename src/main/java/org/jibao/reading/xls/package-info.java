/** Reads BIFF8 ({@code .xls}, WPS {@code .et}) with POI. Output: cells. */
@NullMarked
package org.jibao.reading.xls;

import org.jspecify.annotations.NullMarked;
