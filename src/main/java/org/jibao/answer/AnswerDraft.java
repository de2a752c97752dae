package org.jibao.answer;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jibao.definition.AnswersDefinition.Kind;
import org.jibao.delivery.Mail;
import org.jibao.delivery.Manifest;
import org.jibao.mailbook.AnswerRecord;

/**
 * An answer before it is put into the outbox.
 *
 * @param id the same for the same occasion: a file of a mail, a mail, or a unit's reminder
 * @param mail id of the mail that it answers; empty for a reminder
 * @param unit code of the unit that it is about; empty where it is about none
 * @param period its code; empty where none is known
 * @param file of the inbox; empty where it is about none
 * @param to an address of record; empty where there is none
 * @param subject on one line
 * @param attachments return slips
 * @param machine what its headers say to mail programs
 */
record AnswerDraft(
        String id,
        Kind kind,
        String mail,
        String unit,
        String period,
        String file,
        String to,
        String subject,
        AnswerWords words,
        List<Path> attachments,
        Mail.Answer machine) {

    private static final int DIGITS = 20;

    AnswerDraft {
        attachments = List.copyOf(attachments);
    }

    /** The id of what belongs to an occasion. */
    static String id(String... occasion) {
        return Manifest.sha256(String.join("\n", occasion)).substring(0, DIGITS) + "-answer";
    }

    AnswerRecord record(AnswerRecord.State state, Instant at) {
        return new AnswerRecord(id, mail, word(kind), unit, period, file, to, state, at, "");
    }

    /** As {@code answers:} of a job calls it. */
    static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
