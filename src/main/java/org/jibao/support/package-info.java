/** What has nothing to do with returns: SQL in the jar, JSON, hashes, temporary folders and work done ahead. Sees no other package. */
@NullMarked
package org.jibao.support;

import org.jspecify.annotations.NullMarked;
