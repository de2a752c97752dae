package org.jibao.run;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.checking.CheckedReturn;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.inbox.InboxFile;
import org.jibao.reading.Reading;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.reading.identity.Owner;
import org.jibao.reading.identity.OwnerReader;
import org.jspecify.annotations.Nullable;

/**
 * Whether a return came after its period had ended, by its due date, and before the period was closed. One that came before the
 * period's end is taken with a warning, as more may yet happen; one that came after closing is marked and kept. Judged
 * at the time of receipt, not of the run, so that collecting an old inbox anew comes to the same. Thread-safe.
 */
public final class Timeliness {

    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final JobDefinition job;
    private final WorkingDays workingDays;

    public Timeliness(JobDefinition job, WorkingDays workingDays) {
        this.job = job;
        this.workingDays = workingDays;
    }

    public CheckedReturn judge(CheckedReturn checked) {
        if (!(checked.reading() instanceof Reading.Read read)) {
            return checked;
        }
        ReturnDocument document = read.document();
        LocalDate received = date(document.file().receivedAt());
        if (received.isBefore(document.period().start())) {
            return notBegun(document);
        }
        if (!received.isAfter(document.period().end())) {
            return noted(checked, early(document));
        }
        LocalDate due = due(document.period());
        if (received.isAfter(due.plusDays(job.openFor()))) {
            return noted(checked, afterClose(document, due));
        }
        return received.isAfter(due) ? noted(checked, late(document, due)) : checked;
    }

    /** Whose a file is that could not be read, by its name and folder. */
    @Nullable
    public Owner ownerOf(InboxFile file) {
        return new OwnerReader(job).of(file);
    }

    /** The day by the end of which the returns of a period are in time. */
    LocalDate due(Period period) {
        return job.due().dueDate(period, workingDays);
    }

    private LocalDate date(Instant instant) {
        return instant.atZone(job.zone()).toLocalDate();
    }

    private static CheckedReturn notBegun(ReturnDocument document) {
        Text label = document.period().label();
        Finding reason = Finding.of(
                        FindingCode.PERIOD_NOT_OPEN,
                        Place.FILE,
                        "",
                        document.period().code(),
                        label.zh())
                .inEnglish("period", label.en());
        // For the period that it says nobody has to send anything yet; it is listed where people look when it comes.
        Owner owner = new Owner(document.unit(), null);
        return new CheckedReturn(new Reading.Rejected(document.file(), reason, owner), List.of(reason));
    }

    private Finding early(ReturnDocument document) {
        Text label = document.period().label();
        return Finding.of(
                        FindingCode.RETURN_EARLY,
                        Place.FILE,
                        "",
                        null,
                        label.zh(),
                        document.period().end().toString(),
                        received(document))
                .inEnglish("period", label.en());
    }

    private Finding late(ReturnDocument document, LocalDate due) {
        return Finding.of(FindingCode.RETURN_LATE, Place.FILE, "", null, due.toString(), received(document));
    }

    private Finding afterClose(ReturnDocument document, LocalDate due) {
        return Finding.of(
                FindingCode.RETURN_AFTER_CLOSE,
                Place.FILE,
                "",
                null,
                document.unit().code(),
                document.period().code(),
                due.toString(),
                due.plusDays(job.openFor()).toString(),
                received(document));
    }

    private String received(ReturnDocument document) {
        return TO_THE_MINUTE.format(document.file().receivedAt().atZone(job.zone()));
    }

    /** With the note in front of what else was found. */
    private static CheckedReturn noted(CheckedReturn checked, Finding note) {
        List<Finding> findings = new ArrayList<>();
        findings.add(note);
        findings.addAll(checked.findings());
        return new CheckedReturn(checked.reading(), findings, checked.evidence());
    }
}
