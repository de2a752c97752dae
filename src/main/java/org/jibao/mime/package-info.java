/**
 * Mail messages from strangers, opened into their parts. Input: a message on a server, or a {@code .eml}, {@code .msg}
 * or mbox file. Output: {@link org.jibao.mime.MailMessage}s, whose texts hold nothing unseen and whose parts have safe
 * names. No link is followed.
 */
@NullMarked
package org.jibao.mime;

import org.jspecify.annotations.NullMarked;
