package org.jibao.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs two builds of Jibao over the same inbox and compares what they leave: the store and its snapshot table by table, what
 * people are given byte by byte, and what commands print. For changes that must not change anything.
 */
public final class CompareBuilds {

    private static final String AS_OF = "2026-10-20T09:00+08:00";

    private static final List<List<String>> COMMANDS = List.of(
            List.of("nightly", "--as-of", AS_OF),
            List.of("collect", "--lang", "en", "--as-of", AS_OF),
            List.of("summarize", "--lang", "en", "--period", "2026Q3", "--as-of", AS_OF),
            List.of("status", "--period", "2026Q3"),
            List.of("status", "--lang", "en", "--period", "2026Q3", "--json"),
            List.of("history", "望舒镇", "--lang", "en", "--period", "2026Q3"),
            List.of("templates", "--period", "2026Q4", "--as-of", "2026-11-01T09:00+08:00"),
            List.of("export", "--lang", "en"),
            List.of("query", "SELECT unit, value FROM returns.proactive ORDER BY ALL LIMIT 50"),
            List.of("verify", "quarterly-disclosure"));

    private CompareBuilds() {}

    /** Arguments: the launcher of the one build, that of the other, and the inbox. Ends with 1 where they differ. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Files.createTempDirectory("jibao-compare");
        try {
            Path inbox = Path.of(arguments[2]).toAbsolutePath();
            Map<String, String> one = new TreeMap<>();
            Map<String, String> other = new TreeMap<>();
            // One folder for both in turn: its name may stand in what is printed.
            Path folder = root.resolve("folder");
            Remains before = run(Path.of(arguments[0]), inbox, folder, one);
            Remains after = run(Path.of(arguments[1]), inbox, folder, other);
            List<String> differences = new ArrayList<>(before.differences(after));
            one.forEach((command, said) -> {
                if (!said.equals(other.get(command))) {
                    differences.add(command + " printed\n" + said + "\nand\n" + other.get(command));
                }
            });
            differences.forEach(System.out::println);
            System.out.printf(
                    "%d tables, %d outputs and %d commands compared: %d differences%n",
                    before.store().size(), before.outputs(), one.size(), differences.size());
            System.exit(differences.isEmpty() ? 0 : 1);
        } finally {
            Folders.remove(root);
        }
    }

    private static Remains run(Path launcher, Path inbox, Path folder, Map<String, String> said)
            throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("temporary"));
        DeliveringJob.toFolder(folder);
        for (List<String> command : COMMANDS) {
            List<String> line =
                    new ArrayList<>(List.of(launcher.toAbsolutePath().toString()));
            line.addAll(command);
            if (List.of("nightly", "collect").contains(command.get(0))) {
                line.addAll(List.of("--inbox", inbox.toString()));
            }
            ProcessBuilder builder =
                    new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().put("JIBAO_OPTS", "-Djava.io.tmpdir=" + folder.resolve("temporary"));
            Running running = new Running(builder.start());
            int code = running.end();
            said.put(String.join(" ", command), code + " " + withoutTimes(running.said()));
        }
        Remains remains = Remains.of(folder);
        Folders.remove(folder);
        return remains;
    }

    /** What a clock measured differs from run to run. */
    private static String withoutTimes(String said) {
        return said.replaceAll("\\d+(?:[.,]\\d+)? ?(?:s|ms|秒|毫秒|MiB)\\b|\\d+[.]\\d+ 秒", "*");
    }
}
