package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jibao.app.Jibao;
import org.jibao.mime.OutlookFixture;
import org.jibao.testkit.SavedMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails that an officer saved into the inbox, through the whole of collecting. */
class SavedMailIT {

    private static final String PETITIONS = "青岚县信访局_2026年第二季度.xlsx";
    private static final String POLICE = "青岚县公安局_2026年第二季度.xlsx";
    private static final String FINANCE = "青岚县财政局_2026年第二季度.xlsx";

    private final SmallInbox inbox;

    SavedMailIT(@TempDir Path folder) throws IOException {
        inbox = new SmallInbox(folder);
        Files.delete(inbox.inbox().resolve(PETITIONS));
        Files.delete(inbox.inbox().resolve(POLICE));
    }

    @Test
    void takesReturnsOutOfMailsAndKnowsThemAgain() throws IOException {
        byte[] petitions = Files.readAllBytes(SmallInbox.sample("青岚县信访局"));
        byte[] police = Files.readAllBytes(SmallInbox.sample("青岚县公安局"));
        put(
                "a.eml",
                new SavedMail()
                        .attach(PETITIONS, petitions)
                        .attach("returns.zip", zip(POLICE, police))
                        .bytes(),
                0);
        put("b.zip", zip(PETITIONS, petitions), 1);
        try (OutlookFixture message = new OutlookFixture()) {
            byte[] finance = Files.readAllBytes(SmallInbox.sample("青岚县财政局"));
            put("c.msg", message.attach(FINANCE, finance).attach(POLICE, police).msg(), 2);
        }
        put("d.eml", new SavedMail().saying("超大附件 https://x.cn").bytes(), 3);
        Jibao jibao = inbox.jibao();
        assertEquals(
                List.of(
                        "a.eml/returns.zip/" + POLICE + " accepted",
                        "a.eml/" + PETITIONS + " accepted",
                        "b.zip/" + PETITIONS + " duplicate",
                        "c.msg/" + POLICE + " duplicate",
                        "c.msg/" + FINANCE + " accepted",
                        "d.eml rejected"),
                jibao.run().collected().files().stream()
                        .map(file -> file.file() + " " + file.verdict().word())
                        .sorted()
                        .toList());
        assertEquals(List.of(), jibao.run().collected().files(), "all are known");
    }

    private void put(String name, byte[] bytes, int minutes) throws IOException {
        Path file = Files.write(inbox.inbox().resolve(name), bytes);
        Files.setLastModifiedTime(file, FileTime.from(SmallInbox.RECEIVED.plusSeconds(60L * minutes)));
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
