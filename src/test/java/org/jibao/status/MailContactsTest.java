package org.jibao.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Text;
import org.jibao.mailbook.AnswerRecord;
import org.jibao.mailbook.MailBook;
import org.jibao.mailbook.MailRecord;
import org.jibao.mailbook.MailRecord.Kind;
import org.jibao.mailbook.MailRecord.Place;
import org.jibao.mailbook.MailRecord.Proof;
import org.jibao.run.JobFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MailContactsTest {

    private static final Instant NINTH = Instant.parse("2026-10-09T01:00:00Z");

    private final JobDefinition job = JobFolders.load(Path.of("jobs"), "quarterly-disclosure");
    private final Period third = job.periods().parse("2026Q3").orElseThrow();
    private final Path store;

    MailContactsTest(@TempDir Path folder) {
        this.store = folder.resolve("jibao.duckdb");
    }

    private static AnswerRecord answer(String id, String unit, AnswerRecord.State state, Instant at) {
        return new AnswerRecord(id, "", "reminder", unit, "2026Q3", "", "a@example.com", state, at, "");
    }

    @Test
    void saysNothingWhereNothingCameByMail() throws IOException {
        MailContacts contacts = MailContacts.of(store, job, third);
        assertEquals(List.of(), contacts.of("QL101"));
        assertEquals("", contacts.digest());
    }

    @Test
    void namesTheWrongAddressAndWhenTheUnitWasWrittenTo() throws IOException {
        MailBook book = MailBook.beside(store, job.id());
        book.addMails(List.of(new MailRecord(
                "0123456789abcdef0123",
                new Place("zwgk imap.example.cn", "INBOX", 1, 7),
                NINTH,
                NINTH,
                "mailer-daemon@example.com",
                "",
                Proof.CLAIMED,
                "",
                "failed",
                "<1@x>",
                List.of(),
                Kind.BOUNCE,
                List.of(),
                List.of(),
                List.of("QL101@example.com"))));
        book.addAnswers(List.of(
                answer("1", "QL101", AnswerRecord.State.QUEUED, NINTH),
                answer("2", "QL101", AnswerRecord.State.QUEUED, NINTH.plusSeconds(86_400)),
                answer("3", "QL102", AnswerRecord.State.HELD, NINTH)));
        MailContacts contacts = MailContacts.of(store, job, third);
        assertEquals(
                List.of("address wrong: ql101@example.com", "written to on 10-10"),
                contacts.of("QL101").stream().map(Text::en).toList());
        assertEquals(
                List.of("邮箱有误：ql101@example.com", "10-10 已发邮件"),
                contacts.of("QL101").stream().map(Text::zh).toList());
        assertEquals(List.of(), contacts.of("QL102"));
    }
}
