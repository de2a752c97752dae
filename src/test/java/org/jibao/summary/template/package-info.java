/** Blank returns, read back as raw XML and by the ordinary reader. */
@NullMarked
package org.jibao.summary.template;

import org.jspecify.annotations.NullMarked;
