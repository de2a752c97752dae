/** Folders of good and defective files. */
@NullMarked
package org.jibao.inbox;

import org.jspecify.annotations.NullMarked;
