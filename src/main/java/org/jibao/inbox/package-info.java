/**
 * Stage 1 of 7: takes a folder, gives {@link org.jibao.inbox.InboxFile}s, each with its hash, the time it was received
 * and what its first bytes say it is. Reads no cell.
 */
@NullMarked
package org.jibao.inbox;

import org.jspecify.annotations.NullMarked;
