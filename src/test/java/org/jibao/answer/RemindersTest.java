package org.jibao.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is reminded of a return that is due on 10 October and closes on the 30th, and on which days. */
final class RemindersTest {

    private static final String REMIND = "  reminder: at-once\n  remind: [-3, 1, 5]\n";

    @TempDir
    private Path folder = Path.of("");

    private static Instant night(int day) {
        return Instant.parse("2026-10-%02dT02:00:00Z".formatted(day));
    }

    private AnsweringJob job() throws IOException {
        AnsweringJob job = new AnsweringJob(folder, REMIND);
        job.mail("m1")
                .at(Instant.parse("2026-10-05T01:00:00Z"))
                .file("甲镇_2026Q3.xlsx", AnsweringJob.good(1))
                .comes();
        job.mail("m2")
                .at(Instant.parse("2026-10-05T01:00:00Z"))
                .from("x@yi.example")
                .file("乙镇_2026Q3.xlsx", AnsweringJob.filled("x", "1"))
                .comes();
        return job;
    }

    @Test
    void remindsThoseWhoOweOnceADay() throws IOException, MessagingException {
        AnsweringJob job = job();
        job.night(night(6));
        assertEquals(List.of(), job.answers());
        job.night(night(7));
        List<String> reminded = List.of(
                "reminder T2 desk@yi.example queued",
                "reminder T3 bing@contact.example queued",
                "reminder T4  no_address",
                "reminder T5 shared@town.example queued",
                "reminder T6 shared@town.example queued",
                "reminder T7 geng@contact.example queued");
        assertEquals(reminded, job.answers());
        job.night(night(8));
        assertEquals(reminded, job.answers());
        MimeMessage mail = job.queued().get(0);
        assertEquals("请按期报送：丙镇 2026年第三季度", mail.getSubject());
        assertArrayEquals(new String[] {"auto-generated"}, mail.getHeader("Auto-Submitted"));
        assertArrayEquals(new String[] {"All"}, mail.getHeader("X-Auto-Response-Suppress"));
        assertNull(mail.getHeader("In-Reply-To"));
        String returned = job.outbox()
                .shown(job.outbox().waiting().stream()
                        .filter(item -> item.to().contains("desk@yi.example"))
                        .findFirst()
                        .orElseThrow())
                .orElseThrow()
                .text();
        assertTrue(returned.contains("收到的文件存在错误"), returned);
        assertTrue(returned.contains("报送期限：2026-10-10"), returned);

        job.night(night(11));
        assertEquals(12, job.answers().size());
    }

    @Test
    void makesUpForAMissedNightOnlyWhileItIsFresh() throws IOException {
        AnsweringJob job = job();
        job.night(night(14));
        assertEquals(6, job.answers().size());
        job.night(night(19));
        assertEquals(6, job.answers().size());
    }

    @Test
    void sendsTheNewestAloneOfTwoThatAreDue() throws IOException {
        AnsweringJob job = new AnsweringJob(folder, "  reminder: at-once\n  remind: [4, 5]\n");
        job.night(night(16));
        assertEquals(7, job.answers().size());
        job.night(night(17));
        assertEquals(7, job.answers().size());
    }

    @Test
    void remindsOfNothingThatIsClosedOrThatNoDayIsNamedFor() throws IOException {
        AnsweringJob closed = new AnsweringJob(folder.resolve("closed"), "  reminder: at-once\n  remind: [21]\n");
        closed.night(night(31));
        assertEquals(List.of(), closed.answers());
        AnsweringJob noDay = new AnsweringJob(folder.resolve("none"), "  reminder: at-once\n");
        noDay.night(night(11));
        assertEquals(List.of(), noDay.answers());
    }
}
