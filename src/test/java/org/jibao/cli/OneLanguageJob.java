package org.jibao.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jibao.cli.page.ConsoleWords;
import org.jibao.cli.page.ResultStream;
import org.jibao.cli.page.Screen;
import org.jibao.cli.page.VisibleOutput.VisibleStream;
import org.jibao.testkit.SpokenText;
import picocli.CommandLine;

/** A folder with one job, its inbox, store and outputs, on which commands are run as a person does who gives no language. */
final class OneLanguageJob {

    private final Path root;
    private final String job;
    private final StringBuilder said = new StringBuilder();

    /** @param files of the job folder, by name */
    OneLanguageJob(Path root, String job, Map<String, String> files) throws IOException {
        this.root = root;
        this.job = job;
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve("jobs").resolve(job).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Files.createDirectories(root.resolve("inbox"));
    }

    int run(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command, "--job", job));
        arguments.addAll(List.of("--jobs", root.resolve("jobs").toString()));
        arguments.addAll(List.of("--store", root.resolve("data/jibao.duckdb").toString()));
        arguments.addAll(List.of(more));
        String[] given = arguments.toArray(String[]::new);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Screen screen = new Screen(
                new ResultStream(bytes, StandardCharsets.UTF_8),
                new VisibleStream(bytes, StandardCharsets.UTF_8),
                false,
                SpokenLanguage.of(given).orElseThrow());
        CommandLine line = JibaoCommand.line(screen);
        Commands.add(line, given);
        ConsoleWords.apply(line, screen.language());
        line.setOut(screen.outWriter());
        line.setErr(screen.errWriter());
        line.setExecutionExceptionHandler(new CommandFailures(screen));
        line.setParameterExceptionHandler(new WrongUsage(screen));
        int code = line.execute(given);
        said.append(bytes.toString(StandardCharsets.UTF_8));
        return code;
    }

    /** A command that takes files in or makes some. */
    int runOnFiles(String command, String asOf, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--as-of", asOf, "--out", out().toString()));
        if (!command.equals("export")) {
            arguments.addAll(List.of("--inbox", root.resolve("inbox").toString()));
        }
        arguments.addAll(List.of(more));
        return run(command, arguments.toArray(String[]::new));
    }

    Path out() {
        return root.resolve("out");
    }

    Path inbox(String name) {
        return root.resolve("inbox").resolve(name);
    }

    static void received(Path file, String time) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(time)));
    }

    String said() {
        return said.toString();
    }

    /** All that was made and said, letters that wait for a mail server among it. */
    SpokenText spoken() {
        SpokenText spoken = SpokenText.in(out());
        said.toString().lines().forEach(line -> spoken.add("console", line));
        return spoken;
    }

    /** The letters themselves; what is noted beside them of each try is the program's own. */
    SpokenText letters() {
        return SpokenText.in(root.resolve("data/jibao.duckdb.outgoing"), name -> name.endsWith(".eml"));
    }
}
