package org.jibao.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jibao.delivery.KeptMail;
import org.jibao.mailbook.MailRecord.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is answered to a mail, by what its files have come to. */
final class AnswersTest {

    @TempDir
    private Path folder = Path.of("");

    private AnsweringJob job(String answers) throws IOException {
        return new AnsweringJob(folder, answers);
    }

    @Test
    void saysThatAFileCameAndWhatCameOfIt() throws IOException, MessagingException {
        AnsweringJob job = job("  received: at-once\n");
        job.mail("m1").file("甲镇_2026Q3.xlsx", AnsweringJob.good(3)).comes();
        job.night(AnsweringJob.NIGHT);
        assertEquals(List.of("received T1 jia@town.example queued"), job.answers());
        KeptMail mail = job.words();
        assertEquals("Re: 季报", mail.subject());
        for (String part : List.of(
                "甲镇：",
                "你单位发来的文件已收到",
                "报告期：2026年第三季度",
                "文件：甲镇_2026Q3.xlsx",
                "收到时间：2026-10-08 09:00",
                "检查结果：已通过检查，计入汇总",
                "无需再做什么",
                job.book().read().mails().iterator().next().files().get(0).sha256())) {
            assertTrue(mail.text().contains(part), part + "\n" + mail.text());
        }
        MimeMessage message = job.queued().get(0);
        assertEquals("office@county.example", message.getFrom()[0].toString());
        assertArrayEquals(new String[] {"auto-replied"}, message.getHeader("Auto-Submitted"));
        assertArrayEquals(new String[] {"All"}, message.getHeader("X-Auto-Response-Suppress"));
        assertArrayEquals(new String[] {"<1@town.example>"}, message.getHeader("In-Reply-To"));
        assertArrayEquals(new String[] {"<1@town.example>"}, message.getHeader("References"));

        job.night(AnsweringJob.NIGHT.plus(Duration.ofDays(1)));
        assertEquals(1, job.outbox().items().size());
        assertEquals(1, job.answers().size());
    }

    @Test
    void sendsAReturnBackWithItsSlipAndItsReasons() throws IOException {
        AnsweringJob job = job(AnsweringJob.ALL);
        job.mail("m1").file("甲镇_2026Q3.xlsx", AnsweringJob.filled("x", "y")).comes();
        job.night(AnsweringJob.NIGHT);
        assertEquals(List.of("returned T1 jia@town.example queued"), job.answers());
        KeptMail mail = job.words();
        assertEquals(List.of("甲镇_2026年第三季度.xlsx"), mail.attachments());
        assertTrue(mail.text().contains("1. 【收件!B2】"), mail.text());
        assertTrue(mail.text().contains("2. 【收件!B3】"), mail.text());
        assertTrue(mail.text().contains("请打开所附的退回单"), mail.text());
    }

    @Test
    void tellsWhyAFileIsRejected() throws IOException {
        AnsweringJob job = job(AnsweringJob.ALL);
        job.mail("m1").file("甲镇_2026Q3.xlsx", new byte[0]).comes();
        job.night(AnsweringJob.NIGHT);
        assertEquals(List.of("rejected T1 jia@town.example queued"), job.answers());
        KeptMail mail = job.words();
        assertEquals(List.of(), mail.attachments());
        assertTrue(mail.text().contains("0 字节"), mail.text());
    }

    @Test
    void saysOnceThatAReturnIsComplete() throws IOException {
        AnsweringJob job = job(AnsweringJob.ALL);
        job.mail("m1").file("甲镇_2026Q3.xlsx", AnsweringJob.good(3)).comes();
        job.night(AnsweringJob.NIGHT);
        assertEquals(List.of("complete T1 jia@town.example queued"), job.answers());
        assertTrue(job.words().text().contains("本期已报齐"), job.words().text());

        Duration later = Duration.ofDays(1);
        job.mail("m2")
                .at(AnsweringJob.RECEIVED.plus(later))
                .file("甲镇_2026Q3.xlsx", AnsweringJob.good(4))
                .comes();
        job.night(AnsweringJob.NIGHT.plus(later));
        assertEquals(
                List.of("complete T1 jia@town.example queued", "received T1 jia@town.example queued"), job.answers());
    }

