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
 * Whether a return came while its period was open, and by its due date. Both are judged at the time of receipt, not of
 * the run, so that collecting an old inbox anew comes to the same. Thread-safe.
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
        LocalDate due = job.due().dueDate(document.period(), workingDays);
        if (received.isBefore(document.period().start()) || received.isAfter(due.plusDays(job.openFor()))) {
            return notOpen(document);
        }
        return received.isAfter(due) ? late(checked, due, document.file().receivedAt()) : checked;
    }

    /** The day by the end of which the returns of a period are in time. */
    LocalDate due(Period period) {
        return job.due().dueDate(period, workingDays);
    }

    private LocalDate date(Instant instant) {
        return instant.atZone(job.zone()).toLocalDate();
    }

    private static CheckedReturn notOpen(ReturnDocument document) {
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

    private CheckedReturn late(CheckedReturn checked, LocalDate due, Instant receivedAt) {
        String received = TO_THE_MINUTE.format(receivedAt.atZone(job.zone()));
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.of(FindingCode.RETURN_LATE, Place.FILE, "", null, due.toString(), received));
        findings.addAll(checked.findings());
        return new CheckedReturn(checked.reading(), findings);
    }
}
