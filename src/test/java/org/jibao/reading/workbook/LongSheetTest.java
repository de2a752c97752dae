package org.jibao.reading.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jibao.benchmark.LongReturn;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Finding;
import org.jibao.inbox.Inbox;
import org.jibao.inbox.Limits;
import org.jibao.reading.Reading;
import org.jibao.reading.ReturnReader;
import org.jibao.reading.Returns;
import org.jibao.reading.content.Entries.Entry;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.testkit.ShippedForms;
import org.jibao.testkit.Zips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register that is longer than what is held. */
class LongSheetTest {

    private static final int ROWS = 24_000;
    private static final String PART = "xl/worksheets/long.xml";

    private final JobDefinition job;
    private final Path written;
    private final Path inbox;
    private final Path temporary;
    private final List<Long> progress = new ArrayList<>();

    LongSheetTest(@TempDir Path folder) throws IOException {
        job = ShippedForms.load(folder);
        written = LongReturn.write(ROWS, Files.createDirectories(folder.resolve("written")), "QL101", "青岚县砚雨镇");
        inbox = Files.createDirectories(folder.resolve("inbox"));
        temporary = folder.resolve("entries");
    }

    private Reading read(byte[] bytes) throws IOException {
        Files.write(inbox.resolve(written.getFileName()), bytes);
        Limits limits = Limits.of(job.limits());
        ReturnReader reader =
                new ReturnReader(job, limits, temporary, (rows, count, size) -> progress.add(rows), () -> false);
        return reader.read(Inbox.list(inbox, limits).files().get(0));
    }

    private ReturnDocument document(byte[] bytes) throws IOException {
        return ((Reading.Read) read(bytes)).document();
    }

    private Finding rejection(byte[] bytes) throws IOException {
        return ((Reading.Rejected) read(bytes)).reason();
    }

    private static List<Entry> entries(ReturnDocument document) {
        List<Entry> entries = new ArrayList<>();
        document.entries().<RuntimeException>each("request_register", entries::add);
        return entries;
    }

    private long files() throws IOException {
        if (!Files.exists(temporary)) {
            return 0;
        }
        try (Stream<Path> paths = Files.list(temporary)) {
            return paths.count();
        }
    }

    @Test
    void readsTheSameWithTheParserThatKnowsMoreEncodings() throws IOException {
        ReturnDocument inParts = document(Files.readAllBytes(written));
        assertEquals(1, files());
        // The fast parser refuses GBK, the patient one reads it.
        Zips zips = Zips.of(Files.readAllBytes(written));
        String sheet = zips.text(PART).replaceFirst("^<\\?xml[^>]*\\?>", "");
        byte[] unusual = zips.with(
                        PART, ("<?xml version=\"1.0\" encoding=\"GBK\"?>" + sheet).getBytes(Charset.forName("GBK")))
                .bytes();
        ReturnDocument held = document(unusual);
        assertEquals(ROWS, inParts.entries().size("request_register"));
        assertEquals(entries(held), entries(inParts));
        assertEquals(held.findings(), inParts.findings());
        assertEquals(List.of(4096L * 5, (long) ROWS + 1), progress.subList(4, 6));
        inParts.entries().close();
        held.entries().close();
        assertEquals(0, files());
    }

    @Test
    void namesTheTrueRowOfABadOneAndKeepsItsOtherFields() throws IOException {
        int bad = LongReturn.badRow(ROWS);
        byte[] later = Zips.of(Files.readAllBytes(written))
                .change(
                        PART,
                        xml -> xml.replaceAll("<c r=\"D23999\" s=\"\\d+\"><v>\\d+", "<c r=\"D23999\" t=\"str\"><v>昨天"))
                .bytes();
        ReturnDocument document = document(later);
        assertEquals(
                List.of(
                        "entry-not-listed@依申请公开台账!C" + bad + " 申请人类别 | 外地来客 | 自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他",
                        "entry-field-invalid@依申请公开台账!D23999 收到日期 | 昨天 | date"),
                Returns.findings(document));
        Entry entry = entries(document).get(23_999 - 2);
        assertEquals(23_999, entry.row());
        assertNull(entry.values().get("received_on"));
        assertEquals("青依申〔2026〕0023998号", entry.values().get("number"));
        document.entries().close();
    }

    @Test
    void rejectsOneThatIsDamagedFarDown() throws IOException {
        byte[] half = Zips.of(Files.readAllBytes(written))
                .change(PART, xml -> xml.substring(0, xml.indexOf("<row r=\"23500\"")))
                .bytes();
        assertEquals("file-unreadable", rejection(half).code());
        byte[] string = Zips.of(Files.readAllBytes(written))
                .change(PART, xml -> xml.replaceAll("(<c r=\"A23500\"[^>]*><v>)\\d+", "$199999999"))
                .bytes();
        assertEquals("file-unreadable", rejection(string).code());
        assertEquals(0, files());
    }

    /** The job takes larger files than others, and no denser ones. */
    @Test
    void rejectsABombAllTheSame() throws IOException {
        byte[] bomb = Zips.of(Files.readAllBytes(written))
                .with("xl/styles.xml", " ".repeat(3 << 20))
                .bytes();
        Finding reason = rejection(bomb);
        assertEquals("file-limit-exceeded", reason.code());
        assertEquals("ratio", reason.arguments().get("limit"));
        assertEquals("200", reason.arguments().get("allowed"));
        assertEquals(0, files());
    }
}
