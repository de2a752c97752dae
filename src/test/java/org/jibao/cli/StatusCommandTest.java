package org.jibao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.jibao.cli.page.ResultStream;
import org.jibao.cli.page.Screen;
import org.jibao.cli.page.VisibleOutput.VisibleStream;
import org.jibao.finding.Language;
import org.jibao.run.DecidedFolder;
import org.jibao.status.OpenTables;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the status says of what is open. */
class StatusCommandTest {

    private static final Instant JULY_8 = Instant.parse("2026-07-08T01:00:00Z");

    private final Path root;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    StatusCommandTest(@TempDir Path root) throws IOException {
        this.root = root;
        DecidedFolder folder = new DecidedFolder(root);
        folder.put("1.txt", "QL101 2026Q2 issued=1", JULY_8);
        folder.collect(JULY_8);
    }

    private String status(Language language, String... options) {
        bytes.reset();
        Screen screen = new Screen(
                new ResultStream(bytes, StandardCharsets.UTF_8),
                new VisibleStream(bytes, StandardCharsets.UTF_8),
                false,
                language);
        CommandLine line = JibaoCommand.line(screen);
        String[] arguments = Stream.concat(
                        Stream.of(
                                "status",
                                "--jobs",
                                root.resolve("jobs").toString(),
                                "--store",
                                root.resolve("jibao.duckdb").toString(),
                                "--period",
                                "2026Q2",
                                "--as-of",
                                "2026-07-10T09:00+08:00"),
                        Stream.of(options))
                .toArray(String[]::new);
        Commands.add(line, arguments);
        assertEquals(ExitCode.DONE, line.execute(arguments));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void open() {
        try (Store store = Store.open(root.resolve("jibao.duckdb"), StoreSettings.DEFAULT)) {
            store.parameter("quarterly-disclosure", DecidedFolder.SECOND, JULY_8);
            new OpenTables(store.sql(), "2026Q2")
                    .figure("quarterly-disclosure", "QL101", "a", "B31", "tenfold")
                    .missing(1, "QL110", 0.3, 0.6)
                    .unlikely(2, "QL101", "a", 0.034, 1);
            store.snapshot().publish();
        }
    }

    @Test
    void saysHowManyFiguresAreInDoubtAndWhatToSettleFirst() {
        open();
        assertTrue(
                status(Language.ZH).contains("\n存疑数字：1 处，须向单位核实\n先办青岚县半夏乡、青岚县砚雨镇：这 2 家占待核影响的 100.0%。\n"),
                bytes::toString);
        assertTrue(
                status(Language.EN)
                        .contains(
                                "\nFigures to ask about, as they are probably mistakes: 1\n"
                                        + "Settle first: 青岚县半夏乡, 青岚县砚雨镇. Settling these 2 units covers 100.0% of what is open.\n"),
                bytes::toString);
    }

    @Test
    void givesWhatIsOpenAsJson() {
        open();
        String json = status(Language.ZH, "--json").replaceAll("\\s", "");
        assertTrue(
                json.contains("\"unlikely_open\":1,\"settle_first\":{\"items\":2,\"of\":2,\"units\":2,\"covered\":1}"),
                json);
        assertTrue(
                json.contains(
                        "{\"kind\":\"missing\",\"unit\":\"QL110\",\"name\":\"青岚县半夏乡\",\"fingerprint\":null,\"effect\":0.3,"
                                + "\"figure\":{\"zh\":\"公开信息条数\",\"en\":\"Itemsdisclosed\"},\"covered\":0.6}"),
                json);
        assertTrue(json.contains("\"slip\":\"tenfold\",\"slip_value\":324"), json);
    }

    @Test
    void saysNothingOfItWhereNothingIsKnown() {
        assertFalse(status(Language.EN).contains("Settle first"), bytes::toString);
        assertFalse(status(Language.EN, "--json").contains("unlikely_open"), bytes::toString);
    }
}
