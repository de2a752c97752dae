package org.jibao.burden;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jibao.burden.AskedCells.AskedCell;
import org.jibao.burden.BurdenReport.Basis;
import org.jibao.burden.BurdenReport.Category;
import org.jibao.burden.BurdenReport.Line;
import org.jibao.burden.UnitBatches.Counts;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.support.SqlText;
import org.jibao.template.CellFillings.Filling;
import org.jspecify.annotations.Nullable;

/** Cells whose labels and unit say the same, and whose values do not say otherwise. */
final class AskedTwice {

    /** So many pairs are compared in one query: it joins each with all returns. */
    private static final int MOST_PAIRS = 2000;

    private final UnitBatches batches;
    private final Instant asOf;
    private final int periods;
    private final List<AskedCells> jobs;
    private final Set<String> determined;
    private final Map<String, Set<String>> codes = new HashMap<>();
    private long unmatched;

    /** @param determined cells that rules determine already, as {@code job form.row.column} */
    AskedTwice(UnitBatches batches, Instant asOf, int periods, List<AskedCells> jobs, Set<String> determined) {
        this.batches = batches;
        this.asOf = asOf;
        this.periods = periods;
        this.jobs = jobs.stream()
                .sorted(Comparator.comparing(cells -> cells.job().periodKind()))
                .toList();
        this.determined = determined;
    }

    /** How many cells were not compared, as there are too many. */
    long unmatched() {
        return unmatched;
    }

    List<Line> lines() {
        List<Pair> pairs = pairs();
        if (pairs.isEmpty()) {
            return List.of();
        }
        Map<String, Counts> compared = batches.add(
                SqlText.read(AskedTwice.class, "pair_shares"),
                Math.max(
                                pairs.size(),
                                jobs.stream()
                                        .mapToLong(cells -> cells.all().size())
                                        .sum())
                        * periods,
                List.of("returns", "total", "last", "periods"),
                asOf,
                (long) periods,
                lines(pairs));
        List<Line> lines = new ArrayList<>();
        Set<AskedCell> said = new HashSet<>();
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            Line line = line(pair, compared.get(String.valueOf(i)));
            if (line != null && said.add(pair.longer())) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** Each cell with every earlier one that asks the same; those of shorter periods come first. */
    private List<Pair> pairs() {
        Map<String, List<AskedCell>> alike = new LinkedHashMap<>();
        Map<AskedCell, JobDefinition> jobOf = new HashMap<>();
        for (AskedCells cells : jobs) {
            for (AskedCell cell : cells.all()) {
                jobOf.put(cell, cells.job());
                alike.computeIfAbsent(cell.likeness(), any -> new ArrayList<>()).add(cell);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (List<AskedCell> group : alike.values()) {
            for (int i = 1; i < group.size(); i++) {
                AskedCell longer = group.get(i);
                List<Pair> found = group.subList(0, i).stream()
                        .filter(shorter -> comparable(shorter, longer, jobOf))
                        .map(shorter -> new Pair(shorter, longer))
                        .toList();
                if (pairs.size() + found.size() <= MOST_PAIRS) {
                    pairs.addAll(found);
                } else {
                    unmatched++;
                }
            }
        }
        return pairs;
    }

    private boolean comparable(AskedCell one, AskedCell other, Map<AskedCell, JobDefinition> jobOf) {
        JobDefinition shorter = Objects.requireNonNull(jobOf.get(one));
        JobDefinition longer = Objects.requireNonNull(jobOf.get(other));
        boolean asked = longer.periodKind() == shorter.periodKind()
                || shorter.periodKind().fills(longer.periodKind());
        return asked
                && one.filling() != Filling.BROUGHT
                && other.filling() != Filling.BROUGHT
                && !determined.contains(key(other))
                && askedBy(shorter, one).stream().anyMatch(askedBy(longer, other)::contains);
    }

    static String key(AskedCell cell) {
        return cell.cell().job() + " " + cell.cell().id();
    }

    /** Codes of the units that are asked. */
    private Set<String> askedBy(JobDefinition job, AskedCell cell) {
        return codes.computeIfAbsent(job.id() + " " + cell.filledBy(), any -> job.roster().units().stream()
                .filter(unit -> job.owes(unit)
                        && (cell.filledBy().isEmpty() || cell.filledBy().contains(unit.kind())))
                .map(Unit::code)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String lines(List<Pair> pairs) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            lines.append(i == 0 ? "" : "\n")
                    .append(String.join(
                            "\t",
                            String.valueOf(i),
                            pair.shorter().cell().job(),
                            pair.shorter().cell().id(),
                            pair.longer().cell().job(),
                            pair.longer().cell().id()));
        }
        return lines.toString();
    }

    /** Null where the values differ: then the same words mean something else. */
    private static @Nullable Line line(Pair pair, @Nullable Counts compared) {
        long returns = compared == null ? 0 : compared.get("returns");
        if (returns < BurdenQuery.LEAST_RETURNS) {
            return pair.line(Basis.LABEL, 0, returns);
        }
        long total = compared == null ? 0 : compared.get("total");
        long last = compared == null ? 0 : compared.get("last");
        boolean several = compared != null && compared.get("periods") > 1;
        if (BurdenQuery.nearlyAll(total, returns)) {
            return pair.line(several ? Basis.SUM : Basis.EQUAL, total, returns);
        }
        return BurdenQuery.nearlyAll(last, returns) ? pair.line(Basis.LAST, last, returns) : null;
    }

    /** Two cells that ask the same. */
    private record Pair(AskedCell shorter, AskedCell longer) {

        Line line(Basis basis, long holds, long of) {
            return new Line(
                    Category.TWICE, basis, longer.cell(), shorter.cell(), null, null, longer.filling(), holds, of, 0);
        }
    }
}
