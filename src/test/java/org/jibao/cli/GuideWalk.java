package org.jibao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jibao.cli.page.ConsoleWords;
import org.jibao.cli.page.ResultStream;
import org.jibao.cli.page.Screen;
import org.jibao.cli.page.VisibleOutput.VisibleStream;
import org.jibao.testkit.FencedBlock;
import picocli.CommandLine;

/**
 * Follows a guide as a person does: gives its commands, makes its edits, and compares what it quotes with what is printed
 * and with what stands in the files. Works in a folder of its own that has {@code jobs/common} and nothing else.
 */
final class GuideWalk {

    /** The folders that a command uses where it is given no others. */
    private static final Map<String, String> PLACES =
            Map.of("--jobs", "jobs", "--store", "data/jibao.duckdb", "--inbox", "inbox/open-days", "--out", "out");

    private final Path root;
    private List<String> said = List.of();
    private int commands;
    private int quoted;

    GuideWalk(Path root) throws IOException {
        this.root = root;
        copy(Path.of("jobs/common"), root.resolve("jobs/common"));
    }

    /** Takes one block after the other: commands, what they print, excerpts of files, changes to files. */
    void follow(List<FencedBlock> blocks) throws IOException {
        for (FencedBlock block : blocks) {
            switch (block.language()) {
                case "sh" -> commands(block.lines());
                case "text" -> {
                    quoted += block.lines().size();
                    assertTrue(stands(block.lines(), said), () -> shown(block.lines(), said));
                }
                case "yaml" -> {
                    List<String> there = Files.readAllLines(root.resolve(block.file()));
                    quoted += block.body().size();
                    assertTrue(Collections.indexOfSubList(there, block.body()) >= 0, () -> shown(block.body(), there));
                }
                case "diff" -> change(block);
                default -> throw new AssertionError("a guide has no code in " + block.language());
            }
        }
    }

    int commands() {
        return commands;
    }

    /** Lines of output and of files that were compared. */
    int quoted() {
        return quoted;
    }

    private void commands(List<String> lines) throws IOException {
        said = new ArrayList<>();
        for (String line : lines) {
            List<String> words = List.of(line.split(" "));
            if (words.get(0).equals("cp")) {
                assertEquals(List.of("cp", "-r"), words.subList(0, 2), line);
                String from = words.get(2);
                Path into = root.resolve(words.get(3));
                boolean content = from.endsWith("/.");
                copy(Path.of(from), content ? into : into.resolve(Path.of(from).getFileName()));
            } else {
                assertEquals("jibao", words.get(0), line);
                commands++;
                said.addAll(run(words.subList(1, words.size())));
            }
        }
    }

    private List<String> run(List<String> words) {
        List<String> given = new ArrayList<>();
        for (String word : words) {
            given.add(word.startsWith("jobs/") ? root.resolve(word).toString() : word);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CommandLine asked =
                Objects.requireNonNull(line(bytes, given).getSubcommands().get(words.get(0)));
        PLACES.forEach((option, place) -> {
            if (asked.getCommandSpec().findOption(option) != null) {
                given.addAll(List.of(option, root.resolve(place).toString()));
            }
        });
        int code = line(bytes, given).execute(given.toArray(String[]::new));
        String all = bytes.toString(StandardCharsets.UTF_8)
                .replace(root + root.getFileSystem().getSeparator(), "")
                .replace('\\', '/');
        assertEquals(ExitCode.DONE, code, all);
        return all.lines().toList();
    }

    private static CommandLine line(ByteArrayOutputStream bytes, List<String> given) {
        String[] arguments = given.toArray(String[]::new);
        Screen screen = new Screen(
                new ResultStream(bytes, StandardCharsets.UTF_8),
                new VisibleStream(bytes, StandardCharsets.UTF_8),
                false,
                SpokenLanguage.of(arguments).orElseThrow());
        CommandLine line = JibaoCommand.line(screen);
        Commands.add(line, arguments);
        ConsoleWords.apply(line, screen.language());
        line.setOut(screen.outWriter());
        line.setErr(screen.errWriter());
        line.setExecutionExceptionHandler(new CommandFailures(screen));
        line.setParameterExceptionHandler(new WrongUsage(screen));
        return line;
    }

    /** Whether the lines follow each other; one that is {@code …} stands for any number. */
    private static boolean stands(List<String> quoted, List<String> said) {
        int from = 0;
        boolean gap = true;
        for (String line : quoted) {
            if (line.equals("…")) {
                gap = true;
                continue;
            }
            int at = from;
            while (gap && at < said.size() && !said.get(at).equals(line)) {
                at++;
            }
            if (at >= said.size() || !said.get(at).equals(line)) {
                return false;
            }
            from = at + 1;
            gap = false;
        }
        return true;
    }

    /** Lines with {@code +} are added, those with {@code -} taken out; the lines around must stand there, once. */
    private void change(FencedBlock block) throws IOException {
        Path file = root.resolve(block.file());
        List<String> before = marked(block.body(), "-");
        List<String> after = marked(block.body(), "+");
        List<String> lines = Files.readAllLines(file);
        int at = Collections.indexOfSubList(lines, before);
        assertTrue(at >= 0 && at == Collections.lastIndexOfSubList(lines, before), () -> shown(before, lines));
        List<String> changed = new ArrayList<>(lines.subList(0, at));
        changed.addAll(after);
        changed.addAll(lines.subList(at + before.size(), lines.size()));
        Files.write(file, changed);
    }

    /** What stands behind the marks, with the lines that have none. */
    private static List<String> marked(List<String> lines, String mark) {
        return lines.stream()
                .filter(line -> line.startsWith(mark) || line.startsWith(" "))
                .map(line -> line.substring(1))
                .toList();
    }

    private static String shown(List<String> quoted, List<String> there) {
        return "the guide says\n" + String.join("\n", quoted) + "\nand there is\n" + String.join("\n", there);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
