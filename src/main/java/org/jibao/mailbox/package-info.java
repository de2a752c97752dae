/**
 * Fetches the mails of a job's mailbox: takes the settings of an IMAP server, gives files in the inbox and mails on
 * record, each once.
 */
@org.jspecify.annotations.NullMarked
package org.jibao.mailbox;
