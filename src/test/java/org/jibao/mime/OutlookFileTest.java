package org.jibao.mime;

import static org.jibao.mime.Eml.CSV;
import static org.jibao.mime.Eml.LIMITS;
import static org.jibao.mime.Eml.content;
import static org.jibao.mime.Eml.file;
import static org.jibao.mime.Eml.left;
import static org.jibao.mime.Eml.mixed;
import static org.jibao.mime.Eml.parts;
import static org.jibao.mime.Eml.read;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutlookFileTest {

    @Test
    void takesTheAttachmentsAndTheSender() throws IOException {
        try (OutlookFixture message = new OutlookFixture()) {
            message.text("0037", "第三季度报表")
                    .text("5D01", "Zhang@X.cn")
                    .text("1035", "<m@x>")
                    .text("1000", "超大附件 https://x.cn")
                    .attach("表.xlsx", CSV)
                    .attach("note.pdf", CSV);
            MailMessage mail = MailReader.msg(message.msg(), LIMITS);
            assertEquals(List.of("1 表.xlsx"), parts(mail));
            assertEquals(List.of("note.pdf OTHER_KIND"), left(mail));
            assertArrayEquals(CSV, content(mail.parts().get(0)));
            assertEquals(Optional.of("zhang@x.cn"), mail.from());
            assertEquals("第三季度报表", mail.subject());
            assertEquals("<m@x>", mail.messageId());
            assertTrue(mail.largeLink());
        }
    }

    @Test
    void prefersTheHeaderWithWhichItCame() throws IOException {
        try (OutlookFixture message = new OutlookFixture()) {
            message.text("5D01", "a@x.cn")
                    .text(
                            "007D",
                            "From: \"a@x.cn\" <b@y.cn>\r\nAuto-Submitted: auto-replied\r\nAuthentication-Results: x; spf=pass\r\n");
            MailMessage mail = MailReader.msg(message.msg(), LIMITS);
            assertEquals(Optional.of("b@y.cn"), mail.from());
            assertTrue(mail.automatic());
            assertEquals(List.of("x; spf=pass"), mail.authenticationResults());
        }
    }

    @Test
    void opensMessagesInMessages() throws IOException {
        try (OutlookFixture message = new OutlookFixture()) {
            message.attached("forwarded").text("0037", "x").attach("inner.csv", CSV);
            message.attach("old.eml", Eml.bytes(mixed(file("older.csv", CSV))));
            assertEquals(List.of("1 inner.csv", "3 older.csv"), parts(MailReader.msg(message.msg(), LIMITS)));
            assertEquals(List.of("2 inner.csv", "4 older.csv"), parts(read(mixed(file("a.msg", message.msg())))));
        }
    }

    @Test
    void stopsAtTheDeepestMessage() throws IOException {
        try (OutlookFixture message = new OutlookFixture()) {
            OutlookFixture inner = message;
            for (int i = 0; i <= MailLimits.DEEPEST; i++) {
                inner = inner.attached("m" + i);
            }
            inner.attach("core.csv", CSV);
            MailMessage mail = MailReader.msg(message.msg(), LIMITS);
            assertEquals(List.of(), parts(mail));
            assertEquals(List.of("m8 TOO_DEEP"), left(mail));
        }
    }

    @Test
    void saysThatAFileIsDamaged() throws IOException {
        try (OutlookFixture message = new OutlookFixture()) {
            byte[] whole = message.attach("a.csv", new byte[20_000]).msg();
            assertEquals(List.of(" DAMAGED"), left(MailReader.msg(Arrays.copyOf(whole, whole.length / 2), LIMITS)));
            byte[] liar = whole.clone();
            liar[0x2F] = 0x7F;
            assertEquals(List.of(" DAMAGED"), left(MailReader.msg(liar, LIMITS)));
        }
        assertEquals(List.of(" DAMAGED"), left(MailReader.msg(CSV, LIMITS)));
        assertEquals(List.of("a.msg DAMAGED"), left(read(mixed(file("a.msg", CSV)))));
    }

    /** Two attachments that claim the same bytes: many of them would be more than any memory. */
    @Test
    void holdsNoBytesTwice() throws IOException {
        try (OutlookFixture message = new OutlookFixture()) {
            byte[] whole = message.attach("a.csv", new byte[30_000])
                    .attach("b.csv", new byte[30_000])
                    .msg();
            int changed = 0;
            for (int at = 0; at + 128 <= whole.length; at += 128) {
                String name = new String(whole, at, 40, java.nio.charset.StandardCharsets.UTF_16LE);
                if (name.startsWith("__substg1.0_37010102")) {
                    whole[at + 0x7A] = 1; // 30,000 becomes 95,536
                    changed++;
                }
            }
            assertEquals(2, changed);
            assertEquals(List.of(" DAMAGED"), left(MailReader.msg(whole, LIMITS)));
        }
    }

    @Test
    void survivesAnyByteThatIsChanged() throws IOException {
        try (OutlookFixture message = new OutlookFixture()) {
            byte[] whole = message.text("0037", "x").attach("a.csv", CSV).msg();
            for (int i = 0; i < whole.length; i += 13) {
                byte[] changed = whole.clone();
                changed[i] ^= (byte) 0xFF;
                MailMessage mail = MailReader.msg(changed, LIMITS);
                assertTrue(mail.parts().size() + mail.left().size() <= 2, "byte " + i);
            }
        }
    }

    @Test
    void opensWinmail() {
        byte[] packed = OutlookFixture.winmail("表.xlsx\0".getBytes(Charset.forName("GBK")), CSV);
        MailMessage mail = read(mixed(file("winmail.dat", packed)));
        assertEquals(List.of("2 表.xlsx"), parts(mail));
        assertArrayEquals(CSV, content(mail.parts().get(0)));
        assertEquals(
                List.of("winmail.dat DAMAGED"),
                left(read(mixed(file("winmail.dat", Arrays.copyOf(packed, packed.length - 6))))));
        assertEquals(
                List.of("1 part-1.csv", "3 表.xlsx"),
                parts(read(mixed(
                        "Content-Type: text/csv\n\na",
                        "Content-Type: application/ms-tnef\nContent-Transfer-Encoding: base64\n\n"
                                + Eml.base64(packed)))));
    }
}
