/**
 * Stage 7 of 7. Input: finished files and letters. Output: files in their places, written whole or not at all, the
 * manifest, and mails; what cannot go waits in the outbox.
 */
@NullMarked
package org.jibao.delivery;

import org.jspecify.annotations.NullMarked;
