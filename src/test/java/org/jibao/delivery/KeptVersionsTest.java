package org.jibao.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeptVersionsTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Test
    void keepsTheNewestUnderItsNameAndOlderOnesByTime(@TempDir Path folder) throws IOException {
        KeptVersions versions = new KeptVersions(folder.resolve("leaders"), 2, CHINA);
        for (int day = 1; day <= 3; day++) {
            versions.put(summary(folder, "day " + day), Instant.parse("2026-10-0" + day + "T17:30:00Z"));
        }
        assertEquals("day 3", Files.readString(folder.resolve("leaders/汇总 2026Q3.xlsx")));
        assertEquals(
                List.of("汇总 2026Q3 20261003-013000.xlsx", "汇总 2026Q3 20261004-013000.xlsx"),
                names(folder.resolve("leaders/versions")));
        assertEquals("day 2", Files.readString(folder.resolve("leaders/versions/汇总 2026Q3 20261003-013000.xlsx")));
    }

    @Test
    void removesNothingThatItDidNotPutThere(@TempDir Path folder) throws IOException {
        Path versions = Files.createDirectories(folder.resolve("leaders/versions"));
        Files.writeString(versions.resolve("汇总 2026Q3 批示.xlsx"), "a leader's own copy");
        Files.writeString(versions.resolve("汇总 2026Q2 20260701-013000.xlsx"), "another period");
        KeptVersions kept = new KeptVersions(folder.resolve("leaders"), 1, CHINA);
        kept.put(summary(folder, "one"), Instant.parse("2026-10-01T00:00:00Z"));
        kept.put(summary(folder, "two"), Instant.parse("2026-10-02T00:00:00Z"));
        assertEquals(
                List.of("汇总 2026Q2 20260701-013000.xlsx", "汇总 2026Q3 20261002-080000.xlsx", "汇总 2026Q3 批示.xlsx"),
                names(versions));
    }

    @Test
    void keepsWhatIsNewByTheClockThatIsRight(@TempDir Path folder) throws IOException {
        KeptVersions versions = new KeptVersions(folder.resolve("leaders"), 2, CHINA);
        versions.put(summary(folder, "ahead"), Instant.parse("2031-10-01T17:30:00Z"));
        versions.put(summary(folder, "ahead again"), Instant.parse("2031-10-02T17:30:00Z"));
        versions.put(summary(folder, "right"), Instant.parse("2026-10-03T17:30:00Z"));
        assertEquals(
                List.of("汇总 2026Q3 20261004-013000.xlsx", "汇总 2026Q3 20311003-013000.xlsx"),
                names(folder.resolve("leaders/versions")));
        versions.put(summary(folder, "right again"), Instant.parse("2026-10-04T17:30:00Z"));
        assertEquals(
                List.of("汇总 2026Q3 20261004-013000.xlsx", "汇总 2026Q3 20261005-013000.xlsx"),
                names(folder.resolve("leaders/versions")));
    }

    @Test
    void leavesAFileOfTheSameBytesAlone(@TempDir Path folder) throws IOException {
        KeptVersions versions = new KeptVersions(folder.resolve("leaders"), 3, CHINA);
        Path summary = summary(folder, "one");
        versions.put(summary, Instant.parse("2026-10-01T00:00:00Z"));
        versions.putLatest(summary, "汇总 最新.xlsx");
        Path latest = folder.resolve("leaders/汇总 最新.xlsx");
        FileTime before = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(latest, before);
        versions.putLatest(summary, "汇总 最新.xlsx");
        assertEquals(before, Files.getLastModifiedTime(latest));
    }

    @Test
    void saysWhereItCannotWrite(@TempDir Path folder) throws IOException {
        Path summary = summary(folder, "one");
        Files.writeString(folder.resolve("leaders"), "a file in the way");
        KeptVersions versions = new KeptVersions(folder.resolve("leaders"), 3, CHINA);
        DeliveryException failure = assertThrows(
                DeliveryException.class, () -> versions.put(summary, Instant.parse("2026-10-01T00:00:00Z")));
        assertEquals(
                true, failure.text().zh().contains(folder.resolve("leaders").toString()));
    }

    private static Path summary(Path folder, String content) throws IOException {
        return Files.writeString(folder.resolve("汇总 2026Q3.xlsx"), content);
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
