package org.jibao.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jibao.calendar.PeriodKind;
import org.jibao.draft.DraftOutcome.DraftRequest;
import org.jibao.finding.Language;
import org.jibao.testkit.Sheets;

/** Drafts jobs from sheets of a test, and reads what was written. */
final class Drafted {

    private final Path folder;
    private DraftOutcome outcome = DraftOutcome.nothing(List.of());

    private boolean verified;

    Drafted(Path folder) {
        this.folder = folder;
    }

    /** Tries the folder out on a store, too, which takes a while. */
    Drafted verified() {
        verified = true;
        return this;
    }

    Drafted file(String name, Sheets sheets) {
        sheets.save(from().resolve(name));
        return this;
    }

    Path from() {
        try {
            return Files.createDirectories(folder.resolve("from"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path jobs() {
        return folder.resolve("jobs");
    }

    DraftOutcome draft() {
        return draft(Optional.empty(), Optional.empty());
    }

    DraftOutcome draft(Optional<Language> language, Optional<PeriodKind> period) {
        DraftRequest request = new DraftRequest(jobs(), "survey", List.of(from()), language, period);
        LocalDate today = LocalDate.of(2026, 10, 20);
        outcome = (verified ? new Drafts(today) : new Drafts(today, job -> List.of())).draft(request);
        return outcome;
    }

    /** A file of the new folder, without the line that names its schema. */
    String text(String file) {
        try {
            String text = Files.readString(jobs().resolve("survey").resolve(file));
            return text.startsWith("# yaml") ? text.substring(text.indexOf('\n') + 1) : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is said of one kind, in English, each with its place. */
    List<String> said(Remark.Kind kind) {
        return outcome.of(kind).stream()
                .map(remark -> (remark.place().isEmpty() ? "" : remark.place() + ": ")
                        + remark.text().en())
                .toList();
    }
}
