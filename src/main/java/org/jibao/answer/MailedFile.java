package org.jibao.answer;

import java.time.Instant;
import org.jibao.mailbook.MailRecord;
import org.jibao.mailbook.MailRecord.MailFile;
import org.jspecify.annotations.Nullable;

/**
 * What the store has of a file that came by mail, or of one that lay in such a file.
 *
 * @param submission its number
 * @param name inside the inbox, as the store has it: without the numbers of persons
 * @param member what of the name follows that of the attachment, such as {@code /a.xlsx} in a ZIP; empty for the
 *     attachment itself
 * @param sha256 of its bytes
 * @param unit code of the unit whose it is by what it says; null where it names none
 * @param period its code; null where none is known
 * @param standing as {@code intake.standing_at} says it
 * @param opposed whether evidence speaks against the unit
 * @param admitted whether an officer has let it in
 * @param encrypted whether it needs a password
 */
record MailedFile(
        MailRecord mail,
        MailFile file,
        long submission,
        String name,
        String member,
        String sha256,
        @Nullable String unit,
        @Nullable String period,
        String standing,
        boolean opposed,
        boolean admitted,
        boolean encrypted,
        long warnings,
        Instant receivedAt) {

    /** What the unit calls it: the name of the attachment, and of the file in it where it is a ZIP. */
    String given() {
        return file.given() + member;
    }

    /** The same for those who have not sent the mail: the file alone. */
    String givenAlone() {
        String given = given();
        return given.substring(given.lastIndexOf('/') + 1);
    }

    /** Whether nothing may be answered to anybody: the office calls. */
    boolean isSilent() {
        boolean forged = mail.proof() == MailRecord.Proof.REFUTED && !admitted;
        return opposed || forged || standing.equals("withdrawn") || standing.equals("pending");
    }

    boolean isRejected() {
        return standing.equals("rejected");
    }

    boolean isReturned() {
        return standing.equals("returned");
    }
}
