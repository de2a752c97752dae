package org.jibao.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jibao.answer.AnswersOnRecord.Line;
import org.jibao.mailbook.AnswerRecord.State;
import org.jibao.testkit.Zips;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole nights whose answers go to a real mail server on the loopback address. */
final class AnswersArriveTest {

    private static final Instant NEXT = AnsweringJob.NIGHT.plus(Duration.ofDays(1));

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Map<String, String> environment() {
        return Map.of(
                "JIBAO_SMTP_HOST",
                "127.0.0.1",
                "JIBAO_SMTP_PORT",
                String.valueOf(server.getSmtp().getPort()),
                "JIBAO_SMTP_SECURITY",
                "none");
    }

    private List<String> arrived() throws MessagingException {
        List<String> arrived = new ArrayList<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            arrived.add(AnsweringJob.to(mail) + " " + mail.getSubject());
        }
        arrived.sort(null);
        return arrived;
    }

    @Test
    void reachTheUnitsInTheNightInWhichTheirFilesAreJudged() throws IOException, MessagingException {
        AnsweringJob job = new AnsweringJob(folder, AnsweringJob.ALL);
        job.mail("m1").file("甲镇_2026Q3.xlsx", AnsweringJob.filled("x", "1")).comes();
        job.mail("m2")
                .from("x@yi.example")
                .subject("打包")
                .file(
                        "a.zip",
                        Zips.empty()
                                .with("乙镇_2026Q3.xlsx", AnsweringJob.good(2))
                                .bytes())
                .comes();
        job.jibao(AnsweringJob.NIGHT, environment()).nightly();
        assertEquals(List.of("jia@town.example Re: 季报", "x@yi.example Re: 打包"), arrived());
        MimeMessage returned = Arrays.stream(server.getReceivedMessages())
                .filter(mail -> AnsweringJob.to(mail).startsWith("jia"))
                .findFirst()
                .orElseThrow();
        assertEquals(2, ((MimeMultipart) returned.getContent()).getCount());

        job.jibao(NEXT, environment()).nightly();
        assertEquals(2, arrived().size());
        assertEquals(List.of(), job.jibao(NEXT).answers().lines());
    }

    @Test
    void goOnceAnOfficerLetsThem() throws IOException, MessagingException {
        AnsweringJob job = new AnsweringJob(folder, "  received: after-review\n");
        job.mail("m1").file("甲镇_2026Q3.xlsx", AnsweringJob.good(1)).comes();
        job.jibao(AnsweringJob.NIGHT, environment()).nightly();
        assertEquals(List.of(), arrived());
        job.jibao(NEXT, environment()).release("all", "王芳");
        job.jibao(NEXT, environment()).deliver();
        assertEquals(List.of("jia@town.example Re: 季报"), arrived());
        assertEquals(State.QUEUED, job.only().state());
        assertEquals("王芳", job.only().by());
    }

    @Test
    void waitWhereTheServerIsDownAndCanBeDropped() throws IOException {
        AnsweringJob job = new AnsweringJob(folder, "  received: at-once\n");
        job.mail("m1").file("甲镇_2026Q3.xlsx", AnsweringJob.good(1)).comes();
        Map<String, String> down = environment();
        server.stop();
        job.jibao(AnsweringJob.NIGHT, down).nightly();
        List<Line> lines = job.jibao(NEXT).answers().lines();
        assertEquals(
                List.of(AnswersOnRecord.Standing.UNDELIVERED),
                lines.stream().map(Line::standing).toList());
        job.jibao(NEXT).drop(job.only().id(), "王芳");
        assertEquals(List.of(), job.jibao(NEXT).answers().lines());
        assertTrue(Files.readString(job.book().file()).contains("王芳"));
    }
}
