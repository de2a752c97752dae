package org.jibao.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jibao.run.DecidedFolder;
import org.jibao.status.ChaseFiles.ChaseOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slips of a summary as of a time before the store's last decision. */
class EarlierSlipsTest {

    private static final Instant JULY_9 = Instant.parse("2026-07-09T01:00:00Z");
    private static final Instant JULY_10 = Instant.parse("2026-07-10T01:00:00Z");
    private static final Instant JULY_13 = Instant.parse("2026-07-13T01:00:00Z");
    private static final String SLIP = "青岚县砚雨镇_2026年第二季度_退回说明.xlsx";

    private final DecidedFolder folder;
    private final Path slips;

    EarlierSlipsTest(@TempDir Path root) throws IOException {
        folder = new DecidedFolder(root);
        slips = root.resolve("out/quarterly-disclosure/2026Q2/return-slips");
        folder.receive("a.txt", "QL101 2026Q2 error=空", JULY_9);
        folder.receive("b.txt", "QL101 2026Q2 issued=1", JULY_10);
    }

    @Test
    void stayBesideTheChaseListThatLinksToThem() throws IOException {
        ChaseOutcome chase = folder.jibao(JULY_9).summarize().chase();
        assertEquals(List.of(SLIP), names());
        assertEquals(List.of("return-slips/" + SLIP), links(chase.files().get(0)));
    }

    @Test
    void giveWayToThoseOfThePresent() throws IOException {
        folder.jibao(JULY_9).summarize();
        folder.jibao(JULY_13).collect();
        assertEquals(List.of(), names());
        folder.jibao(JULY_9).summarize();
        assertEquals(List.of(), names());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(slips)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<String> links(Path list) throws IOException {
        try (Workbook workbook = WorkbookFactory.create(Files.newInputStream(list))) {
            return workbook.getSheetAt(0).getHyperlinkList().stream()
                    .map(link -> URLDecoder.decode(link.getAddress(), StandardCharsets.UTF_8))
                    .toList();
        }
    }
}
