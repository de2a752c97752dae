package org.jibao.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jibao.app.Jibao;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Text;
import org.jibao.inspect.FigureView;
import org.jibao.inspect.FigureWanted;
import org.jibao.inspect.FiguresReport;
import org.jibao.run.JobFolders;
import org.jibao.run.Periods;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.status.StatusReport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What pages work with: the facade for a job and period, and the long works. */
final class Bench {

    private static final Logger LOG = LoggerFactory.getLogger(Bench.class);

    private final DeskSettings settings;
    private final Works works = new Works();
    private final Views views = new Views();

    Bench(DeskSettings settings) {
        this.settings = settings;
    }

    DeskSettings settings() {
        return settings;
    }

    Works works() {
        return works;
    }

    /** Names of the jobs there are. */
    List<String> jobs() {
        return JobFolders.names(settings.jobs());
    }

    Instant now(String job) {
        return settings.settings().apply(job).asOf().orElseGet(Instant::now);
    }

    LocalDate today(JobDefinition head) {
        return now(head.id()).atZone(head.zone()).toLocalDate();
    }

    /** The facade for what a page shows. */
    Jibao jibao(DeskFrame frame) {
        return new Jibao(of(frame.job(), frame.period()), Progress.NONE);
    }

    /** What a page shows of the published snapshot; computed once as long as nothing has changed. */
    <T> T view(DeskFrame frame, String what, Class<T> type, Function<Jibao, T> make) {
        return view(frame.job(), frame.period(), frame.zone(), what, type, make);
    }

    /** The whole job, read once as long as its folder has not changed. */
    JobDefinition job(DeskFrame frame) {
        return view(frame, "job", JobDefinition.class, any -> JobFolders.load(settings.jobs(), frame.job()));
    }

    private <T> T view(String job, String period, ZoneId zone, String what, Class<T> type, Function<Jibao, T> make) {
        String day = now(job).atZone(zone).toLocalDate().toString();
        Settings one = of(job, period);
        return views.of(one, period, day, what, type, () -> make.apply(new Jibao(one, Progress.NONE)));
    }

    /** The same for another period; an empty text for all. */
    Jibao jibao(DeskFrame frame, String period) {
        return new Jibao(of(frame.job(), period), Progress.NONE);
    }

    Settings of(String job, String period) {
        Settings one = settings.settings().apply(job);
        Optional<Period> wanted = period.isEmpty()
                ? Optional.empty()
                : Optional.of(Periods.named(JobFolders.head(settings.jobs(), job), period));
        return one.withPeriod(wanted);
    }

    /**
     * The period that an officer looks at where none is named: the last that has ended and has returns, or else the
     * last that has ended.
     */
    Period usual(JobDefinition head) {
        Period ended = head.periods().containing(today(head)).previous();
        try {
            return new Jibao(of(head.id(), ""), Progress.NONE).usualPeriod();
        } catch (org.jibao.run.OperationalFailure nothingThere) {
            return ended;
        }
    }

    /**
     * Begins a long work on the facade.
     *
     * @param task gives what came of it
     */
    Work begin(DeskFrame frame, Text title, Function<Jibao, @Nullable Object> task) {
        return works.begin(frame.job(), frame.period(), title, work -> {
            Jibao jibao = new Jibao(of(work.job(), work.period()), work);
            work.with(jibao);
            Object outcome = task.apply(jibao);
            warm(work.job(), work.period(), frame.zone());
            return outcome;
        });
    }

    /** What is looked at first is ready then: the board, and the figures with what stands behind one of them. */
    void warm(String job) {
        try {
            JobDefinition head = JobFolders.head(settings.jobs(), job);
            warm(job, usual(head).code(), head.zone());
        } catch (RuntimeException saidOnThePage) {
            LOG.debug("there is nothing to show yet", saidOnThePage);
        }
    }

    private void warm(String job, String period, ZoneId zone) {
        try {
            view(job, period, zone, "status", StatusReport.class, Jibao::status);
            FiguresReport figures = view(job, period, zone, "figures", FiguresReport.class, Jibao::figures);
            if (!figures.figures().isEmpty()) {
                FigureWanted first = FigureWanted.total(figures.figures().get(0).id(), 0, FiguresPage.MOST);
                view(job, period, zone, first.toString(), FigureView.class, jibao -> jibao.figure(first));
            }
        } catch (RuntimeException saidOnThePage) {
            LOG.debug("there is nothing to show yet", saidOnThePage);
        }
    }
}
