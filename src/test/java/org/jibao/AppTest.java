package org.jibao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own. */
class AppTest {

    private final Path temporary;

    AppTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @Test
    void passesChineseOnInPosixLocale() throws IOException, InterruptedException {
        assumeTrue(Files.isReadable(Path.of("/proc/self/cmdline")));
        assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")));
        Process process = start("verify", "--jobs", "没有 这个+%41目录");
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(2, process.waitFor(), said);
        assertTrue(said.contains("任务目录 没有 这个+%41目录 不存在"), said);
    }

    @Test
    void leavesNoTemporaryFolderBehind() throws IOException, InterruptedException {
        assertEquals(0, start("--version").waitFor());
        try (Stream<Path> left = Files.list(temporary)) {
            assertEquals(List.of(), left.toList());
        }
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:-UsePerfData");
        command.add("-Djava.io.tmpdir=" + temporary);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(App.class.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "POSIX");
        return builder.start();
    }
}
