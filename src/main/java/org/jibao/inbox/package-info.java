/**
 * Stage 1 of 7. Input: the inbox folder. Output: {@link org.jibao.inbox.InboxFile}s with their kind, size, hash and
 * time of receipt; what is packed in ZIPs is taken out.
 */
@NullMarked
package org.jibao.inbox;

import org.jspecify.annotations.NullMarked;
