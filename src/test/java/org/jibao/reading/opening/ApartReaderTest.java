package org.jibao.reading.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jibao.benchmark.LongReturn;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Language;
import org.jibao.finding.Messages;
import org.jibao.inbox.Inbox;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.Limits;
import org.jibao.reading.Reading;
import org.jibao.reading.ReturnReader;
import org.jibao.reading.Returns;
import org.jibao.reading.content.Entries;
import org.jibao.reading.content.Entries.Entry;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.reading.workbook.ReadProgress;
import org.jibao.testkit.FaultTable;
import org.jibao.testkit.Sheets;
import org.jibao.testkit.ShippedForms;
import org.jibao.testkit.Zips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that ends the process which reads it costs itself and nothing else. */
class ApartReaderTest {

    private static final int ROWS = 24_000;

    private static final Sheets RETURN =
            Sheets.of("封面", "| 填报单位 | 青岚县教育局 |\n| 报告期 | 2026年第三季度 |\n").and("表一", "| 项目 | 公文件数 |\n| 本期制发公文 | 12 |\n");

    private final Path temporary;
    private final JobDefinition job;
    private final Path inbox;

    ApartReaderTest(@TempDir Path temporary) throws IOException {
        this.temporary = temporary;
        this.job = ShippedForms.load(Files.createDirectories(temporary.resolve("jobs")));
        this.inbox = Files.createDirectories(temporary.resolve("inbox"));
    }

    private ReturnReader reader(String mainClass, ReadProgress progress) {
        ApartReader apart = UnrulyReading.reader(mainClass, Limits.standard(), progress, () -> false);
        return new ReturnReader(job, Limits.standard(), temporary.resolve("entries"), progress, apart);
    }

    private ReturnReader unruly() {
        return reader(UnrulyReading.class.getName(), ReadProgress.NOBODY);
    }

