/** Tests of the bulletin. What is written is read back by POI's XWPF, which takes no part in the writing. */
@NullMarked
package org.jibao.summary.bulletin;

import org.jspecify.annotations.NullMarked;
