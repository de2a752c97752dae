package org.jibao.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jibao.delivery.KeptMail;
import org.jibao.mailbook.MailRecord.Kind;
import org.jibao.mailbook.MailRecord.Proof;
import org.jibao.testkit.Zips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** To whom answers go, and what they carry of a hostile mail. */
final class AnswerRecipientsTest {

    private static final String RECEIPTS = "  received: at-once\n";

    @TempDir
    private Path folder = Path.of("");

    private AnsweringJob job(String answers) throws IOException {
        return new AnsweringJob(folder, answers);
    }

    private static void comes(AnsweringJob job, String from, Proof proof, String file, int count) throws IOException {
        job.mail("m" + count)
                .from(from, proof)
                .file(file, AnsweringJob.good(count))
                .comes();
    }

    @Test
    void goesToAddressesOfRecordOnly() throws IOException {
        AnsweringJob job = job(RECEIPTS);
        comes(job, "JIA@town.example".toLowerCase(java.util.Locale.ROOT), Proof.CLAIMED, "甲镇_2026Q3.xlsx", 1);
        comes(job, "clerk@yi.example", Proof.PROVEN, "乙镇_2026Q3.xlsx", 2);
        comes(job, "home@private.example", Proof.PROVEN, "丙镇_2026Q3.xlsx", 3);
        comes(job, "ding@private.example", Proof.PROVEN, "丁镇_2026Q3.xlsx", 4);
        job.night(AnsweringJob.NIGHT);
        assertEquals(
                List.of(
                        "received T1 jia@town.example queued",
                        "received T2 clerk@yi.example queued",
                        "received T3 bing@contact.example queued",
                        "received T4  no_address"),
                job.answers());
    }

    @Test
    void takesAnAddressThatTheRosterHasSinceThen() throws IOException {
        AnsweringJob job = job(RECEIPTS);
        comes(job, "ding@private.example", Proof.PROVEN, "丁镇_2026Q3.xlsx", 4);
        job.night(AnsweringJob.NIGHT);
        job.answer(AnsweringJob.NIGHT.plusSeconds(60));
        assertEquals(List.of("received T4  no_address"), job.answers());
        String lines = Files.readString(job.book().file());
        assertEquals(
                1, lines.lines().filter(line -> line.contains("no_address")).count());

        Path roster = folder.resolve("jobs/letters/units.csv");
        Files.writeString(
                roster,
                Files.readString(roster).replace("T4,丁镇,town,,,,,,,,", "T4,丁镇,town,,,,,,,,ding@private.example"));
        job.night(AnsweringJob.NIGHT.plus(Duration.ofDays(1)));
        assertEquals(List.of("received T4 ding@private.example queued"), job.answers());
    }

    /** Nothing of that mail: neither its subject nor its thread nor the ZIP that it came in. */
    @Test
    void saysNothingOfAMailToThoseWhoHaveNotSentIt() throws IOException, MessagingException {
        AnsweringJob job = job(RECEIPTS);
        job.mail("m1")
                .from("collector@elsewhere.example")
                .subject("庚镇和丙镇")
                .left("丁镇.pdf", "other_kind")
                .file(
                        "全部.zip",
                        Zips.empty()
                                .with("庚镇_2026Q3.xlsx", AnsweringJob.good(1))
                                .with("丙镇_2026Q3.xlsx", AnsweringJob.good(2))
                                .bytes())
                .comes();
        job.night(AnsweringJob.NIGHT);
        assertEquals(
                List.of("received T3 bing@contact.example queued", "received T7 geng@contact.example queued"),
                job.answers());
        for (MimeMessage mail : job.queued()) {
            boolean first = AnsweringJob.to(mail).startsWith("geng@");
            assertNull(mail.getHeader("In-Reply-To"));
            assertNull(mail.getHeader("References"));
            assertEquals("已收到：" + (first ? "庚镇" : "丙镇") + " 2026年第三季度", mail.getSubject());
            String all = text(job, AnsweringJob.to(mail));
            for (String other : List.of(first ? "丙镇" : "庚镇", "丁镇", "全部.zip", "collector")) {
                assertFalse(all.contains(other), all);
            }
        }
    }

    /** Two units that share a mailbox each get their own. */
    @Test
    void answersEachUnitOfASharedMailboxByItself() throws IOException {
        AnsweringJob job = job(AnsweringJob.ALL);
        job.mail("m1")
                .from("shared@town.example")
                .file("戊镇_2026Q3.xlsx", AnsweringJob.good(1))
                .file("己镇_2026Q3.xlsx", AnsweringJob.filled("x", "1"))
                .comes();
        job.night(AnsweringJob.NIGHT);
        assertEquals(
                List.of("complete T5 shared@town.example queued", "returned T6 shared@town.example queued"),
                job.answers());
    }

