/** Job folders, sound and broken. */
@NullMarked
package org.jibao.definition;

import org.jspecify.annotations.NullMarked;
