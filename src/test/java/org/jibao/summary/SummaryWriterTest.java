package org.jibao.summary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.jibao.finding.Language;
import org.jibao.status.WorkbookText;
import org.jibao.summary.SummaryWriter.WorkbookComposer;
import org.jibao.workbook.WorkbookFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SummaryWriterTest {
    /** With {@code -Djibao.golden=write} the golden files are written anew, to be looked at before they are kept. */
    private static final boolean REWRITE = "write".equals(System.getProperty("jibao.golden"));

    @Test
    void writesTheSameBytesLaterAndElsewhere(@TempDir Path folder) throws IOException, InterruptedException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Path first = folder.resolve("first.xlsx");
        Path second = folder.resolve("second.xlsx");
        new SummaryWriter().write(County.request(Language.ZH), first);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            Thread.sleep(2100);
            new SummaryWriter().write(County.request(Language.ZH), second);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    }

    @ParameterizedTest
    @EnumSource
    void showsWhatItShowed(Language language, @TempDir Path folder) throws IOException {
        Path workbook = folder.resolve("summary.xlsx");
        assertEquals(List.of(), new SummaryWriter().write(County.request(language), workbook));
        String name = "county-" + language.name().toLowerCase(Locale.ROOT) + ".txt";
        List<String> shown = WorkbookText.of(workbook, 40);
        Path golden = Path.of("src/test/resources/org/jibao/summary", name);
        if (REWRITE) {
            Files.createDirectories(golden.getParent());
            Files.write(golden, shown, StandardCharsets.UTF_8);
        }
        assertEquals(String.join("\n", Files.readAllLines(golden)), String.join("\n", shown));
    }

    @Test
    void saysInPlaceOfChartsThatTheMachineCannotDraw(@TempDir Path folder) throws IOException {
        Path workbook = folder.resolve("summary.xlsx");
        WorkbookFile.write(
                new WorkbookComposer(County.request(Language.EN), Optional.empty(), TidySheet.MOST_ROWS).compose(),
                workbook);
        long said = WorkbookText.of(workbook, 200).stream()
                .filter(line -> line.contains("could not be drawn: this machine has no font support"))
                .count();
        assertEquals(4, said);
    }

    @Test
    void leavesNothingBesideTheFile(@TempDir Path folder) throws IOException {
        new SummaryWriter().write(County.request(Language.ZH), folder.resolve("summary.xlsx"));
        try (var files = Files.list(folder)) {
            assertEquals(
                    List.of("summary.xlsx"),
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }
}
