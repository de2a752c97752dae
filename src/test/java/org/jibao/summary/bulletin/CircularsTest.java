package org.jibao.summary.bulletin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Language;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bulletins over the figures of two circulars that counties have published: they say what those said. */
class CircularsTest {

    private final Path folder;

    CircularsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "monthly-bulletin | county-month | ZH | 公开政府信息2,450条，其中县直部门1,454条、乡镇996条。 | 未达到 20 条的县直部门1个",
                "monthly-bulletin | county-month | EN | Items disclosed came to 2,450 items: County departments 1,454 items, Townships 996 items. | Departments below 20 items: 1",
                "site-bulletin | district-quarter | ZH | 公开信息455条，其中区直单位325条、街道130条。 | 在政府网站公开115条",
                "site-bulletin | district-quarter | ZH | 在其他渠道公开340条，其中 | 网站公开占比25.27%"
            })
    void sayWhatWasPublished(String id, String example, Language language, String divided, String sentence) {
        JobDefinition job = GivenJob.shipped(id);
        List<String> lines =
                GivenJob.with(job, GivenJob.example(job, example), folder, given -> lines(given, language));
        assertEquals(1, lines.stream().filter(line -> line.contains(divided)).count(), () -> String.join("\n", lines));
        assertTrue(lines.stream().anyMatch(line -> line.contains(sentence)), () -> String.join("\n", lines));
    }

    /** The longest of all events is no sum of the kinds' longest. */
    @ParameterizedTest
    @CsvSource({"activities-training, publicity-day"})
    void divideOnlyWhatAddsUp(String id, String example) {
        JobDefinition job = GivenJob.shipped(id);
        List<String> lines =
                GivenJob.with(job, GivenJob.example(job, example), folder, given -> lines(given, Language.ZH));
        assertTrue(lines.stream().anyMatch(line -> line.contains("，其中")), () -> String.join("\n", lines));
        assertTrue(
                lines.stream().noneMatch(line -> line.contains("最多的一场") && line.contains("其中")),
                () -> String.join("\n", lines));
    }

    private List<String> lines(GivenJob.Given given, Language language) {
        try {
            Path file = folder.resolve("bulletin.docx");
            new BulletinWriter().write(given.request(language), file);
            return LetterFile.lines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
