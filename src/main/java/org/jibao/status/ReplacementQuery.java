package org.jibao.status;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.store.Row;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;

/** Asks a store or its snapshot which revision has replaced which, as of a time. */
public final class ReplacementQuery {
    private static final Wording WORDS = Wording.of(ReplacementQuery.class);

    private final Sql sql;
    private final JobDefinition job;

    public ReplacementQuery(Sql sql, JobDefinition job) {
        this.sql = sql;
        this.job = job;
    }

    /** Every one of a period, in the order of receipt. */
    List<Replacement> of(String period, Instant asOf) {
        return rows("replacements", period, asOf);
    }

    /** The units in time only by a revision that was replaced after the due date: that one, and the one that counts. */
    List<Replacement> inTimeByReplaced(String period, Instant asOf) {
        return rows("in_time_by_replaced", period, asOf);
    }

    /** Those of which either side was settled after a number. */
    public List<Replacement> since(long settledBefore, Instant asOf) {
        return sql
                .query(SqlText.read(ReplacementQuery.class, "replaced_periods"), job.id(), asOf, settledBefore)
                .stream()
                .flatMap(row -> of(row.text("period"), asOf).stream())
                .filter(one -> one.newer() > settledBefore || one.older() > settledBefore)
                .toList();
    }

    private List<Replacement> rows(String query, String period, Instant asOf) {
        return sql.query(SqlText.read(ReplacementQuery.class, query), job.id(), period, asOf).stream()
                .map(row -> replacement(period, row))
                .toList();
    }

    private Replacement replacement(String period, Row row) {
        String unit = row.text("unit");
        return new Replacement(
                period,
                unit,
                job.roster().byCode(unit).map(Unit::name).orElse(unit),
                row.count("older"),
                row.text("older_file"),
                row.time("older_received_at"),
                row.count("newer"),
                row.text("newer_file"),
                row.time("newer_received_at"),
                row.count("cells"),
                row.count("changed"));
    }

    /**
     * A revision in the place of an earlier one of the same unit and period.
     *
     * @param unit its code
     * @param olderFile with the folders in which it came
     * @param cells of grids that the two have between them
     * @param changed those that differ
     */
    public record Replacement(
            String period,
            String unit,
            String name,
            long older,
            String olderFile,
            Instant olderAt,
            long newer,
            String newerFile,
            Instant newerAt,
            long cells,
            long changed) {

        private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

        /** In a line. */
        public Text words(ZoneId zone) {
            String before = MINUTE.format(olderAt.atZone(zone));
            String after = MINUTE.format(newerAt.atZone(zone));
            return WORDS.text("replacement.told", name, period, newerFile, after, olderFile, before, changed, cells);
        }

        /** The share of cells that differ, such as {@code 12.50%}; a dash where there are none. */
        public String share() {
            return cells == 0
                    ? "—"
                    : java.math.BigDecimal.valueOf(changed * 100)
                                    .divide(java.math.BigDecimal.valueOf(cells), 2, java.math.RoundingMode.HALF_UP)
                            + "%";
        }
    }
}
