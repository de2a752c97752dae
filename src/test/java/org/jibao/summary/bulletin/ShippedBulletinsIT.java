package org.jibao.summary.bulletin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Language;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bulletin of every shipped job, in its languages. */
class ShippedBulletinsIT {

    private final Path folder;
    private final Path file;

    ShippedBulletinsIT(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve("letter.docx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "activities-training",
                "annual-disclosure",
                "assessment",
                "channels-venues",
                "foi-requests",
                "key-fields",
                "public-spending",
                "quarterly-disclosure",
                "rectification-visits",
                "self-check",
                "subsidy-funds"
            })
    void isMadeForEveryShippedJobBeforeAnybodyReports(String id) {
        JobDefinition job = GivenJob.shipped(id);
        GivenJob.withoutReturns(job, folder, given -> {
            for (Language language : job.languages()) {
                List<String> lines = lines(given, language);
                assertEquals(
                        job.title().in(language),
                        lines.get(0).replaceAll(".*\\n|情况的通报|^Bulletin on the |, [^,]*$", ""));
                assertEquals(
                        Objects.requireNonNull(given.tables().get("bulletin_units"))
                                .rows()
                                .size(),
                        lines.stream()
                                .filter(line -> line.matches("\\d+ \\| .*"))
                                .count());
                assertEquals(
                        List.of(),
                        lines.stream().filter(line -> line.contains("{{")).toList());
                byte[] first = bytes();
                lines(given, language);
                assertArrayEquals(first, bytes(), language + " twice");
            }
            return true;
        });
    }

    private List<String> lines(GivenJob.Given given, Language language) {
        try {
            assertEquals(List.of(), new BulletinWriter().write(given.request(language), file));
            return LetterFile.lines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
