package org.jibao.summarize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jibao.summarize.PdfCopies.PdfOutcome;
import org.jibao.testkit.Zips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program of the test's own stands for LibreOffice: what is held is how it is asked, and what is done with what it leaves. */
final class PdfCopiesTest {

    private static final String DATA_AREA =
            "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"1\">Data!$A$1:$C$9</definedName>";
    private static final String SHEETS =
            "<workbook><sheets><sheet name=\"Page\"/><sheet name=\"Data\"/></sheets><definedNames>"
                    + "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">Page!$A$1</definedName>"
                    + "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"1\">Data!$A$1</definedName>"
                    + DATA_AREA
                    + "</definedNames></workbook>";

    private final Path folder;
    private final Path workbook;

    PdfCopiesTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        workbook = Files.write(
                folder.resolve("-季报 2026Q3.xlsx"),
                Zips.empty().with("xl/workbook.xml", SHEETS).bytes());
    }

    @Test
    void copyStandsBesideItsWorkbook() throws IOException {
        String office =
                program("for last; do :; done; out=\"${last%.*}.pdf\"; cat \"$last\" > \"$out\"; echo pdf >> \"$out\"");
        PdfOutcome outcome = copies(office).make(List.of(workbook, folder.resolve("page.html")));
        Path copy = folder.resolve("-季报 2026Q3.xlsx.pdf");
        assertEquals(List.of(copy.toAbsolutePath()), absolute(outcome.files()));
        assertEquals(List.of(), outcome.failed());
        assertTrue(Files.readString(copy, StandardCharsets.ISO_8859_1).endsWith("pdf\n"));
        assertEquals(
                SHEETS.replace("<sheet name=\"Data\"", "<sheet state=\"hidden\" name=\"Data\"")
                        .replace(DATA_AREA, ""),
                Zips.of(Files.readAllBytes(copy)).text("xl/workbook.xml"));
        assertEquals(SHEETS, Zips.of(Files.readAllBytes(workbook)).text("xl/workbook.xml"));
    }

    /** Nothing of it is for paper, and nobody is told that a copy failed. */
    @Test
    void workbookOfDataAloneHasNoCopy() throws IOException {
        String sheets =
                SHEETS.replace("<sheet name=\"Page\"/>", "").replace("localSheetId=\"1\"", "localSheetId=\"0\"");
        Path data = Files.write(
                folder.resolve("-季报 2026Q3 数据.xlsx"),
                Zips.empty().with("xl/workbook.xml", sheets).bytes());
        PdfOutcome outcome = copies(program("exit 3")).make(List.of(data));
        assertEquals(List.of(), outcome.files());
        assertEquals(List.of(), outcome.failed());
    }

    @Test
    void programThatFailsIsNamedAndLeavesNothing() throws IOException {
        for (String fault :
                List.of("exit 3", "exit 0", "for last; do :; done; echo half > \"${last%.*}.pdf\"; exit 1")) {
            PdfOutcome outcome = copies(program(fault)).make(List.of(workbook));
            assertEquals(List.of(), outcome.files(), fault);
            assertTrue(outcome.failed().get(0).en().contains("2026Q3.xlsx"), fault);
            assertEquals(List.of("-季报 2026Q3.xlsx", "office"), names(), fault);
        }
    }

    @Test
    void programThatHangsIsEnded() throws IOException {
        String office = program("sleep 600");
        PdfOutcome outcome =
                new PdfCopies(Map.of(PdfCopies.VARIABLE, office), Duration.ofMillis(300)).make(List.of(workbook));
        assertEquals(1, outcome.failed().size());
        assertTrue(ProcessHandle.current().descendants().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void missingProgramIsSaidOnce() {
        Path nowhere = folder.resolve("none");
        PdfOutcome outcome = copies(nowhere.toString()).make(List.of(workbook, workbook));
        assertEquals(1, outcome.failed().size());
        assertTrue(outcome.failed().get(0).en().contains("LibreOffice"));
        assertFalse(outcome.failed().get(0).zh().isBlank());
    }

    private PdfCopies copies(String office) {
        return new PdfCopies(Map.of(PdfCopies.VARIABLE, office));
    }

    private String program(String script) throws IOException {
        Path office = Files.writeString(folder.resolve("office"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(office, PosixFilePermissions.fromString("rwx------"));
        return office.toString();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<Path> absolute(List<Path> files) {
        return files.stream().map(Path::toAbsolutePath).toList();
    }
}
