/** Task: one statement of an officer on the published snapshot. */
@NullMarked
package org.jibao.query;

import org.jspecify.annotations.NullMarked;
