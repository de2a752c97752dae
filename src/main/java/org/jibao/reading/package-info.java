/**
 * Stage 2 of 7: takes an {@link org.jibao.inbox.InboxFile}, gives a {@link org.jibao.reading.Reading}: a return with its
 * observations and entries, or the reason why there is none. The only package that knows how Excel is read.
 */
@NullMarked
package org.jibao.reading;

import org.jspecify.annotations.NullMarked;
