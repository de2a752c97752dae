/** What has nothing to do with returns: SQL in the jar, JSON, hashes and temporary folders. Sees no other package. */
@NullMarked
package org.jibao.support;

import org.jspecify.annotations.NullMarked;