    private InboxFile received(String name, byte[] bytes) throws IOException {
        Files.write(inbox.resolve(name), bytes);
        return Inbox.list(inbox, Limits.standard()).files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String outcome(Reading reading) {
        return reading instanceof Reading.Rejected rejected
                ? rejected.reason().code() + " " + rejected.reason().arguments()
                : read(((Reading.Read) reading).document());
    }

    private static String read(ReturnDocument document) {
        return document.unit().code() + " " + document.period() + " " + document.observations() + " "
                + Returns.findings(document);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hang", "memory", "overflow", "exit", "halt", "kill", "garbage"})
    void rejectsWhatEndsTheReaderTwiceAndReadsTheNext(String name) throws IOException {
        byte[] bytes = RETURN.xls();
        try (ReturnReader reader = unruly()) {
            InboxFile bad = received(name + ".xls", bytes);
            InboxFile good = received("good.xls", bytes);
            String expected = outcome(reader.read(good));
            Reading reading = reader.read(bad);
            assertEquals("file-unreadable {detail=stopped, sha256=" + bad.sha256() + "}", outcome(reading));
            assertEquals(bad.sha256(), reading.file().sha256());
            assertEquals(expected, outcome(reader.read(good)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"print", "litter"})
    void isNotMisledByWhatALibraryPrintsOrLeaves(String name) throws IOException {
        byte[] bytes = RETURN.xls();
        try (ReturnReader reader = unruly()) {
            assertEquals(
                    outcome(reader.read(received("good.xls", bytes))),
                    outcome(reader.read(received(name + ".xls", bytes))));
        }
    }

    @Test
    void readsOtherKindsWithoutAProcess() throws IOException {
        try (ReturnReader none = reader("org.jibao.NoSuchClass", ReadProgress.NOBODY);
                ReturnReader apart = unruly()) {
            InboxFile xlsx = received("good.xlsx", RETURN.xlsx());
            assertEquals(outcome(apart.readSuspect(xlsx)), outcome(none.read(xlsx)));
        }
    }

    @Test
    void holdsAFileBackWhereNoProcessStarts() throws IOException {
        try (ReturnReader none = reader("org.jibao.NoSuchClass", ReadProgress.NOBODY)) {
            InboxFile file = received("good.xls", RETURN.xls());
            Reading reading = none.read(file);
            assertEquals("file-unreadable {detail=starting}", outcome(reading));
            FaultTable.assertSaid("reader-not-started", said(reading));
            assertNotEquals(file.sha256(), reading.file().sha256());
        }
    }

    private static String said(Reading reading) {
        return Messages.render(((Reading.Rejected) reading).reason(), Language.ZH);
    }

    /** A machine without memory for the process is no fault of a file. */
    @Test
    void holdsAFileBackWhereTheProcessDiesOverEveryFile() throws IOException {
        try (ReturnReader dying = reader(Dying.class.getName(), ReadProgress.NOBODY)) {
            InboxFile file = received("good.xls", RETURN.xls());
            assertEquals("file-unreadable {detail=starting}", outcome(dying.read(file)));
        }
    }

    /** Greets and dies. */
    static final class Dying {

        private Dying() {}

        public static void main(String[] none) {
            org.jibao.reading.apart.ChildLoop.serve(
                    (head, body, out) -> Runtime.getRuntime().halt(1));
        }
    }

    @Test
    void readsSuspectsOfEveryKindAsElse() throws IOException {
        List<InboxFile> files = List.of(
                received("a.xlsx", RETURN.xlsx()),
                received("b.xls", RETURN.xls()),
                received("c.csv", "填报单位,青岚县教育局\n报告期,2026年第三季度\n".getBytes(StandardCharsets.UTF_8)),
                received("d.csv", "a,\"b\n".getBytes(StandardCharsets.UTF_8)),
                received(
                        "e.xlsx",
                        Zips.of(RETURN.xlsx())
                                .without("xl/worksheets/sheet1.xml")
                                .bytes()));
        List<String> apart = new ArrayList<>();
        List<String> here = new ArrayList<>();
        try (ReturnReader reader = unruly()) {
            for (InboxFile file : files) {
                apart.add(outcome(reader.readSuspect(file)));
                here.add(outcome(reader.read(file)));
            }
        }
        assertEquals(here, apart);
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "stack"})
    void readsApartWhatIsTooMuchForThisProcess(String lacking) throws IOException {
        InboxFile register = longRegister();
        AtomicInteger told = new AtomicInteger();
        ReadProgress once = (rows, bytes, size) -> {
            if (told.getAndIncrement() == 0) {
                throw lacking.equals("memory") ? new OutOfMemoryError("for a test") : new StackOverflowError();
            }
        };
        try (ReturnReader usual = reader(UnrulyReading.class.getName(), ReadProgress.NOBODY);
                ReturnReader lack = reader(UnrulyReading.class.getName(), once)) {
            assertEquals(entries(usual.read(register)), entries(lack.read(register)));
        }
        assertTrue(told.get() > 1);
    }

    private static String entries(Reading reading) {
        if (reading instanceof Reading.Read read) {
            try (Entries entries = read.document().entries()) {
                List<Entry> all = new ArrayList<>();
                entries.<RuntimeException>each("request_register", all::add);
                return all.size() + " " + all.hashCode() + " " + Returns.findings(read.document());
            }
        }
        return outcome(reading);
    }

    @Test
    void rejectsWhatIsTooMuchForBoth() throws IOException {
        InboxFile register = longRegister();
        ReadProgress never = (rows, bytes, size) -> {
            throw new OutOfMemoryError("for a test");
        };
        try (ReturnReader reader = reader(UnrulyReading.class.getName(), never)) {
            assertEquals(
                    "file-unreadable {detail=stopped, sha256=" + register.sha256() + "}",
                    outcome(reader.read(register)));
        }
    }

    private InboxFile longRegister() throws IOException {
        Path written = LongReturn.write(ROWS, inbox, "QL101", "青岚县砚雨镇");
        return Inbox.list(inbox, Limits.standard()).files().stream()
                .filter(file -> file.path().equals(written))
                .findFirst()
                .orElseThrow();
    }
}
