package org.jibao.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.status.HistoryReport.CellChange;
import org.jibao.status.HistoryReport.Changes;
import org.jibao.status.HistoryReport.DecisionLine;
import org.jibao.status.HistoryReport.OfPeriod;
import org.jibao.status.HistoryReport.SubmissionLine;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/** Asks a snapshot for everything that a unit has sent, as of a time. */
public final class HistoryQuery {

    private final Sql sql;
    private final JobDefinition job;
    private final Instant asOf;

    public HistoryQuery(Sql sql, JobDefinition job, Instant asOf) {
        this.sql = sql;
        this.job = job;
        this.asOf = asOf;
    }

    /** @param period the only one wanted, or empty for all */
    public HistoryReport report(Unit unit, Optional<Period> period) {
        @Nullable String code = period.map(Period::code).orElse(null);
        Map<Period, Gathered> periods = new TreeMap<>();
        for (List<@Nullable Object> row : rows("history_submissions", unit.code())) {
            Period of = periodOf(row);
            if (period.isEmpty() || period.get().equals(of)) {
                gathered(periods, of).add(row);
            }
        }
        for (List<@Nullable Object> row : rows("history_decisions", unit.code(), code)) {
            gathered(periods, parsed(row)).decisions.add(decision(row));
        }
        List<OfPeriod> lines = new ArrayList<>();
        periods.forEach(
                (one, all) -> lines.add(new OfPeriod(one, all.submissions, all.decisions, changes(all.withContent))));
        return new HistoryReport(job.id(), job.title(), job.zone(), unit, asOf, lines);
    }

    private List<List<@Nullable Object>> rows(String query, @Nullable Object... which) {
        List<@Nullable Object> parameters = new ArrayList<>(List.of(job.id(), asOf));
        parameters.addAll(Arrays.asList(which));
        return sql.query(SqlText.read(HistoryQuery.class, query), parameters.toArray())
                .rows();
    }

    /** A rejected file that names no period belongs to the last one that had ended when it came. */
    private Period periodOf(List<@Nullable Object> row) {
        if (row.get(0) != null) {
            return parsed(row);
        }
        Instant received = (Instant) Objects.requireNonNull(row.get(3));
        return Period.containing(job.periodKind(), received.atZone(job.zone()).toLocalDate())
                .previous();
    }

    private static Period parsed(List<@Nullable Object> row) {
        return Period.parse(text(row.get(0))).orElseThrow();
    }

    /** What there is of one period. */
    private static final class Gathered {

        private final List<SubmissionLine> submissions = new ArrayList<>();
        private final List<DecisionLine> decisions = new ArrayList<>();
        private final Map<Long, Long> withContent = new TreeMap<>();

        void add(List<@Nullable Object> row) {
            SubmissionLine line = submission(row);
            submissions.add(line);
            if (Boolean.TRUE.equals(row.get(8)) && line.revision() != null) {
                withContent.put(line.revision(), line.number());
            }
        }
    }

    private static Gathered gathered(Map<Period, Gathered> periods, Period period) {
        return periods.computeIfAbsent(period, one -> new Gathered());
    }

    private static SubmissionLine submission(List<@Nullable Object> row) {
        return new SubmissionLine(
                (Long) Objects.requireNonNull(row.get(1)),
                text(row.get(2)),
                (Instant) Objects.requireNonNull(row.get(3)),
                text(row.get(4)),
                (Long) row.get(5),
                text(row.get(6)),
                (Long) row.get(7));
    }

    private static DecisionLine decision(List<@Nullable Object> row) {
        return new DecisionLine(
                text(row.get(1)),
                (Long) row.get(2),
                (String) row.get(3),
                new Place((String) row.get(4), (String) row.get(5)),
                text(row.get(6)),
                text(row.get(7)),
                (String) row.get(9),
                (String) row.get(10),
                (Instant) Objects.requireNonNull(row.get(8)));
    }

    /** @param byRevision the submissions that have content, by revision */
    private List<Changes> changes(Map<Long, Long> byRevision) {
        List<Changes> changes = new ArrayList<>();
        @Nullable Long older = null;
        for (Long newer : byRevision.values()) {
            if (older != null) {
                RegisterChanges registers = new RegisterChanges(sql, job, older, newer);
                changes.add(new Changes(older, newer, cells(older, newer), registers.entries(), registers.more()));
            }
            older = newer;
        }
        return changes;
    }

    private List<CellChange> cells(long older, long newer) {
        return sql.query(SqlText.read(HistoryQuery.class, "history_cells"), job.id(), older, newer).rows().stream()
                .map(row -> new CellChange(
                        new Text(text(row.get(0)), text(row.get(1))),
                        new Text(text(row.get(2)), text(row.get(3))),
                        new Text(text(row.get(4)), text(row.get(5))),
                        new Place((String) row.get(6), (String) row.get(7)),
                        text(row.get(8)),
                        text(row.get(9))))
                .toList();
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }
}
