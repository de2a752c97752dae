/** Tests of the summary workbook, on the figures of a made-up county. */
@NullMarked
package org.jibao.summary;

import org.jspecify.annotations.NullMarked;
