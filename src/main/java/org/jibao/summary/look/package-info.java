/** The look of the summary in one place: colours, the typeface, how wide a text is and how a number is shown. */
@NullMarked
package org.jibao.summary.look;

import org.jspecify.annotations.NullMarked;
