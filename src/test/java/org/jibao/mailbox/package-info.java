/** Against real IMAP servers on the loopback address. */
@org.jspecify.annotations.NullMarked
package org.jibao.mailbox;
