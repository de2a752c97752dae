package org.jibao.benchmark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jibao.sample.TypicalReturn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReturnsTest {

    @Test
    void writesAReturnAndALineForEachUnit(@TempDir Path folder) throws IOException {
        Returns.main(new String[] {"3", folder.toString()});
        assertEquals(
                List.of(
                        "code,name,kind,parent,aliases,active_from,active_to",
                        "BM0000,千乡县,county,,,,",
                        "BM0001,千乡县云云云乡,township,BM0000,,,",
                        "BM0002,千乡县云云石乡,township,BM0000,,,",
                        "BM0003,千乡县云云竹乡,township,BM0000,,,"),
                Files.readAllLines(folder.resolve("units.csv")));
        assertEquals(4, Files.readAllLines(folder.resolve("received.csv")).size());
        try (Stream<Path> files = Files.list(folder.resolve("inbox"))) {
            assertEquals(3, files.count());
        }
    }

    @Test
    void writesTheReturnsOfSeveralQuarters(@TempDir Path folder) throws IOException {
        Returns.main(new String[] {"2x3", folder.toString()});
        try (Stream<Path> files = Files.list(folder.resolve("inbox"))) {
            assertEquals(
                    List.of(
                            "千乡县云云云乡_2026年第一季度.xlsx",
                            "千乡县云云云乡_2026年第三季度.xlsx",
                            "千乡县云云云乡_2026年第二季度.xlsx",
                            "千乡县云云石乡_2026年第一季度.xlsx",
                            "千乡县云云石乡_2026年第三季度.xlsx",
                            "千乡县云云石乡_2026年第二季度.xlsx"),
                    files.map(file -> String.valueOf(file.getFileName()))
                            .sorted()
                            .toList());
        }
        assertEquals(
                "千乡县云云云乡_2026年第三季度.xlsx,2026-10-09T09:00:00+08:00",
                Files.readAllLines(folder.resolve("received.csv")).get(3));
    }

    @Test
    void tellsTwoHundredThousandUnitsApart() {
        assertEquals(
                200_000,
                IntStream.range(0, 200_000).mapToObj(Returns::name).distinct().count());
        assertEquals("千乡县川川川乡", Returns.name(7999));
        assertEquals("千乡县石云云云乡", Returns.name(8000));
        assertEquals("千乡县石梅川川川乡", Returns.name(199_999));
    }

    @Test
    void givesTheSameUnitTheSameBytes() throws IOException {
        assertArrayEquals(TypicalReturn.xlsx("BM0001", "云乡"), TypicalReturn.xlsx("BM0001", "云乡"));
    }
}
