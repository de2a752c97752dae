package org.jibao.collect;

import java.util.List;
import java.util.Optional;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.metrics.MetricException;
import org.jibao.metrics.MetricRunner;
import org.jibao.store.FiguresCopy;
import org.jibao.store.HandedReturns;
import org.jibao.store.Row;
import org.jibao.store.Rows;
import org.jibao.store.Sql;
import org.jibao.store.Store;
import org.jibao.support.SqlText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the figures of packages that were taken in against those that this store gives, on a copy: a difference is a
 * finding of the package.
 */
final class ComparePackages {

    private static final Logger LOG = LoggerFactory.getLogger(ComparePackages.class);

    private final Store store;
    private final JobDefinition job;
    private final CollectJob.Work work;

    ComparePackages(Store store, JobDefinition job, CollectJob.Work work) {
        this.store = store;
        this.job = job;
        this.work = work;
    }

    /** In the current transaction, which sees what is committed. */
    void run() {
        Sql sql = store.sql();
        List<Period> periods =
                sql.query(SqlText.read(ComparePackages.class, "uncompared"), job.id(), work.asOf()).stream()
                        .map(row -> job.periods().parse(row.text("period")))
                        .flatMap(Optional::stream)
                        .toList();
        if (periods.isEmpty()) {
            return;
        }
        HandedReturns handed = store.handedReturns(job, work.asOf());
        try (FiguresCopy copy = store.figures(work.progress()::stopAsked)) {
            for (Period period : periods) {
                differences(copy.store(), period)
                        .forEach(row -> handed.note(row.count("package"), List.of(finding(row))));
                sql.execute(SqlText.read(ComparePackages.class, "compared"), job.id(), period.code(), work.asOf());
            }
        } catch (MetricException e) {
            // The summary says so to people, and of which file; the figures of the packages are compared once it is
            // mended.
            LOG.warn("the figures of packages cannot be compared", e);
        }
    }

    private Rows differences(Store copy, Period period) {
        copy.define(job, List.of(period), WorkingDays.china(), work.asOf());
        MetricRunner runner = new MetricRunner(copy.sql(), job, computed -> {});
        copy.inTransaction(() -> runner.compute(period, work.asOf()));
        return copy.sql()
                .query(
                        SqlText.read(ComparePackages.class, "package_differences"),
                        job.id(),
                        period.code(),
                        work.asOf());
    }

    private static Finding finding(Row row) {
        return Finding.of(
                        FindingCode.PACKAGE_FIGURES_DIFFER,
                        Place.FILE,
                        "",
                        null,
                        String.valueOf(row.count("times")),
                        row.textOr("name_zh", "—"),
                        row.textOr("figure_zh", "—"),
                        row.text("theirs"),
                        row.text("ours"))
                .inEnglish("scope", row.textOr("name_en", "—"))
                .inEnglish("figure", row.textOr("figure_en", "—"));
    }
}
