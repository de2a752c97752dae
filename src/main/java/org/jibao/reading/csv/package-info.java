/** Reads CSV. Input: bytes in UTF-8 or GB18030. Output: one sheet of cells. */
@NullMarked
package org.jibao.reading.csv;

import org.jspecify.annotations.NullMarked;
