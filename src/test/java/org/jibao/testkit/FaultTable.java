package org.jibao.testkit;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code src/docs/faults.md}: each fault a row. Whoever brings a fault about holds what the tool said against its row. */
public final class FaultTable {

    private static final Path DOCUMENT = Path.of("src/docs/faults.md");
    private static final Pattern QUOTED = Pattern.compile("「([^」]+)」");
    private static final Pattern ROW = Pattern.compile("\\| `([a-z-]+)` \\|.*\\|");

    private FaultTable() {}

    /**
     * One row.
     *
     * @param said the exact words in Chinese, {@code …} for what differs from case to case; empty where nothing is said
     * @param tests as {@code Class.method}
     */
    public record Row(
            String fault, String done, String said, String exit, String after, String next, List<String> tests) {

        Pattern words() {
            return Pattern.compile(
                    Stream.of(said.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".+")),
                    Pattern.DOTALL);
        }
    }

    /** Fails where the document does not say of the fault what the tool has said. */
    public static void assertSaid(String fault, String zh) {
        Row row = rows().get(fault);
        assertNotNull(row, "the fault table has no row " + fault);
        assertTrue(
                row.words().matcher(zh).matches(),
                () -> "the fault table quotes\n" + row.said() + "\nbut said was\n" + zh);
    }

    public static Map<String, Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        try (Stream<String> lines = Files.lines(DOCUMENT)) {
            lines.filter(line -> ROW.matcher(line).matches())
                    .map(FaultTable::row)
                    .forEach(row -> {
                        assertTrue(rows.put(row.fault(), row) == null, "two rows " + row.fault());
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static Row row(String line) {
        List<String> cells = Stream.of(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
        assertTrue(cells.size() == 7, "a row has seven cells: " + line);
        Matcher quoted = QUOTED.matcher(cells.get(2));
        return new Row(
                cells.get(0).replace("`", ""),
                cells.get(1),
                quoted.matches() ? quoted.group(1) : "",
                cells.get(3),
                cells.get(4),
                cells.get(5),
                Stream.of(cells.get(6).split("<br>"))
                        .map(test -> test.replace("`", "").strip())
                        .toList());
    }
}
