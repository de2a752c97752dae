package org.jibao.reading.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jibao.definition.CellType;
import org.jibao.definition.CellType.Kind;
import org.jibao.definition.Field;
import org.jibao.definition.Label;
import org.jibao.definition.RegisterForm;
import org.jibao.definition.SheetNames;
import org.jibao.finding.Text;
import org.jibao.reading.content.DocumentBuilder.EntryCollector;
import org.jibao.reading.content.Entries.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written away comes back as it was, as often as it is asked for, and is gone in the end. */
class EntryCollectorTest {

    private static final int MORE = 10_000;

    private static final RegisterForm REGISTER = new RegisterForm(
            "items",
            Text.same("台账"),
            new SheetNames("台账", List.of()),
            false,
            RegisterForm.Purpose.ENTRIES,
            List.of(
                    field("number", Kind.TEXT, false),
                    field("phone", Kind.TEXT, true),
                    field("kind", Kind.TEXT, false),
                    field("day", Kind.DATE, false),
                    field("fee", Kind.AMOUNT, false)));

    private static Field field(String id, Kind kind, boolean sensitive) {
        CellType type = new CellType(kind, null, false);
        Label label = new Label(id, Text.same(id), List.of(), null, type, false);
        return new Field(label, type, false, sensitive, false, List.of(), false, false, false);
    }

    /** Texts of any length, words that come again, days before 1970, numbers of any size, and fields without a value. */
    private static Entry entry(int i) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("number", i % 500 == 0 ? "长".repeat(i * 3) : "〔2026〕" + i + "号");
        if (i % 3 != 0) {
            values.put("kind", "kind" + i % 7);
        }
        if (i % 5 != 0) {
            values.put("day", LocalDate.of(1960, 1, 1).plusDays(i));
        }
        if (i % 7 != 0) {
            values.put("fee", new BigDecimal(i % 2 == 0 ? "-99999999999999.9999" : i + ".50"));
        }
        return new Entry("items", "台账", i + 2, values);
    }

    private final Path folder;

    EntryCollectorTest(@TempDir Path temporary) {
        folder = temporary.resolve("entries");
    }

    private Entries collected(int number) {
        EntryCollector collector = new EntryCollector(folder);
        for (int i = 0; i < number; i++) {
            collector.add(REGISTER, entry(i));
        }
        return collector.finished();
    }

    private long files() throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.count();
        }
    }

    @Test
    void holdsAnOrdinaryRegister() throws IOException {
        Entries entries = collected(Entries.HELD);
        assertEquals(Entries.HELD, entries.size());
        assertEquals(0, files());
    }

    @Test
    void writesTheRestOfALongOneAway() throws IOException {
        Entries entries = collected(Entries.HELD + MORE);
        assertEquals(Entries.HELD + MORE, entries.size("items"));
        assertEquals(1, files());
        for (int time = 0; time < 2; time++) {
            List<Integer> rows = new ArrayList<>();
            entries.<RuntimeException>each("items", entry -> {
                assertEquals(entry(rows.size()), entry);
                rows.add(entry.row());
            });
            assertEquals(Entries.HELD + MORE, rows.size());
        }
        entries.close();
        assertEquals(0, files());
        entries.close();
    }

    @Test
    void keepsASensitiveFieldOutOfTheFile() throws IOException {
        EntryCollector collector = new EntryCollector(folder);
        for (int i = 0; i <= Entries.HELD; i++) {
            collector.add(REGISTER, new Entry("items", "台账", i, Map.of("phone", "13800138000", "kind", "sentinel")));
        }
        collector.finished();
        try (Stream<Path> paths = Files.list(folder)) {
            String bytes = Files.readString(paths.findFirst().orElseThrow(), StandardCharsets.ISO_8859_1);
            assertEquals(1, bytes.split("sentinel", -1).length - 1);
            assertFalse(bytes.contains("138"));
        }
    }

    @Test
    void leavesNothingOfWhatIsDiscarded() throws IOException {
        EntryCollector collector = new EntryCollector(folder);
        for (int i = 0; i < Entries.HELD + 2; i++) {
            collector.add(REGISTER, entry(i));
        }
        assertEquals(1, files());
        collector.discard();
        assertEquals(0, files());
    }
}
