/**
 * Reads Office Open XML. Input: a package. Output: cells, streamed, from the parts that hold them; nothing outside
 * the package is followed. Also says why a package cannot be read.
 */
@NullMarked
package org.jibao.reading.xlsx;

import org.jspecify.annotations.NullMarked;
