package org.jibao.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jibao.cli.page.ConsoleWords;
import org.jibao.cli.page.ResultStream;
import org.jibao.cli.page.Screen;
import org.jibao.cli.page.VisibleOutput.VisibleStream;
import org.jibao.finding.Language;
import org.jibao.testkit.fuzz.HostileFile;
import org.jibao.testkit.fuzz.Mutations;
import picocli.CommandLine;

/** An inbox with one good return among hostile files, what a collect makes of it, and what is wrong with that. */
final class HostileInbox {

    static final String GOOD_UNIT = "青岚县教育局";
    static final Path RETURNS = Path.of("sample-data/county/quarterly-disclosure/2026Q3");

    private static final String GOOD = GOOD_UNIT + "_2026年第三季度.xlsx";
    private static final Instant RECEIVED = Instant.parse("2026-10-09T01:00:00Z");
    private static final String AS_OF = "2026-10-13T09:00:00+08:00";

    private final Path root;
    private final Path inbox;
    private final Map<String, String> made = new TreeMap<>();
    private final List<String> complaints = new ArrayList<>();

    private HostileInbox(Path root) throws IOException {
        this.root = root;
        this.inbox = Files.createDirectories(root.resolve("inbox"));
    }

    /**
     * Collects once.
     *
     * @param root an empty folder
     * @return what is wrong; empty where all is well
     */
    static List<String> complaints(Path root, Mutations mutations, int files) throws IOException, SQLException {
        HostileInbox hostile = new HostileInbox(root);
        hostile.put(GOOD, Files.readAllBytes(RETURNS.resolve(GOOD)));
        for (int i = 0; i < files; i++) {
            HostileFile file = mutations.next();
            hostile.put(file.name(), file.bytes());
            hostile.made.put(file.name(), file.made());
        }
        hostile.collect();
        return hostile.complaints;
    }

    private void put(String name, byte[] bytes) throws IOException {
        Path file = Files.write(inbox.resolve(name), bytes);
        Files.setLastModifiedTime(file, FileTime.from(RECEIVED));
    }

    private void collect() throws IOException, SQLException {
        List<String> before = listing(inbox);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = run(
                said,
                "collect",
                "--job",
                "quarterly-disclosure",
                "--jobs",
                Path.of("jobs").toAbsolutePath().toString(),
                "--inbox",
                inbox.toString(),
                "--store",
                root.resolve("data/jibao.duckdb").toString(),
                "--out",
                root.resolve("out").toString(),
                "--as-of",
                AS_OF);
        String screen = said.toString(StandardCharsets.UTF_8);
        complainIf(code != ExitCode.DONE, "ended with " + code + ": " + screen);
        judgeScreen(screen);
        complainIf(!listing(inbox).equals(before), "the inbox was changed");
        TreeSet<String> folders = new TreeSet<>(
                listing(root).stream().map(name -> name.split("/", 2)[0]).toList());
        folders.removeAll(List.of("inbox", "data", "out"));
        complainIf(!folders.isEmpty(), "written beside the folders: " + folders);
        if (code == ExitCode.DONE) {
            judgeStore();
        }
    }

    private static int run(ByteArrayOutputStream said, String... arguments) {
        Screen screen = new Screen(
                new ResultStream(said, StandardCharsets.UTF_8),
                new VisibleStream(said, StandardCharsets.UTF_8),
                false,
                Language.ZH);
        CommandLine line = JibaoCommand.line(screen);
        Commands.add(line, arguments);
        ConsoleWords.apply(line, screen.language());
        line.setOut(screen.outWriter());
        line.setErr(screen.errWriter());
        line.setExecutionExceptionHandler(new CommandFailures(screen));
        line.setParameterExceptionHandler(new WrongUsage(screen));
        return line.execute(arguments);
    }

    private void judgeScreen(String screen) {
        complainIf(screen.lines().anyMatch(line -> line.matches("\\s+at [\\w.$/]+\\(.*")), "a stack trace: " + screen);
        screen.codePoints()
                .filter(sign -> sign != '\n' && isControl(sign))
                .findFirst()
                .ifPresent(sign -> complaints.add("a control character reached the screen: U+%04X".formatted(sign)));
    }

    private static boolean isControl(int sign) {
        int type = Character.getType(sign);
        return type == Character.CONTROL || type == Character.FORMAT || sign == 0x2028 || sign == 0x2029;
    }

    private void judgeStore() throws SQLException {
        String ours = "SELECT s.file FROM intake.finding f JOIN intake.submission s ON s.id = f.submission"
                + " WHERE f.code = 'file-unreadable' AND f.arguments::VARCHAR LIKE '%\"ours\"%'";
        try (Connection store = DriverManager.getConnection("jdbc:duckdb:" + root.resolve("data/jibao.duckdb"));
                Statement statement = store.createStatement()) {
            List<String> verdicts =
                    strings(statement, "SELECT verdict FROM intake.submission WHERE file = '" + GOOD + "'");
            complainIf(
                    !List.of(List.of("accepted"), List.of("accepted_with_warnings"))
                            .contains(verdicts),
                    "the good return is " + verdicts);
            List<String> files = strings(statement, "SELECT count(*)::VARCHAR FROM intake.submission");
            complainIf(
                    !files.equals(List.of(String.valueOf(made.size() + 1))),
                    files + " of " + (made.size() + 1) + " files were settled");
            for (String file : strings(statement, ours)) {
                complaints.add("a fault of ours: " + file + " (" + made.get(file) + ")");
            }
        }
    }

    private static List<String> strings(Statement statement, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static List<String> listing(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private void complainIf(boolean wrong, String complaint) {
        if (wrong) {
            complaints.add(complaint);
        }
    }
}
