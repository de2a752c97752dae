/**
 * Task: what is answered by mail to units. Takes the mails on record, what the store says of their files, and the
 * roster; gives mails in the outbox, and a record of each in the book of mails.
 */
@NullMarked
package org.jibao.answer;

import org.jspecify.annotations.NullMarked;