    @Test
    void tellsTheOwnerOfAnAddressNothingOfAnother() throws IOException {
        AnsweringJob job = job(RECEIPTS);
        job.mail("m1")
                .from("jia@town.example", Proof.CLAIMED)
                .file("丙镇_2026Q3.xlsx", AnsweringJob.good(1))
                .comes();
        job.night(AnsweringJob.NIGHT);
        // The address speaks against the unit, so that the return is held: the office calls.
        assertEquals(List.of(), job.answers());
    }

    @Test
    void saysNothingWhereTheSenderIsForged() throws IOException {
        AnsweringJob job = job(AnsweringJob.ALL);
        comes(job, "jia@town.example", Proof.REFUTED, "甲镇_2026Q3.xlsx", 1);
        job.mail("m2")
                .from("jia@town.example", Proof.REFUTED)
                .kind(Kind.NO_FILE)
                .comes();
        job.mail("m3")
                .from("jia@town.example", Proof.REFUTED)
                .file("甲镇_2026Q2.xlsx", new byte[0])
                .comes();
        job.night(AnsweringJob.NIGHT);
        assertEquals(List.of(), job.answers());
    }

    @Test
    void saysOnlyThatTheOfficeCallsWhereAReturnIsTooWeakToReplaceAnother() throws IOException {
        AnsweringJob job = job(AnsweringJob.ALL);
        comes(job, "jia@town.example", Proof.PROVEN, "甲镇_2026Q3.xlsx", 1);
        job.mail("m2")
                .from("jia@town.example", Proof.CLAIMED)
                .subject("另一份")
                .at(AnsweringJob.RECEIVED.plusSeconds(60))
                .file("甲镇_2026Q3.xlsx", AnsweringJob.good(2))
                .comes();
        job.night(AnsweringJob.NIGHT);
        assertEquals(
                List.of("complete T1 jia@town.example queued", "received T1 jia@town.example queued"), job.answers());
        String second = job.outbox().waiting().stream()
                .map(item -> {
                    try {
                        return job.outbox().shown(item).orElseThrow();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .filter(mail -> mail.subject().startsWith("已收到"))
                .map(KeptMail::text)
                .findFirst()
                .orElseThrow();
        assertTrue(second.contains("使用前我办将与你单位电话核对"), second);
        assertFalse(second.contains("另一份"), second);
    }

    @Test
    void carriesNothingHostileInItsHeaders() throws IOException, MessagingException {
        AnsweringJob job = job(RECEIPTS);
        job.mail("m1")
                .subject("Re: re: 季报\r\nBcc: victim@elsewhere.example\u202e\u0000")
                .thread(
                        "<x@y>\r\nBcc: victim@elsewhere.example",
                        "<a@b>",
                        "<c d@e>",
                        "<" + "f".repeat(400) + "@g>",
                        "no id",
                        "<h@i>")
                .file("甲镇_2026Q3.xlsx", AnsweringJob.good(1))
                .comes();
        job.night(AnsweringJob.NIGHT);
        MimeMessage mail = job.queued().get(0);
        assertNull(mail.getHeader("Bcc"));
        assertNull(mail.getHeader("In-Reply-To"));
        assertArrayEquals(new String[] {"<a@b>\r\n <h@i>"}, mail.getHeader("References"));
        assertEquals("Re: 季报  Bcc: victim@elsewhere.example", mail.getSubject());
        assertEquals(1, mail.getAllRecipients().length);
    }

    @Test
    void keepsTheNewestOfALongThread() throws IOException, MessagingException {
        AnsweringJob job = job(RECEIPTS);
        String[] older = new String[50];
        for (int i = 0; i < older.length; i++) {
            older[i] = "<" + i + "@b>";
        }
        job.mail("m1")
                .subject("")
                .thread("<own@b>", older)
                .file("甲镇_2026Q3.xlsx", AnsweringJob.good(1))
                .comes();
        job.night(AnsweringJob.NIGHT);
        MimeMessage mail = job.queued().get(0);
        String[] ids = mail.getHeader("References")[0].split("\\s+");
        assertEquals(20, ids.length);
        assertEquals("<31@b>", ids[0]);
        assertEquals("<own@b>", ids[19]);
        assertEquals("已收到：甲镇 2026年第三季度", mail.getSubject());
    }

    private static String text(AnsweringJob job, String to) throws IOException {
        for (var item : job.outbox().waiting()) {
            if (item.to().contains(to)) {
                KeptMail mail = job.outbox().shown(item).orElseThrow();
                return mail.subject() + "\n" + mail.text()
                        + Files.readString(job.outbox().mail(item));
            }
        }
        throw new AssertionError(to);
    }
}