    @Test
    void answersMailsWithoutAFile() throws IOException, MessagingException {
        AnsweringJob job = job(AnsweringJob.ALL);
        job.mail("m1").kind(Kind.NO_FILE).left("a.pdf", "other_kind").comes();
        job.mail("m2").kind(Kind.LINK).from("x@yi.example").comes();
        job.mail("m3").kind(Kind.UNREADABLE).from("bing@contact.example").comes();
        job.mail("m4").kind(Kind.NO_FILE).from("stranger@elsewhere.example").comes();
        job.answer(AnsweringJob.NIGHT);
        assertEquals(
                List.of(
                        "not-understood  bing@contact.example queued",
                        "not-understood T1 jia@town.example queued",
                        "not-understood T2 x@yi.example queued"),
                job.answers());
        List<String> texts = job.outbox().waiting().stream()
                .map(item -> {
                    try {
                        return job.outbox().shown(item).orElseThrow().text();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
        assertEquals(
                1, texts.stream().filter(text -> text.contains("未采用：a.pdf")).count());
        assertEquals(1, texts.stream().filter(text -> text.contains("超大附件的链接")).count());
        assertEquals(1, texts.stream().filter(text -> text.contains("邮件已损坏")).count());
    }

    @Test
    void saysNothingToMachinesAndToOurselves() throws IOException {
        AnsweringJob job = job(AnsweringJob.ALL);
        for (Kind kind : List.of(Kind.AUTOMATIC, Kind.BOUNCE, Kind.OWN)) {
            job.mail("m" + kind)
                    .kind(kind)
                    .file(kind + "甲镇_2026Q3.xlsx", AnsweringJob.good(kind.ordinal()))
                    .comes();
        }
        job.mail("own").kind(Kind.NO_FILE).from("office@county.example").comes();
        job.night(AnsweringJob.NIGHT);
        assertEquals(List.of(), job.answers());
        assertEquals(List.of(), job.outbox().items());
    }

    @Test
    void answersNothingThatTheJobDoesNotAskFor() throws IOException {
        AnsweringJob job = job("  rejected: at-once\n");
        job.mail("m1").file("甲镇_2026Q3.xlsx", AnsweringJob.good(3)).comes();
        job.mail("m2").file("乙镇_2026Q3.xlsx", AnsweringJob.filled("x", "1")).comes();
        job.night(AnsweringJob.NIGHT);
        assertEquals(List.of(), job.answers());
    }

    @Test
    void answersNoOldMail() throws IOException {
        AnsweringJob job = job(AnsweringJob.ALL);
        job.mail("m1").file("甲镇_2026Q3.xlsx", AnsweringJob.good(3)).comes();
        job.night(AnsweringJob.RECEIVED
                .plus(Duration.ofDays(Answers.ANSWERED_DAYS))
                .plusSeconds(1));
        assertEquals(List.of(), job.answers());
    }

    @Test
    void answersWithTheWordsAndTheNameOfTheJob() throws IOException {
        AnsweringJob job = job("""
                  received: at-once
                  words: {received: {zh: "来件已登记。", en: "Registered."}}
                  signature: {zh: "县政务公开办\\n电话 0000-1", en: "The office"}
                """);
        job.mail("m1").file("甲镇_2026Q3.xlsx", AnsweringJob.good(3)).comes();
        job.night(AnsweringJob.NIGHT);
        String text = job.words().text();
        assertTrue(text.contains("来件已登记。"), text);
        assertTrue(text.contains("县政务公开办\n电话 0000-1"), text);
        assertFalse(text.contains("你单位发来的文件已收到"), text);
    }

    @Test
    void masksNumbersOfPersons() throws IOException {
        AnsweringJob job = job(AnsweringJob.ALL);
        job.mail("m1")
                .subject("张三 13812345678")
                .file("甲镇_2026Q3 13812345678.xlsx", AnsweringJob.filled("13812345678人", "1"))
                .comes();
        job.night(AnsweringJob.NIGHT);
        KeptMail mail = job.words();
        assertEquals("Re: 张三 ***", mail.subject());
        assertFalse(mail.text().contains("13812345678"), mail.text());
        assertNull(org.jibao.guard.PersonalNumbers.kindIn(mail.text()));
    }
}
