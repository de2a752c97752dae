/** Whole jobs, as the operator runs them: again, on an earlier time, killed, and on a full disk. */
@NullMarked
package org.jibao.flow;

import org.jspecify.annotations.NullMarked;
