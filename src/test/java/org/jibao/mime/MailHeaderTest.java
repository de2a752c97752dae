package org.jibao.mime;

import static org.jibao.mime.Eml.CSV;
import static org.jibao.mime.Eml.file;
import static org.jibao.mime.Eml.mixed;
import static org.jibao.mime.Eml.multipart;
import static org.jibao.mime.Eml.raw;
import static org.jibao.mime.Eml.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailHeaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "From: A@X.cn | a@x.cn",
                "From: \"a@x.cn\" <b@y.cn> | b@y.cn",
                "From: a@x.cn <b@y.cn> | b@y.cn",
                "From: =?gb2312?B?1cXI/Q==?= <zhang@qq.com> | zhang@qq.com",
                "From: b@y.cn (a@x.cn) | b@y.cn",
                "From: \"x, \\\"y\" <b@y.cn> | b@y.cn",
                "From: x <b@xn--fiqs8s.cn> | b@xn--fiqs8s.cn",
            })
    void takesOnePlainAddress(String header, String address) {
        assertEquals(Optional.of(address), read(header + "\n\nx").from());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: a@x.cn\nFrom: b@x.cn",
                "From: a@x.cn, b@x.cn",
                "From: x <a@x.cn> <b@x.cn>",
                "From: x <a@x.cn> b@x.cn",
                "From: list: a@x.cn;",
                "From: <@r.cn:a@x.cn>",
                "From: <a@x.cn(x)>",
                "From: a@x.cn (b@x.cn",
                "From: \"a@x.cn\"",
                "From: \"a <b@y.cn>",
                "From: <a@x@y.cn>",
                "From: <a b@x.cn>",
                "From: <a@x..cn>",
                "From: <a\u0000@x.cn>",
                "From: =?utf-8?Q?a=40x.cn?=",
                "From: nobody",
                "To: a@x.cn",
            })
    void takesNoOther(String header) {
        assertEquals(Optional.empty(), read(header + "\nSubject: x\n\nx").from());
    }

    @Test
    void keepsADomainInChinese() {
        assertEquals(
                Optional.of("a@教育.中国"),
                read("From: <a@" + raw("教育.中国", "UTF-8") + ">\n\n").from());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=?gb2312?B?tdrI/by+tsg=?= | 第三季度",
                "=?UTF-8?Q?=E7=AC=AC=E4=B8?= =?UTF-8?Q?=89?= x | 第三 x",
                "=?utf-8*zh?b?56ys?=a=?utf-8?b?5LiJ?= | 第a三",
                "=?nonsense?B?56ys?= | 第",
                "=?gbk?q?a b_c?= | a b c",
                "=?utf-8?X?abc?= | =?utf-8?X?abc?=",
                "=?utf-8?B?56ys | =?utf-8?B?56ys",
                "=?big5?B?stSkVQ==?= | 紳下",
            })
    void decodesSubjects(String subject, String words) {
        assertEquals(words, read("From: a@x.cn\nSubject: " + subject + "\n\n").subject());
    }

    @Test
    void decodesRawSubjects() {
        assertEquals(
                "第三季度",
                read("From: a@x.cn\nSubject: " + raw("第三季度", "UTF-8") + "\n\n").subject());
        assertEquals(
                "第三季度",
                read("From: a@x.cn\nSubject: " + raw("第三季度", "GBK") + "\n\n").subject());
    }

    @Test
    void letsNothingUnseenThrough() {
        MailMessage mail = read("From: =?utf-8?B?4oCu?=\u0007 <a@x.cn>\nSubject: =?utf-8?Q?a=0D=0AX:_b=E2=80=AEc?=\n"
                + "Message-ID: <a\u0007b@x>\nAuthentication-Results: x\u0007;\n\ty=z\n\n");
        assertEquals("a X: b\\u202ec", mail.subject());
        assertEquals("\\u202e\\u0007 <a@x.cn>", mail.fromShown());
        assertEquals("<ab@x>", mail.messageId());
        assertEquals(List.of("x; y=z"), mail.authenticationResults());
        MailMessage parts = read(mixed(file("=?utf-8?B?4oCuYQ==?=.xlsx", CSV), file("=?utf-8?B?4oCuYQ==?=.pdf", CSV)));
        assertEquals("a.xlsx", parts.parts().get(0).name());
        assertEquals("a.xlsx", parts.parts().get(0).givenName());
        assertEquals("\\u202ea.pdf", parts.left().get(0).name());
    }

    @Test
    void masksThePhoneNumberOfASender() {
        assertFalse(read("From: <13800138000@139.com>\n\n").fromShown().contains("13800138000"));
        assertEquals(
                Optional.of("13800138000@139.com"),
                read("From: <13800138000@139.com>\n\n").from());
    }

    @Test
    void cutsWhatIsLong() {
        MailMessage mail = read("From: " + "x".repeat(900) + " <a@x.cn>\nSubject: " + "y ".repeat(900)
                + "\nMessage-ID: <" + "z".repeat(998) + "@x>\n\n");
        assertEquals(200, mail.fromShown().length());
        assertEquals(300, mail.subject().length());
        assertEquals("", mail.messageId());
    }

    @Test
    void readsIdsAndTheNewestReferences() {
        StringBuilder references = new StringBuilder("References:");
        for (int i = 0; i < 30; i++) {
            references.append("\n <").append(i).append("@x>");
        }
        MailMessage mail =
                read("From: a@x.cn\nMessage-ID:\n <m@x>\nIn-Reply-To: <r@x> (of today)\n" + references + "\n\n");
        assertEquals("<m@x>", mail.messageId());
        assertEquals("<r@x>", mail.inReplyTo());
        assertEquals(20, mail.references().size());
        assertEquals("<10@x>", mail.references().get(0));
        assertEquals("<29@x>", mail.references().get(19));
        assertEquals("", read("From: a@x.cn\nMessage-ID: none\n\n").messageId());
    }

    @Test
    void readsTheDate() {
        assertEquals(
                Optional.of(Instant.parse("2026-10-10T08:30:00Z")),
                read("From: a@x.cn\nDate: Sat, 10 Oct 2026 16:30:00 +0800 (CST)\n\n")
                        .date());
        assertEquals(Optional.empty(), read("From: a@x.cn\nDate: tomorrow\n\n").date());
        assertEquals(Optional.empty(), read("From: a@x.cn\n\n").date());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied (vacation)",
                "Precedence: Bulk",
                "List-Id: <x>",
                "List-Unsubscribe: <x>",
                "X-Auto-Response-Suppress: All",
                "X-Autoreply: yes",
                "Return-Path: <>",
                "Content-Type: multipart/report; boundary=x",
            })
    void knowsProgramsThatSend(String header) {
        assertTrue(read("From: a@x.cn\n" + header + "\n\n").automatic());
    }

    @Test
    void knowsServersAndPeople() {
        assertTrue(read("From: <MAILER-DAEMON@x.cn>\n\n").automatic());
        assertTrue(read("From: PostMaster@x.cn\n\n").automatic());
        assertFalse(read("From: a@x.cn\nAuto-Submitted: no\nPrecedence: first-class\nReturn-Path: <a@x.cn>\n\n")
                .automatic());
    }

    @Test
    void readsWhoseMailFailed() {
        String status = "Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\n"
                + "Final-Recipient: rfc822; B@y.cn\nOriginal-Recipient: rfc822;<a@y.cn>\nAction: Failed\nStatus: 5.1.1\n\n"
                + "Final-Recipient: rfc822; late@y.cn\nAction: delayed\n\n"
                + "Final-Recipient: rfc822;\n c@y.cn\nAction: failed\n";
        String original = "Content-Type: message/rfc822\n\n"
                + mixed(file("reminder.xlsx", CSV)).replace("b1", "b9");
        String mail = "From: MAILER-DAEMON@x.cn\n"
                + multipart("report; report-type=delivery-status", "r", status, original)
                        .replace("report-type=delivery-status; boundary", "report-type=delivery-status; boundary");
        MailMessage report = read(mail);
        assertEquals(List.of("a@y.cn", "b@y.cn", "c@y.cn"), report.failedRecipients());
        assertEquals(List.of(), report.parts());
        assertTrue(report.automatic());
        MailMessage forwarded = read("From: a@x.cn\nContent-Type: message/rfc822\n\n" + mail);
        assertEquals(List.of(), forwarded.failedRecipients());
    }

    @Test
    void boundsRecipientsAndResults() {
        StringBuilder status = new StringBuilder("Content-Type: message/delivery-status\n");
        for (int i = 0; i < 150; i++) {
            status.append("\nFinal-Recipient: rfc822; a").append(i).append("@y.cn\nAction: failed\n");
        }
        MailMessage mail = read("From: a@x.cn\n" + "Authentication-Results: x; y=z\n".repeat(30)
                + multipart("report", "r", status.toString()));
        assertEquals(100, mail.failedRecipients().size());
        assertEquals(20, mail.authenticationResults().size());
    }
}
