package org.jibao.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jibao.app.Jibao;
import org.jibao.finding.Language;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.template.Templates.TemplatesOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The blanks that shipped jobs make: a job that is drafted from one makes a blank with the same cells. */
class ShippedFormsTest {

    private final Path folder;

    ShippedFormsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Jibao jibao(Path jobs, String job) {
        return new Jibao(
                new Settings(
                        jobs,
                        job,
                        folder.resolve("inbox"),
                        folder.resolve(job + ".duckdb"),
                        folder.resolve("out"),
                        Language.EN,
                        Optional.empty(),
                        Optional.of(Instant.parse("2026-10-20T01:00:00Z")),
                        1),
                Progress.NONE);
    }

    /** To draw a summary of nothing takes most of the time, and is done for one of the drafts. */
    @Test
    void isVerifiedAtOnce() throws IOException {
        TemplatesOutcome blank = jibao(Path.of("jobs"), "annual-disclosure").templates(Optional.of("QL303"));
        Path jobs = Files.createDirectories(folder.resolve("jobs"));
        Jibao drafted = jibao(jobs, "drafted");
        assertEquals(
                7,
                drafted.draft(blank.files(), Optional.empty(), Optional.empty()).forms());
        assertEquals(List.of(), drafted.verify().problems());
    }

    /** Cells, lines of the cover and columns of registers that a person would name, all found with their labels. */
    @ParameterizedTest
    @CsvSource({
        "quarterly-disclosure, QL303, 11, 292, 8",
        "annual-disclosure, QL303, 7, 174, 5",
        "assessment, QL303, 3, 15, 0",
        "foi-requests, A01, 2, 11, 1"
    })
    void givesBackItsBlank(String job, String unit, int forms, int cells, int checks) throws IOException {
        TemplatesOutcome blank = jibao(Path.of("jobs"), job).templates(Optional.of(unit));
        Path jobs = Files.createDirectories(folder.resolve("jobs"));
        DraftOutcome first = jibao(jobs, "drafted").draft(blank.files(), Optional.empty(), Optional.empty());
        assertEquals(
                List.of(forms, cells, cells, checks),
                List.of(first.forms(), first.cells(), first.found(), first.checks()));
        Jibao drafted = jibao(jobs, "drafted");
        List<String> inputs = Inputs.of(blank.files());
        assertEquals(cells, inputs.size());
        assertEquals(inputs, Inputs.of(drafted.templates(Optional.empty()).files()));
    }
}
