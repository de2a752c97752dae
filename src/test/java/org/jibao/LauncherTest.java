package org.jibao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts the program, with a program in Java's place that says what it was given. */
class LauncherTest {

    private final Path folder;

    LauncherTest(@TempDir Path temporary) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
        this.folder = Files.createDirectories(temporary.resolve("季报 0.1 (新) $x"));
        Files.copy(Path.of("src/dist/jibao"), folder.resolve("jibao"));
        Files.copy(Path.of("src/dist/jibao-desk"), folder.resolve("jibao-desk"));
        Files.copy(Path.of("src/dist/java-missing.txt"), folder.resolve("java-missing.txt"));
        Files.createDirectories(folder.resolve("lib"));
        Files.createFile(folder.resolve("lib/jibao.jsa"));
    }

    @Test
    void startsFromAFolderWithBlanks() throws IOException, InterruptedException {
        List<String> words = started(Map.of("JIBAO_OPTS", "-Da=* -Db=2"), "status", "--store", "a b/c.duckdb");
        Path real = folder.toRealPath();
        assertTrue(words.contains("-XX:SharedArchiveFile=" + real + "/lib/jibao.jsa"), words.toString());
        int jar = words.indexOf("-jar");
        assertEquals(
                List.of("-Da=*", "-Db=2", "-jar", real + "/jibao.jar", "status", "--store", "a b/c.duckdb"),
                words.subList(jar - 2, words.size()));
    }

    @Test
    void saysThatThereIsNoJava() throws IOException, InterruptedException {
        Process process = process(Map.of("PATH", bin("readlink", "dirname"), "JAVA_HOME", ""), "status");
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, process.waitFor(), said);
        assertTrue(said.contains("Java 17"), said);
        assertTrue(said.contains("需要"), said);
    }

    @Test
    void opensAWindowWhereThereIsNoJava() throws IOException, InterruptedException {
        for (String window : List.of("zenity", "kdialog", "xmessage", "notify-send")) {
            String path = bin("sh", "readlink", "dirname", "sed", "cat");
            Path program = Path.of(path).resolve(window);
            Files.writeString(program, "#!/bin/sh\nprintf '<%s>' " + window + " \"$@\"\n");
            assertTrue(program.toFile().setExecutable(true));
            ProcessBuilder builder = new ProcessBuilder(
                            "/bin/sh", folder.resolve("jibao-desk").toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(Map.of("PATH", path, "JAVA_HOME", "", "JIBAO_JAVA_FOLDERS", ""));
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(1, process.waitFor(), said);
            assertTrue(said.startsWith("<" + window + ">"), said);
            assertTrue(said.contains("这台电脑上没有 Java 17"), said);
            assertTrue(said.contains("This computer has no Java 17"), said);
            Files.delete(program);
        }
    }

    private List<String> started(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path java = Files.createDirectories(folder.resolve("java home/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        assertTrue(java.toFile().setExecutable(true));
        Map<String, String> all = new java.util.HashMap<>(environment);
        all.put("JAVA_HOME", folder.resolve("java home").toString());
        Process process = process(all, arguments);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said.lines().toList();
    }

    private Process process(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new java.util.ArrayList<>(
                List.of("/bin/sh", folder.resolve("jibao").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    /** A folder of commands that has these and no Java. */
    private String bin(String... names) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String name : names) {
            if (!Files.exists(bin.resolve(name))) {
                Files.createSymbolicLink(bin.resolve(name), Path.of("/usr/bin/" + name));
            }
        }
        return bin.toString();
    }
}
