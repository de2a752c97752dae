package org.jibao.inspect;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Place;
import org.jibao.finding.Severity;
import org.jibao.finding.Text;
import org.jibao.inspect.FindingsReport.CodeFindings;
import org.jibao.inspect.FindingsReport.FindingsPage;
import org.jibao.inspect.FindingsReport.FoundLine;
import org.jibao.inspect.FindingsReport.UnitFindings;
import org.jibao.run.UnitArgument;
import org.jibao.store.Row;
import org.jibao.store.Rows;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/** Asks a snapshot what was found in the returns that stand of one period, as of a time. */
public final class FindingsQuery {

    private final Sql sql;
    private final JobDefinition job;
    private final Period period;
    private final Instant asOf;

    public FindingsQuery(Sql sql, JobDefinition job, Period period, Instant asOf) {
        this.sql = sql;
        this.job = job;
        this.period = period;
        this.asOf = asOf;
    }

    public FindingsReport report() {
        List<CodeFindings> codes =
                rows("findings_by_code").stream().map(FindingsQuery::ofCode).toList();
        List<UnitFindings> units =
                rows("findings_by_unit").stream().map(FindingsQuery::ofUnit).toList();
        return new FindingsReport(job.id(), job.title(), period, asOf, codes, units);
    }

    /**
     * Some of them, one by one: errors first, then by unit and place.
     *
     * @throws org.jibao.run.UnusableArgument where the roster has no such unit
     */
    public FindingsPage of(FindingsWanted wanted) {
        String unit = wanted.unit();
        String code = unit == null ? null : UnitArgument.of(job.roster(), unit).code();
        Rows rows = rows("findings_listed", wanted.code(), code, wanted.from(), wanted.most());
        long total = 0;
        List<FoundLine> lines = new ArrayList<>();
        for (Row row : rows) {
            total = row.count("total");
            if (row.countOrNull("submission") != null) {
                lines.add(line(row));
            }
        }
        return new FindingsPage(period, lines, wanted.from(), total);
    }

    private Rows rows(String query, @Nullable Object... more) {
        String found = SqlText.read(FindingsQuery.class, "found");
        List<@Nullable Object> parameters =
                new ArrayList<>(List.of(job.id(), period.code(), ended(period), ended(period.next()), asOf));
        parameters.addAll(Arrays.asList(more));
        return sql.query(
                SqlText.fill(SqlText.read(FindingsQuery.class, query), Map.of("found", found)), parameters.toArray());
    }

    /** The first moment after a period. */
    private Instant ended(Period one) {
        LocalDate after = one.end().plusDays(1);
        return after.atStartOfDay(job.zone()).toInstant();
    }

    private static CodeFindings ofCode(Row row) {
        return new CodeFindings(
                row.text("code"),
                row.choice("severity", Severity.class),
                words(row, "message"),
                words(row, "cure"),
                row.count("findings"),
                row.count("units"),
                row.count("open"),
                row.count("open_units"));
    }

    private static UnitFindings ofUnit(Row row) {
        return new UnitFindings(
                row.text("unit"),
                row.text("name"),
                row.count("errors"),
                row.count("open"),
                row.count("answered"),
                row.count("notes"),
                row.count("submission"),
                row.text("standing"));
    }

    private static FoundLine line(Row row) {
        return new FoundLine(
                row.count("submission"),
                row.textOrNull("unit"),
                row.textOrNull("name"),
                row.text("file"),
                new Place(row.textOrNull("sheet"), row.textOrNull("cell")),
                row.text("code"),
                row.choice("severity", Severity.class),
                words(row, "message"),
                words(row, "cure"),
                row.flag("answered"));
    }

    static Text words(Row row, String column) {
        return new Text(row.textOr(column + "_zh", ""), row.textOr(column + "_en", ""));
    }
}
