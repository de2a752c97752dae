package org.jibao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.jibao.cli.page.ResultStream;
import org.jibao.cli.page.Screen;
import org.jibao.cli.page.VisibleOutput.VisibleStream;
import org.jibao.finding.Language;
import org.jibao.store.Store;
import org.jibao.testkit.FreshStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Rows on the screen and in a file. */
class QueryCommandTest {

    private static final String SQL =
            "SELECT '＝1+1' AS text, -1 AS figure, chr(27) || '[2J' AS screen, chr(8238) AS bidi";

    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @BeforeEach
    void publish() {
        try (Store store = FreshStore.open(folder.resolve("jibao.duckdb"))) {
            store.snapshot().publish();
        }
    }

    private int query(String... options) {
        Screen screen = new Screen(
                new ResultStream(bytes, StandardCharsets.UTF_8),
                new VisibleStream(bytes, StandardCharsets.UTF_8),
                false,
                Language.EN);
        CommandLine line = JibaoCommand.line(screen);
        line.setExecutionExceptionHandler(new CommandFailures(screen));
        String[] arguments = Stream.concat(
                        Stream.of(
                                "query",
                                "--store",
                                folder.resolve("jibao.duckdb").toString()),
                        Stream.of(options))
                .toArray(String[]::new);
        Commands.add(line, arguments);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line.execute(arguments);
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void showsNothingThatATerminalObeys() {
        for (String format : new String[] {"table", "csv", "json"}) {
            assertEquals(ExitCode.DONE, query("--format", format, SQL), shown());
        }
        String escaped = shown().toLowerCase(java.util.Locale.ROOT);
        assertEquals(4, escaped.split("\\\\u001b", -1).length, escaped);
        assertEquals(4, escaped.split("\\\\u202e", -1).length, escaped);
        assertFalse(escaped.contains("\u001b") || escaped.contains("\u202e"), escaped);
    }

    @Test
    void guardsFormulasInCsv() {
        query("--format", "csv", "SELECT '＝1+1' AS text, '-1' AS sign, -1 AS figure, ' +a' AS blank");
        assertEquals("text,sign,figure,blank\r\n'＝1+1,-1,-1,' +a\r\n", shown());
    }

    @Test
    void writesRowsAsTheyAreToAFileOfItsOwner() throws IOException {
        Path file = folder.resolve("rows.csv");
        assertEquals(ExitCode.DONE, query("--format", "csv", "-o", file.toString(), SQL), shown());
        assertEquals("text,figure,screen,bidi\r\n'＝1+1,-1,\"\u001b[2J\",\u202e\r\n", Files.readString(file));
        assertEquals("", shown());
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void leavesAFileAsItWasWhereTheQueryFails() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), "earlier");
        assertEquals(ExitCode.FAILED, query("--format", "csv", "--output", file.toString(), "SELECT error('x')"));
        assertEquals("earlier", Files.readString(file));
        assertFalse(Files.exists(folder.resolve(".rows.csv.tmp")));
    }

    @Test
    void writesToNoFileOfTheStore() {
        Path snapshot = folder.resolve("jibao.snapshot.duckdb");
        assertEquals(ExitCode.WRONG_USAGE, query("--output", snapshot.toString(), "SELECT 1"));
        assertEquals(ExitCode.DONE, query("--format", "csv", "SELECT 1 AS a"), shown());
    }
}
