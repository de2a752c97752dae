/** Stage 7 of 7: takes finished files, moves them into place, writes the manifest. */
@NullMarked
package org.jibao.delivery;

import org.jspecify.annotations.NullMarked;
