package org.jibao.export;

import java.util.List;
import java.util.Optional;
import org.jibao.calendar.Period;
import org.jibao.export.SourceTables.SourceTable;
import org.jibao.finding.Wording;
import org.jibao.mailbook.AnswerRecord;
import org.jibao.mailbook.MailRecord;
import org.jibao.mailbook.MailRecord.MailFile;
import org.jibao.mailbook.MailsOnRecord;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;

/**
 * Mails, the files that they brought, and the answers to them: from the book beside the store into the export's own
 * store.
 */
final class MailTables {

    private static final Wording WORDS = Wording.of(MailTables.class);

    private final Sql sql;
    private final MailsOnRecord mails;

    MailTables(Sql sql, MailsOnRecord mails) {
        this.sql = sql;
        this.mails = mails;
    }

    /** None where nothing came by mail and nothing was answered. */
    List<SourceTable> load(Optional<Period> only) {
        if (mails.mails().isEmpty() && mails.answers().isEmpty()) {
            return List.of();
        }
        sql.execute(SqlText.read(MailTables.class, "mail_tables"));
        mails.mails().forEach(this::load);
        mails.answers().forEach(this::load);
        String period = only.map(Period::code)
                .map(code -> "period = " + SqlText.literal(code))
                .orElse("true");
        return List.of(
                new SourceTable(
                        "mails",
                        WORDS.text("table.mails"),
                        "FROM mail.mails ORDER BY ALL",
                        List.of("mail"),
                        java.util.Map.of()),
                new SourceTable(
                        "mail_files",
                        WORDS.text("table.mail-files"),
                        SqlText.read(MailTables.class, "mail_files"),
                        List.of("mail", "number"),
                        java.util.Map.of()),
                new SourceTable(
                        "answers",
                        WORDS.text("table.answers"),
                        "FROM mail.answers WHERE " + period + " ORDER BY ALL",
                        List.of("answer"),
                        java.util.Map.of()));
    }

    private void load(MailRecord mail) {
        sql.execute(
                "INSERT INTO mail.mails VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                mail.id(),
                mail.receivedAt(),
                mail.fetchedAt(),
                mail.from(),
                mail.proof().word(),
                mail.provenBy(),
                mail.subject(),
                mail.messageId(),
                mail.kind().word());
        for (MailFile file : mail.files()) {
            sql.execute(
                    "INSERT INTO mail.files VALUES (?, ?, ?, ?, ?)",
                    mail.id(),
                    (long) file.number(),
                    file.name(),
                    file.size(),
                    file.sha256());
        }
    }

    private void load(AnswerRecord answer) {
        sql.execute(
                "INSERT INTO mail.answers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                answer.id(),
                answer.mail(),
                answer.kind(),
                answer.unit(),
                answer.period(),
                answer.to(),
                answer.state().word(),
                answer.at(),
                answer.by());
    }
}
