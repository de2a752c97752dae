package org.jibao.burden;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jibao.burden.AskedCells.AskedCell;
import org.jibao.burden.BurdenReport.Basis;
import org.jibao.burden.BurdenReport.Category;
import org.jibao.burden.BurdenReport.Cell;
import org.jibao.burden.BurdenReport.JobLine;
import org.jibao.burden.BurdenReport.Line;
import org.jibao.burden.Claims.Claim;
import org.jibao.burden.Claims.ClaimTerm;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.store.Row;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;
import org.jibao.template.CellFillings.Filling;
import org.jspecify.annotations.Nullable;

/** Asks the snapshot which cells need not be asked. All is added up in the store; nothing goes through returns one by one. */
public final class BurdenQuery {

    /** On fewer returns nothing is said. */
    static final int LEAST_RETURNS = 10;

    /** Of a unit with fewer returns it is not said that it never changes an answer. */
    static final int LEAST_PERIODS = 4;

    /** What is true of so many percent is true of nearly all. */
    static final int NEARLY_ALL_PERCENT = 95;

    private final Sql sql;
    private final Instant asOf;
    private final int periods;

    /** @param periods how many of each job's newest periods with returns are looked at */
    public BurdenQuery(Sql sql, Instant asOf, int periods) {
        this.sql = sql;
        this.asOf = asOf;
        this.periods = periods;
    }

    static boolean nearlyAll(long part, long whole) {
        return part * 100 >= whole * NEARLY_ALL_PERCENT;
    }

    /** @param leftOut names of jobs that could not be read */
    public BurdenReport report(List<JobDefinition> jobs, List<String> leftOut) {
        List<AskedCells> asked = jobs.stream().map(this::cells).toList();
        List<Line> lines = new ArrayList<>();
        List<JobLine> spans = new ArrayList<>();
        Set<String> determined = new HashSet<>();
        for (AskedCells cells : asked) {
            spans.add(span(cells.job()));
            for (Line line : ofJob(cells)) {
                lines.add(line);
                if (line.category() == Category.DETERMINED) {
                    determined.add(line.cell().job() + " " + line.cell().id());
                }
            }
        }
        AskedTwice twice = new AskedTwice(sql, asOf, periods, asked, determined);
        List<Line> found = twice.lines();
        Set<Cell> compared = found.stream().map(Line::cell).collect(Collectors.toSet());
        lines.removeIf(line -> line.category() == Category.TWICE && compared.contains(line.cell()));
        lines.addAll(found);
        lines.sort(Comparator.comparing(Line::category)
                .thenComparing(line -> line.basis() == Basis.LABEL)
                .thenComparing(line -> line.filling() != Filling.ENTRY)
                .thenComparing(Line::of, Comparator.reverseOrder())
                .thenComparing(Line::holds, Comparator.reverseOrder()));
        return new BurdenReport(
                asOf,
                periods,
                spans,
                leftOut,
                twice.unmatched(),
                lines,
                jobs.stream()
                        .flatMap(job -> KindBurden.of(job, running(job)).stream())
                        .toList());
    }

    private AskedCells cells(JobDefinition job) {
        return AskedCells.of(job, KindBurden.usual(running(job)));
    }

    private Period running(JobDefinition job) {
        return job.periods().containing(asOf.atZone(job.zone()).toLocalDate());
    }

    private JobLine span(JobDefinition job) {
        Row row = sql.query(SqlText.read(BurdenQuery.class, "job_span"), job.id(), asOf, (long) periods)
                .one();
        return new JobLine(job.id(), job.title(), row.count("returns"), row.count("units"), row.count("periods"));
    }

