package org.jibao.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Wording;
import org.jibao.store.Sql;
import org.jibao.store.Store;
import org.jibao.support.SqlText;

/** Which periods are worked on at a time. */
public final class Periods {
    private static final Wording WORDS = Wording.of(Periods.class);

    private static final String RECEIVED = SqlText.read(Periods.class, "received_periods");
    private static final String CHANGED = SqlText.read(Periods.class, "changed_periods");

    private final JobDefinition job;
    private final WorkingDays workingDays;

    public Periods(JobDefinition job, WorkingDays workingDays) {
        this.job = job;
        this.workingDays = workingDays;
    }

    /**
     * The period that a person names, by its code or in words.
     *
     * @throws UnusableArgument where the job has none of this name
     */
    public static Period named(JobDefinition job, String text) {
        Period example = job.periods().containing(LocalDate.of(2026, 7, 20));
        return job.periods()
                .parse(text)
                .or(() -> job.periods().read(text))
                .orElseThrow(() -> new UnusableArgument(WORDS.text("period.unreadable", text, job.id(), example)));
    }

    /** The last period that has ended and has a return; where there is none, the last that has ended. */
    public Period usual(Sql sql, Instant asOf) {
        Period ended = lastEnded(asOf);
        return received(sql, asOf).stream()
                .filter(period -> period.compareTo(ended) <= 0)
                .max(Period::compareTo)
                .orElse(ended);
    }

    /**
     * That a period can be worked on.
     *
     * @throws UnusableArgument where it is of another kind than the job's, or has not begun
     */
    void check(Period period, Instant asOf) {
        check(period, running(asOf), asOf);
    }

    /**
     * That templates can be made for a period: one that has begun, or the next one.
     *
     * @throws UnusableArgument where it is of another kind than the job's, or lies further ahead
     */
    public void checkForTemplates(Period period, Instant asOf) {
        check(period, running(asOf).next(), asOf);
    }

    /**
     * That returns can be collected without a period of the run.
     *
     * @throws UnusableArgument where the job takes it from there
     */
    void checkNeedless(Instant asOf) {
        if (job.fileName().periodFromRun()) {
            throw new UnusableArgument(
                    WORDS.text("period.from-run", job.id(), running(asOf).previous()));
        }
    }

    /** The period that has begun and not ended. */
    public Period running(Instant asOf) {
        return job.periods().containing(date(asOf));
    }

    private void check(Period period, Period latest, Instant asOf) {
        Period current = running(asOf);
        if (!job.periods().has(period)) {
            throw new UnusableArgument(WORDS.text("period.other-kind", period, job.id(), current.previous()));
        }
        if (period.compareTo(latest) > 0) {
            throw new UnusableArgument(WORDS.text("period.not-begun", period, current.previous()));
        }
    }

    /** The periods that have ended and are not yet closed, from the first that has a return. */
    public List<Period> open(Sql sql, Instant asOf) {
        Period ended = lastEnded(asOf);
        Optional<Period> first = received(sql, asOf).stream().min(Period::compareTo);
        List<Period> open = new ArrayList<>();
        for (Period period = first.orElse(ended); period.compareTo(ended) <= 0; period = period.next()) {
            if (!closed(period, asOf)) {
                open.add(period);
            }
        }
        return open;
    }

    /**
     * The periods that a nightly run takes: those that are open, those that closed since the last night, each of which gets
     * its final summary, and those of which something was received or decided since then.
     *
     * @param lastNight empty where there was none
     */
    public List<Period> tonight(Sql sql, Optional<Instant> lastNight, Instant asOf) {
        TreeSet<Period> tonight = new TreeSet<>(open(sql, asOf));
        Period ended = lastEnded(asOf);
        lastNight.ifPresent(since -> {
            received(sql, asOf).stream()
                    .filter(period -> closed(period, asOf) && !closed(period, since))
                    .forEach(tonight::add);
            sql.query(CHANGED, job.id(), since, asOf).stream()
                    .flatMap(row -> job.periods().parse(row.text("period")).stream())
                    .filter(job.periods()::has)
                    .filter(period -> period.compareTo(ended) <= 0)
                    .forEach(tonight::add);
        });
        return List.copyOf(tonight);
    }

    /** Whether the period's last day for returns is over. */
    boolean closed(Period period, Instant asOf) {
        return job.due().dueDate(period, workingDays).plusDays(job.openFor()).isBefore(date(asOf));
    }

    /** How many of the periods are past their due date: a summary speaks otherwise of what is missing then. */
    long due(Iterable<Period> periods, Instant asOf) {
        long due = 0;
        for (Period period : periods) {
            if (job.due().dueDate(period, workingDays).isBefore(date(asOf))) {
                due++;
            }
        }
        return due;
    }

    private Period lastEnded(Instant asOf) {
        return job.periods().containing(date(asOf)).previous();
    }

    private LocalDate date(Instant asOf) {
        return asOf.atZone(job.zone()).toLocalDate();
    }

    List<Period> received(Sql sql, Instant asOf) {
        return sql.query(RECEIVED, job.id(), asOf).stream()
                .map(row -> job.periods().parse(row.textOr("period", "")))
                .flatMap(Optional::stream)
                .filter(job.periods()::has)
                .toList();
    }

    /** The number of a submission up to which every one of the job has its verdict; 0 where there is none. */
    public static long lastSettled(Store store, JobDefinition job) {
        return store.sql()
                .query(SqlText.read(Periods.class, "last_settled"), job.id())
                .number();
    }
}
