package org.jibao.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Finding;
import org.jibao.inbox.Inbox;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.Limits;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.testkit.Sheets;
import org.jibao.testkit.ShippedForms;
import org.jibao.testkit.SmallJob;

/** Reads made-up returns of the shipped job, and tells what came of them in short. */
public final class Returns {

    public static final String NAME = "青岚县教育局_2026年第三季度.xlsx";

    private final Path inbox;
    private final ReturnReader reader;

    private Returns(Path inbox, JobDefinition job, Limits limits) {
        this.inbox = inbox;
        this.reader = new ReturnReader(job, limits);
    }

    public static Returns in(Path temporary) {
        return in(temporary, Limits.standard());
    }

    public static Returns in(Path temporary, Limits limits) {
        try {
            JobDefinition job = ShippedForms.load(Files.createDirectories(temporary.resolve("jobs")));
            return new Returns(Files.createDirectories(temporary.resolve("inbox")), job, limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a small job whose forms are written as YAML: an id and the form, by turns. */
    public static Returns ofForms(Path temporary, String... forms) {
        try {
            JobDefinition job = SmallJob.load(temporary, forms);
            return new Returns(Files.createDirectories(temporary.resolve("inbox")), job, Limits.standard());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A return of the small job. */
    public ReturnDocument small(Sheets sheets) {
        return document(SmallJob.RETURN, sheets.xlsx());
    }

    public Reading read(String name, byte[] bytes) {
        try {
            Path file = Files.write(inbox.resolve(name), bytes);
            InboxFile listed = Inbox.list(inbox, Limits.standard()).files().stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            Reading reading = reader.read(listed);
            Files.delete(file);
            return reading;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Reading read(InboxFile file) {
        return reader.read(file);
    }

    public ReturnDocument document(Sheets sheets) {
        return document(NAME, sheets.xlsx());
    }

    public ReturnDocument document(String name, byte[] bytes) {
        Reading reading = read(name, bytes);
        if (reading instanceof Reading.Read read) {
            return read.document();
        }
        throw new AssertionError(((Reading.Rejected) reading).reason());
    }

    public Finding rejection(String name, byte[] bytes) {
        Reading reading = read(name, bytes);
        if (reading instanceof Reading.Rejected rejected) {
            return rejected.reason();
        }
        throw new AssertionError(
                "was read: " + ((Reading.Read) reading).document().findings());
    }

    /** {@code row.column=value} of one form, in order; a status instead of a value where there is none. */
    public static String figures(ReturnDocument document, String form) {
        return document.observations().stream()
                .filter(observation -> observation.form().equals(form))
                .map(observation -> observation.row() + "." + observation.column() + "="
                        + (observation.value() == null
                                ? observation.status().word()
                                : observation.value().toPlainString()))
                .collect(Collectors.joining(" "));
    }

    /** Row and values of each entry that is held. */
    public static List<String> entries(ReturnDocument document) {
        return document.entries()
                .held()
                .map(entry -> entry.row() + " " + entry.values())
                .toList();
    }

    /** Findings but for the sheets that a test leaves out: code, place and arguments. */
    public static List<String> findings(ReturnDocument document) {
        return document.findings().stream()
                .filter(finding -> !finding.code().equals("sheet-missing"))
                .map(Returns::line)
                .toList();
    }

    public static String line(Finding finding) {
        String place = finding.place().toString();
        return finding.code() + (place.isEmpty() ? "" : "@" + place) + " "
                + finding.arguments().entrySet().stream()
                        .filter(argument -> !argument.getKey().endsWith(".en"))
                        .map(java.util.Map.Entry::getValue)
                        .collect(java.util.stream.Collectors.joining(" | "));
    }
}
