/** What every stage passes on its way out. */
@NullMarked
package org.jibao.guard;

import org.jspecify.annotations.NullMarked;