    private List<Line> ofJob(AskedCells cells) {
        Map<String, Row> profiles = new HashMap<>();
        sql.query(SqlText.read(BurdenQuery.class, "cell_profiles"), cells.job().id(), asOf, (long) periods, (long)
                        LEAST_PERIODS)
                .forEach(row -> profiles.put(row.text("cell"), row));
        List<Line> lines = new ArrayList<>();
        Set<String> said = new HashSet<>();
        Collection<Claim> claims = Claims.of(cells);
        Map<String, Row> shares = shares(cells.job(), claims);
        for (Claim claim : claims) {
            AskedCell cell = cells.byId().get(claim.cell());
            Line line =
                    cell == null ? null : claimed(claim, cell, shares.get(claim.cell()), profiles.get(claim.cell()));
            if (line != null) {
                lines.add(line);
            }
            said.add(claim.cell());
        }
        for (AskedCell cell : cells.all()) {
            Row profile = profiles.get(cell.cell().id());
            if (profile != null && !said.contains(cell.cell().id())) {
                Line line = observed(cell, profile);
                if (line != null) {
                    lines.add(line);
                }
            }
        }
        return lines;
    }

    /** Null where it rests on too little, or does not hold in nearly all returns. A rule stands for itself. */
    private static @Nullable Line claimed(Claim claim, AskedCell cell, @Nullable Row share, @Nullable Row profile) {
        long of = share == null ? 0 : share.count("returns");
        long holds = share == null ? 0 : share.count("holds");
        long answered = profile == null ? 0 : profile.count("periods");
        if (claim.basis() == Basis.BROUGHT) {
            return of >= LEAST_RETURNS && nearlyAll(holds, of)
                    ? new Line(
                            Category.PREFILLED,
                            claim.basis(),
                            cell.cell(),
                            null,
                            claim.rule(),
                            claim.by(),
                            cell.filling(),
                            holds,
                            of,
                            answered)
                    : null;
        }
        boolean enough = claim.comparable() && of >= LEAST_RETURNS;
        return new Line(
                claim.basis() == Basis.OTHER_RETURN ? Category.TWICE : Category.DETERMINED,
                claim.basis(),
                cell.cell(),
                null,
                claim.rule(),
                claim.by(),
                cell.filling(),
                enough ? holds : 0,
                enough ? of : 0,
                answered);
    }

    private static @Nullable Line observed(AskedCell cell, Row profile) {
        long returns = profile.count("returns");
        long nothing = profile.count("nothing");
        long periods = profile.count("periods");
        if (returns >= LEAST_RETURNS && nearlyAll(nothing, returns)) {
            return new Line(
                    Category.EMPTY,
                    Basis.NOTHING,
                    cell.cell(),
                    null,
                    null,
                    null,
                    cell.filling(),
                    nothing,
                    returns,
                    periods);
        }
        long units = profile.count("units");
        long same = profile.count("same");
        boolean enough = units > 0 && units * LEAST_PERIODS >= LEAST_RETURNS;
        return enough && nearlyAll(same, units)
                ? new Line(
                        Category.UNCHANGED,
                        Basis.SAME,
                        cell.cell(),
                        null,
                        null,
                        null,
                        cell.filling(),
                        same,
                        units,
                        periods)
                : null;
    }

    private Map<String, Row> shares(JobDefinition job, Collection<Claim> claims) {
        List<Claim> comparable = claims.stream().filter(Claim::comparable).toList();
        Map<String, Row> shares = new HashMap<>();
        if (!comparable.isEmpty()) {
            sql.query(
                            SqlText.read(BurdenQuery.class, "claim_shares"),
                            job.id(),
                            asOf,
                            (long) periods,
                            lines(comparable))
                    .forEach(row -> shares.put(
                            comparable.get(Math.toIntExact(row.count("claim"))).cell(), row));
        }
        return shares;
    }

    private static String lines(List<Claim> claims) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            for (ClaimTerm term : claim.terms()) {
                lines.add(String.join(
                        "\t",
                        String.valueOf(i),
                        claim.cell(),
                        term.phase(),
                        term.minus() ? "-1" : "1",
                        term.back() ? "1" : "0",
                        term.cell(),
                        claim.tolerance().toPlainString()));
            }
        }
        return String.join("\n", lines);
    }
}
