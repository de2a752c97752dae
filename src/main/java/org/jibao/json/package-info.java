/** JSON for other programs and for what stands beside the store: maps, lists and plain values, and back. */
@NullMarked
package org.jibao.json;

import org.jspecify.annotations.NullMarked;
