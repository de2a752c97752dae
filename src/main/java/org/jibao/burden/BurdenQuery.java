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
import org.jibao.burden.UnitBatches.Counts;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.store.Row;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;
import org.jibao.template.CellFillings.Filling;
import org.jspecify.annotations.Nullable;

/**
 * Asks the snapshot which cells need not be asked. All is added up in the store; nothing goes through returns one by
 * one.
 */
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
            JobLine span = span(cells.job());
            spans.add(span);
            for (Line line : ofJob(cells, span.units())) {
                lines.add(line);
                if (line.category() == Category.DETERMINED) {
                    determined.add(line.cell().job() + " " + line.cell().id());
                }
            }
        }
        AskedTwice twice = new AskedTwice(
                new UnitBatches(
                        sql, spans.stream().mapToLong(JobLine::units).max().orElse(0)),
                asOf,
                periods,
                asked,
                determined);
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

    private List<Line> ofJob(AskedCells cells, long units) {
        UnitBatches batches = new UnitBatches(sql, units);
        Map<String, Counts> profiles = batches.add(
                SqlText.read(BurdenQuery.class, "cell_profiles"),
                cells.all().size(),
                List.of("returns", "nothing", "periods", "units", "same"),
                cells.job().id(),
                asOf,
                (long) periods,
                (long) LEAST_PERIODS);
        List<Line> lines = new ArrayList<>();
        Set<String> said = new HashSet<>();
        Collection<Claim> claims = Claims.of(cells);
        Map<String, Counts> shares = shares(cells, claims, batches);
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
            Counts profile = profiles.get(cell.cell().id());
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
    private static @Nullable Line claimed(
            Claim claim, AskedCell cell, @Nullable Counts share, @Nullable Counts profile) {
        long of = share == null ? 0 : share.get("returns");
        long holds = share == null ? 0 : share.get("holds");
        long answered = profile == null ? 0 : profile.get("periods");
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

    private static @Nullable Line observed(AskedCell cell, Counts profile) {
        long returns = profile.get("returns");
        long nothing = profile.get("nothing");
        long periods = profile.get("periods");
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
        long units = profile.get("units");
        long same = profile.get("same");
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

    private Map<String, Counts> shares(AskedCells cells, Collection<Claim> claims, UnitBatches batches) {
        List<Claim> comparable = claims.stream().filter(Claim::comparable).toList();
        Map<String, Counts> shares = new HashMap<>();
        if (!comparable.isEmpty()) {
            batches.add(
                            SqlText.read(BurdenQuery.class, "claim_shares"),
                            Math.max((long) comparable.size(), cells.all().size()) * periods,
                            List.of("returns", "holds"),
                            cells.job().id(),
                            asOf,
                            (long) periods,
                            lines(comparable))
                    .forEach((claim, counts) ->
                            shares.put(comparable.get(Integer.parseInt(claim)).cell(), counts));
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
