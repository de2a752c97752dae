package org.jibao.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A .csv of any length and shape is read in a memory that is smaller than the file. */
class CsvMemoryTest {

    @Test
    void refusesLongFilesInAMemorySmallerThanThey(@TempDir Path folder) throws IOException, InterruptedException {
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        HostileCsv.write(inbox);
        Path said = folder.resolve("said.txt");
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx72m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileCsv.class.getName(),
                        inbox.toString(),
                        Path.of("jobs/quarterly-disclosure").toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        List<String> lines = Files.readAllLines(said);
        assertEquals(0, code, lines.toString());
        assertEquals(
                HostileCsv.expected(),
                lines.stream().filter(line -> line.contains(".csv ")).sorted().toList());
    }
}
