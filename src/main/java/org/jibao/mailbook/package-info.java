/**
 * What came by mail and what was answered: a file of lines beside the store, one for each job. Takes records of mails
 * and answers; gives, for each file of the inbox that came by mail, when and from whom.
 */
@org.jspecify.annotations.NullMarked
package org.jibao.mailbook;
