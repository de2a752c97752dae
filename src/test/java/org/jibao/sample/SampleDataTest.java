package org.jibao.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed sample data is what the generator writes today. If not: {@code src/scripts/make-sample-data}. */
class SampleDataTest {

    private static final Path FOLDER = Path.of("sample-data");

    @Test
    void recreatesEveryCommittedByte() throws IOException {
        Map<String, byte[]> made = SampleData.files(Path.of("jobs/common/units.csv"));
        assertEquals(committed(), made.keySet());
        for (Map.Entry<String, byte[]> file : made.entrySet()) {
            byte[] expected = Files.readAllBytes(FOLDER.resolve(file.getKey()));
            if (!Arrays.equals(expected, file.getValue())) {
                assertArrayEquals(unpacked(expected), unpacked(file.getValue()), file.getKey());
            }
        }
    }

    private static Set<String> committed() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> paths = Files.walk(FOLDER)) {
            paths.filter(Files::isRegularFile)
                    .map(path -> FOLDER.relativize(path).toString().replace('\\', '/'))
                    .filter(name -> !name.equals("README.md") && !name.equals(".gitattributes"))
                    .forEach(names::add);
        }
        return names;
    }

    /** Another zlib may pack the same bytes into others; what is packed must be the same to the last one. */
    private static byte[] unpacked(byte[] bytes) throws IOException {
        return StillZip.isZip(bytes) ? StillZip.unpacked(bytes) : bytes;
    }
}
