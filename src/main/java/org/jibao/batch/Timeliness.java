package org.jibao.batch;

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
import org.jibao.reading.Reading;
import org.jibao.reading.ReturnDocument;

/**
 * Whether a return came by its due date, and before its period was closed: one that came later is marked and kept. Judged
 * at the time of receipt, not of the run, so that collecting an old inbox anew comes to the same. Thread-safe.
 */
final class Timeliness {

    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final JobDefinition job;
    private final WorkingDays workingDays;

    Timeliness(JobDefinition job, WorkingDays workingDays) {
        this.job = job;
        this.workingDays = workingDays;
    }

    CheckedReturn judge(CheckedReturn checked) {
        if (!(checked.reading() instanceof Reading.Read read)) {
            return checked;
        }
        ReturnDocument document = read.document();
        LocalDate received = date(document.file().receivedAt());
        if (received.isBefore(document.period().start())) {
            return notBegun(document);
        }
        LocalDate due = due(document.period());
        if (received.isAfter(due.plusDays(job.openFor()))) {
            return noted(checked, afterClose(document, due));
        }
        return received.isAfter(due) ? noted(checked, late(document, due)) : checked;
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
        return new CheckedReturn(new Reading.Rejected(document.file(), reason), List.of(reason));
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
        return new CheckedReturn(checked.reading(), findings);
    }
}
