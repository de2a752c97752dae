package org.jibao.mime;

import static org.jibao.mime.Eml.CSV;
import static org.jibao.mime.Eml.LIMITS;
import static org.jibao.mime.Eml.base64;
import static org.jibao.mime.Eml.content;
import static org.jibao.mime.Eml.file;
import static org.jibao.mime.Eml.left;
import static org.jibao.mime.Eml.mixed;
import static org.jibao.mime.Eml.multipart;
import static org.jibao.mime.Eml.parts;
import static org.jibao.mime.Eml.read;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.jibao.testkit.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailReaderTest {

    private static final byte[] BOOK = Sheets.of("表一", "| 1 | 二 |").xlsx();
    private static final String TEXT = "Content-Type: text/plain; charset=utf-8\n\nhello";

    @Test
    void takesFilesByTheirEndings() {
        MailMessage mail = read(mixed(
                TEXT,
                file("a.xlsx", BOOK),
                file("b.CSV", CSV),
                file("c.pdf", CSV),
                file("d.Zip", CSV),
                file("e.et", CSV)));
        assertEquals(List.of("2 a.xlsx", "3 b.CSV", "5 d.Zip", "6 e.et"), parts(mail));
        assertEquals(List.of("c.pdf OTHER_KIND"), left(mail));
        assertArrayEquals(BOOK, content(mail.parts().get(0)));
        assertEquals(BOOK.length, mail.parts().get(0).size());
    }

    @Test
    void takesFilesWithoutEndingByTypeAndBytes() {
        MailMessage mail = read(mixed(
                "Content-Type: application/vnd.ms-excel; name=report\nContent-Transfer-Encoding: base64\n\n"
                        + base64(CSV),
                "Content-Type: text/csv\n\na,b",
                "Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n\n" + base64(BOOK),
                "Content-Type: application/octet-stream\n\nwords",
                "Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet; name=2026.09\n\nx"));
        assertEquals(List.of("1 report.xls", "2 part-2.csv", "3 part-3.zip", "5 2026.09.xlsx"), parts(mail));
        assertEquals(List.of("application/octet-stream OTHER_KIND"), left(mail));
        assertEquals("", mail.parts().get(1).givenName());
    }

    @Test
    void toleratesWideEndings() {
        MailMessage mail = read(mixed(
                file(Eml.raw("表．ｘｌｓｘ", "UTF-8"), CSV),
                file("b.xlsx ", CSV),
                file("C:\\tmp\\..\\x/c.xls", CSV),
                file("d.xlsx.", CSV)));
        assertEquals(List.of("1 表.xlsx", "2 b.xlsx", "3 c.xls", "4 d.xlsx"), parts(mail));
    }

    @Test
    void keepsSignaturesAndInlinePicturesSilent() {
        String picture = "Content-Type: image/png; name=logo.png\nContent-ID: <x>\n\npng";
        MailMessage mail = read(mixed(
                multipart("related", "b2", "Content-Type: text/html\n\n<p>", picture),
                "Content-Type: image/jpeg; name=scan.jpg\nContent-Disposition: attachment\n\njpg",
                "Content-Type: application/pkcs7-signature; name=smime.p7s\n\nx"));
        assertEquals(List.of("scan.jpg OTHER_KIND"), left(mail));
    }

    @Test
    void opensForwardsMailsInMailsAndMailsAsFiles() {
        String inner = mixed(TEXT, file("inner.csv", CSV));
        MailMessage mail = read(mixed(
                TEXT,
                "Content-Type: message/rfc822\n\n" + inner.replace("b1", "b2"),
                file("old.eml", Eml.bytes(inner)),
                file("after.csv", CSV)));
        assertEquals(List.of("3 inner.csv", "6 inner.csv", "7 after.csv"), parts(mail));
        assertEquals(List.of(), left(mail));
        assertArrayEquals(CSV, content(mail.parts().get(1)));
    }

    @Test
    void opensEncodedForwardsAndSaysWhichAreNoMails() {
        String inner = mixed(TEXT, file("inner.csv", CSV));
        MailMessage mail = read(mixed(
                "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n" + base64(Eml.bytes(inner)),
                file("no.eml", CSV)));
        assertEquals(List.of("2 inner.csv"), parts(mail));
        assertEquals(List.of("no.eml DAMAGED"), left(mail));
    }

    @Test
    void namesEncryptedParts() {
        MailMessage mail = read("From: a@x.cn\nContent-Type: application/pkcs7-mime; name=smime.p7m\n\nx");
        assertEquals(List.of("smime.p7m ENCRYPTED"), left(mail));
        assertEquals(
                List.of("multipart/encrypted ENCRYPTED"),
                left(read("From: a@x.cn\n" + multipart("encrypted", "b", TEXT))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "YSxiCjEs!Mgo=",
                "YSxiC",
                "YSxiCjEsMg=\n=YSxi",
                "YSxiCjEsMgo=\n-- \nfooter",
                "YSxiCjF",
                "YSx\u0000iCjEsMgo="
            })
    void refusesBrokenBase64(String body) {
        MailMessage mail = read(mixed(
                "Content-Type: text/csv; name=a.csv\nContent-Transfer-Encoding: base64\n\n" + body,
                file("b.csv", CSV)));
        assertEquals(List.of("a.csv DAMAGED"), left(mail));
        assertEquals(List.of("2 b.csv"), parts(mail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"YSxiCjEsMgo=", "YSxiCjEsMgo", " YSxi\n\n\tCjEs Mgo=\n", "YSxiCjEsMgo==\n"})
    void toleratesBlanksAndMissingPadding(String body) {
        MailMessage mail =
                read(mixed("Content-Type: text/csv; name=a.csv\nContent-Transfer-Encoding: BASE64 (x)\n\n" + body));
        assertEquals(List.of(), left(mail));
        assertArrayEquals(CSV, content(mail.parts().get(0)));
    }

    @Test
    void decodesQuotedPrintableAndRefusesWhatIsNone() {
        String head = "Content-Type: text/csv; name=a.csv\nContent-Transfer-Encoding: quoted-printable\n\n";
        MailMessage mail = read(mixed(head + "=E8=A1=A8,b  \n1=\n2=3D=\t\n3"));
        assertEquals("表,b\r\n12=3", new String(content(mail.parts().get(0)), StandardCharsets.UTF_8));
        assertEquals(List.of("a.csv DAMAGED"), left(read(mixed(head + "a=ZZ"))));
    }

    @Test
    void refusesUnknownEncodingsAndReadsUuencoded() {
        String uu = "begin 644 a.csv\n(82QB\"C$L,@H \n \nend\n";
        MailMessage mail = read(mixed(
                "Content-Type: text/csv; name=a.csv\nContent-Transfer-Encoding: x-uuencode\n\n" + uu,
                "Content-Type: text/csv; name=b.csv\nContent-Transfer-Encoding: yenc\n\nabc",
                "Content-Type: text/csv; name=c.csv\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 c.csv\n(82QB"));
        assertEquals(List.of("1 a.csv"), parts(mail));
        assertArrayEquals(CSV, content(mail.parts().get(0)));
        assertEquals(List.of("b.csv DAMAGED", "c.csv DAMAGED"), left(mail));
    }

    @Test
    void knowsThatAMissingEndMayHaveCutTheLastPart() {
        String whole = mixed(file("a.csv", CSV), file("b.csv", CSV));
        MailMessage cut = read(whole.substring(0, whole.length() - "\n--b1--\n".length()));
        assertEquals(List.of("1 a.csv"), parts(cut));
        assertEquals(List.of("b.csv DAMAGED"), left(cut));
        String nested = mixed(multipart("mixed", "in", file("a.csv", CSV)).replace("--in--\n", ""), file("b.csv", CSV));
        assertEquals(List.of("a.csv DAMAGED"), left(read(nested)));
        assertEquals(List.of("2 b.csv"), parts(read(nested)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"boundary=\"nowhere\"", "boundary=\"\"", "", "boundary=\"b1\""})
    void saysThatBoundariesLeadNowhere(String boundary) {
        String inner = "Content-Type: multipart/mixed; " + boundary + "\n\ntext";
        assertEquals(List.of("multipart/mixed DAMAGED"), left(read(mixed(inner))));
    }

    @Test
    void guessesABoundaryThatIsNotNamed() {
        MailMessage mail =
                read(mixed(file("a.csv", CSV)).replace("; boundary=\"b1\"", "").replace("preamble\n", ""));
        assertEquals(List.of("1 a.csv"), parts(mail));
    }

    @Test
    void stopsAtTheDeepestMail() {
        String mail = mixed(file("core.csv", CSV));
        for (int i = 0; i < MailLimits.DEEPEST; i++) {
            mail = "From: a@x.cn\nContent-Type: message/rfc822\n\n" + mail;
        }
        assertEquals(List.of("1 core.csv"), parts(read(mail)));
        assertEquals(
                List.of("multipart/mixed TOO_DEEP"),
                left(read("From: a@x.cn\nContent-Type: message/rfc822\n\n" + mail)));
    }

    @Test
    void stopsAtTheDeepestLevel() {
        String part = file("core.csv", CSV);
        for (int i = 0; i <= MailLimits.DEEPEST_LEVEL; i++) {
            part = multipart("mixed", "n" + i, part);
        }
        assertEquals(List.of("core.csv TOO_DEEP"), left(read("From: a@x.cn\n" + part)));
    }

    @Test
    void stopsAtTheMostParts() {
        String[] many = new String[MailLimits.MOST_PARTS + 2];
        java.util.Arrays.fill(many, file("a.csv", CSV));
        MailMessage mail = read(mixed(many));
        assertEquals(MailLimits.MOST_PARTS, mail.parts().size());
        assertEquals(List.of("a.csv TOO_MANY", "a.csv TOO_MANY"), left(mail));
    }

    @Test
    void visitsNoMoreThanTheMost() {
        String[] many = new String[MailLimits.MOST_VISITED + 1];
        java.util.Arrays.fill(many, TEXT);
        many[0] = file("a.csv", CSV);
        many[MailLimits.MOST_VISITED] = file("late.csv", CSV);
        MailMessage mail = read(mixed(many));
        assertEquals(List.of("1 a.csv"), parts(mail));
        assertEquals(List.of("multipart/mixed TOO_MANY"), left(mail));
    }

    @Test
    void survivesMillionsOfBoundaries() {
        byte[] bytes =
                Eml.bytes("From: a@x.cn\nContent-Type: multipart/mixed; boundary=b\n\n" + "--b\n\n".repeat(1_000_000));
        assertEquals(List.of("multipart/mixed TOO_MANY"), left(MailReader.read(bytes, LIMITS)));
    }

    @Test
    void boundsHeaders() {
        String references = "References: " + "<x@y>\n ".repeat(MailLimits.HEADER_BYTES / 8) + "\n";
        assertEquals(List.of(" TOO_LARGE"), left(read("From: a@x.cn\n" + references + references + "\n")));
        String part = references + references + "Content-Type: text/csv\n\na";
        assertEquals(List.of("multipart/mixed TOO_LARGE"), left(read(mixed(TEXT, part))));
        String[] many = new String[20];
        java.util.Arrays.fill(many, "X: " + "y".repeat(200 << 10) + "\n\nx");
        assertEquals(List.of("multipart/mixed TOO_LARGE"), left(read(mixed(many))));
    }

    @Test
    void boundsPartsAndFiles() {
        MailMessage mail = read(mixed(file("large.csv", new byte[(1 << 20) + 1]), file("fits.csv", new byte[1 << 20])));
        assertEquals(List.of("large.csv TOO_LARGE"), left(mail));
        assertEquals(List.of("2 fits.csv"), parts(mail));
        assertEquals(List.of(" TOO_LARGE"), left(MailReader.read(new byte[(8 << 20) + 1], LIMITS)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n\n",
                "no header at all",
                "\u0000\u0000\u0001",
                "Content-Type: multipart/mixed",
                ":",
                "%PDF-1.4"
            })
    void neverFails(String text) {
        MailMessage mail = read(text);
        assertEquals(List.of(), parts(mail));
    }

    @Test
    void givesWhatItIsToldOfStrangeContentTypes() {
        MailMessage mail = read(mixed(
                "Content-Type: xlsx; name=a.xlsx\n\nx",
                "Content-Type: ;;;=;\"\n\nx",
                "Content-Type: text/csv; charset=nonsense; name=\"b.csv\n\nx",
                "Content-Disposition: attachment; filename=a b.xls; x\n\nx"));
        assertEquals(List.of("1 a.xlsx", "3 b.csv", "4 a b.xls"), parts(mail));
    }

    /** None of them gives a file that is neither whole nor named. */
    @Test
    void survivesAnyByteThatIsChanged() {
        byte[] whole = Eml.bytes("Subject: =?utf-8?B?56ys?=\n"
                + mixed(
                        TEXT,
                        file("=?gb2312?B?se0ueGxzeA==?=", CSV),
                        "Content-Type: message/rfc822\n\n" + mixed(file("b.csv", CSV))));
        for (int i = 0; i < whole.length; i++) {
            for (int change : new int[] {0x80, 0x01}) {
                byte[] changed = whole.clone();
                changed[i] ^= (byte) change;
                MailMessage mail = MailReader.read(changed, LIMITS);
                assertTrue(mail.parts().size() <= 4 && mail.left().size() <= 4, "byte " + i);
            }
        }
    }

    /** The work that a header makes grows with its length, and no faster: each of these takes milliseconds. */
    @Test
    void readsHeadersInLinearTime() {
        String words = "=?a?B?x".repeat(30_000);
        String parameters = "a;".repeat(100_000) + "=";
        for (int i = 0; i < 20; i++) {
            assertEquals(List.of(), parts(read("From: a@x.cn\nSubject: " + words + "\n\n")));
            assertEquals(List.of(), parts(read("From: a@x.cn\nContent-Type: text/plain;" + parameters + "\n\n")));
            assertEquals(List.of(), parts(read("From: " + "<\"(".repeat(60_000) + "\n\n")));
            assertEquals(List.of(), parts(read("References: " + "<".repeat(200_000) + "\nFrom: x\n\n")));
        }
    }

    @Test
    void findsLinksToLargeAttachments() {
        assertTrue(read("From: a@x.cn\nContent-Type: text/html; charset=gb2312\n\n"
                        + Eml.raw("从QQ邮箱发来的超大附件 https://mail.qq.com/x", "GBK"))
                .largeLink());
        assertTrue(read(mixed("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
                        + base64("云附件 http://x.cn/".getBytes(StandardCharsets.UTF_8))))
                .largeLink());
        assertFalse(read(mixed(TEXT)).largeLink());
        assertFalse(read("From: a@x.cn\n\nhttp://x.cn").largeLink());
        String late = "x".repeat(MailLimits.TEXT_BYTES) + Eml.raw("超大附件 https://x.cn", "UTF-8");
        assertFalse(read("From: a@x.cn\n\n" + late).largeLink());
    }

    @Test
    void writesPartsWithinTheBound(@TempDir Path folder) throws Exception {
        MailMessage mail = read(mixed(file("a.csv", CSV)));
        mail.parts().get(0).writeTo(folder.resolve("x"));
        assertArrayEquals(CSV, Files.readAllBytes(folder.resolve("x")));
        MailPart torn = new MailPart(1, "a", "a", 4, 3, () -> new ByteArrayInputStream(new byte[4]));
        PartDamage damage = assertThrows(PartDamage.class, () -> torn.writeTo(folder.resolve("y")));
        assertEquals(LeftPart.Why.TOO_LARGE, damage.why());
        assertFalse(Files.exists(folder.resolve("y")));
    }

    @Test
    void readsAMessageThatIsInMemory() throws Exception {
        MimeMessage message = new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(Eml.bytes(mixed(file("a.csv", CSV)))));
        assertEquals(List.of("1 a.csv"), parts(MailReader.read(message, LIMITS)));
    }

    @Test
    void tellsMailsFromOtherTexts() {
        assertTrue(MailReader.looksLikeMail(Eml.bytes("Received: from x\n by y\nFrom: a@x.cn\n\nx")));
        assertTrue(MailReader.looksLikeMail(Eml.bytes("MIME-Version: 1.0\nMessage-ID: <x@y>\n\nx")));
        assertFalse(MailReader.looksLikeMail(Eml.bytes("MIME-Version: 1.0\nContent-Type: text/html\n\n")));
        assertFalse(MailReader.looksLikeMail(Eml.bytes("a,b\nFrom: x\nTo: y\n")));
        assertFalse(MailReader.looksLikeMail(Eml.bytes("From: a\nMIME-Version: 1.0\nX-Document-Type: Workbook\n\n")));
        assertFalse(MailReader.looksLikeMail(BOOK));
        assertFalse(MailReader.looksLikeMail(new byte[0]));
    }
}
