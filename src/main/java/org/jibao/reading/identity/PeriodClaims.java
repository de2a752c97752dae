package org.jibao.reading.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jibao.calendar.Period;
import org.jibao.calendar.PeriodCalendar;
import org.jibao.calendar.PeriodKind;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.reading.identity.Claims.Claim;
import org.jibao.reading.identity.IdentityReader.Understood;
import org.jspecify.annotations.Nullable;

/**
 * Finds the one period of which all speak that say one. A date alone in a name is often the day on which the file was sent: it counts only
 * where nothing else says a period, unless the job's periods are days.
 */
final class PeriodClaims {

    private static final LocalDate EXAMPLE = LocalDate.of(2026, 7, 20);

    private final JobDefinition job;
    private final PeriodCalendar periods;
    private final @Nullable Period ofRun;

    PeriodClaims(JobDefinition job, @Nullable Period ofRun) {
        this.job = job;
        this.periods = job.periods();
        this.ofRun = ofRun;
    }

    Period agreed(List<Claim> claims, String path) throws Rejection {
        List<Understood<Period>> understood = new ArrayList<>();
        List<Understood<Period>> dates = new ArrayList<>();
        Claim unknown = null;
        for (Claim claim : claims) {
            Optional<Period> found = periods.read(claim.text());
            if (found.isPresent()) {
                (isOnlyDate(claim) ? dates : understood).add(new Understood<>(claim, found.get()));
            } else if (unknown == null || unknown.loose()) {
                unknown = claim;
            }
        }
        if (unknown != null && !unknown.loose()) {
            throw unknown(unknown);
        }
        List<Understood<Period>> said = understood.isEmpty() ? dates : understood;
        if (!said.isEmpty()) {
            return IdentityReader.agreed("period", said, Period::label);
        }
        if (ofRun != null) {
            return ofRun;
        }
        throw unknown == null ? missing(path) : unknown(unknown);
    }

    private boolean isOnlyDate(Claim claim) {
        return claim.loose()
                && periods.kind() != PeriodKind.DAY
                && periods.readNamed(claim.text()).isEmpty();
    }

    private Rejection unknown(Claim claim) {
        String text = claim.text().strip();
        List<Period> readings = periods.readings(text);
        if (readings.size() > 1) {
            return ambiguous(claim.place(), text, readings.get(0), readings.get(1));
        }
        Period example = periods.containing(EXAMPLE);
        Text label = example.label();
        Finding finding =
                Finding.of(FindingCode.PERIOD_UNKNOWN, claim.place(), "period", null, text, label.zh(), example.code());
        return new Rejection(finding.inEnglish("example", label.en()));
    }

    private static Rejection ambiguous(Place place, String text, Period first, Period second) {
        Finding finding = Finding.of(
                FindingCode.PERIOD_AMBIGUOUS,
                place,
                "period",
                null,
                text,
                first.label().zh(),
                second.label().zh());
        finding = finding.inEnglish("first", first.label().en());
        return new Rejection(finding.inEnglish("second", second.label().en()));
    }

    private Rejection missing(String path) {
        Text names = UnmatchedNames.of(job.fileName(), path);
        Period example = periods.containing(EXAMPLE);
        Finding finding = Finding.of(
                FindingCode.PERIOD_MISSING,
                Place.FILE,
                "period",
                null,
                names.zh(),
                example.label().zh(),
                example.code());
        finding = finding.inEnglish("names", names.en());
        return new Rejection(finding.inEnglish("example", example.label().en()));
    }
}
