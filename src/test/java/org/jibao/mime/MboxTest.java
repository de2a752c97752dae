package org.jibao.mime;

import static org.jibao.mime.Eml.CSV;
import static org.jibao.mime.Eml.file;
import static org.jibao.mime.Eml.left;
import static org.jibao.mime.Eml.mixed;
import static org.jibao.mime.Eml.parts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MboxTest {

    private static final String MARK = "From a@x.cn Sat Oct 10 16:30:00 2026\n";

    private final Path file;

    MboxTest(@TempDir Path folder) {
        this.file = folder.resolve("m.mbox");
    }

    private Mbox mbox(String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
        return Mbox.of(file, new MailLimits(1 << 16, 1 << 16));
    }

    @Test
    void dividesMailsAtTheirMarks() throws IOException {
        Mbox mbox = mbox(MARK + mixed(file("a.csv", CSV)) + "\n" + MARK + mixed(file("b.csv", CSV)) + "\n");
        assertEquals(2, mbox.size());
        assertEquals(List.of("1 a.csv"), parts(mbox.read(0)));
        assertEquals(List.of("1 b.csv"), parts(mbox.read(1)));
        assertFalse(mbox.hasMore());
    }

    @Test
    void doesNotDivideAtWordsOfALetter() throws IOException {
        Mbox mbox = mbox(
                MARK
                        + "From: a@x.cn\nContent-Type: text/csv; name=a.csv\n\nx\nFrom b 10:00 2026\n\nFrom here\n>From x\n>>From y\n");
        assertEquals(1, mbox.size());
        assertEquals(
                "x\nFrom b 10:00 2026\n\nFrom here\nFrom x\n>From y\n",
                new String(Eml.content(mbox.read(0).parts().get(0)), StandardCharsets.UTF_8));
    }

    @Test
    void boundsTheMails() throws IOException {
        Mbox mbox = mbox((MARK + "From: a@x.cn\n\nx\n\n").repeat(MailLimits.MOST_MAILS + 1));
        assertEquals(MailLimits.MOST_MAILS, mbox.size());
        assertTrue(mbox.hasMore());
        Mbox large = mbox(MARK + "From: a@x.cn\n\n" + "x".repeat(1 << 16) + "\n\n" + MARK + mixed(file("b.csv", CSV)));
        assertEquals(List.of(" TOO_LARGE"), left(large.read(0)));
        assertEquals(List.of("1 b.csv"), parts(large.read(1)));
    }

    @Test
    void knowsOneByItsFirstLine() throws IOException {
        assertTrue(Mbox.looksLike(MARK.getBytes(StandardCharsets.ISO_8859_1)));
        assertFalse(Mbox.looksLike("From: a@x.cn 10:00 2026\n".getBytes(StandardCharsets.ISO_8859_1)));
        assertFalse(Mbox.looksLike("From here on\n10:00 2026".getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals(0, mbox("").size());
        assertEquals(0, mbox("words\n").size());
    }
}
