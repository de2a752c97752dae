package org.jibao.burden;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jibao.calendar.PeriodKind;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.template.CellFillings.Filling;
import org.jspecify.annotations.Nullable;

/**
 * What units are asked, and what of it need not be asked.
 *
 * @param periods the most periods of each job that were looked at
 * @param jobs those that were looked at
 * @param leftOut names of jobs whose folder has mistakes
 * @param unmatched cells with the same labels as others that were not compared, as there are too many
 * @param lines by category, in each those first that units fill in themselves, and of these those that rest on most
 *     returns
 */
public record BurdenReport(
        Instant asOf,
        int periods,
        List<JobLine> jobs,
        List<String> leftOut,
        long unmatched,
        List<Line> lines,
        List<KindLine> kinds) {

    private static final Wording WORDS = Wording.of(BurdenReport.class);

    public BurdenReport {
        jobs = List.copyOf(jobs);
        leftOut = List.copyOf(leftOut);
        lines = List.copyOf(lines);
        kinds = List.copyOf(kinds);
    }

    public List<Line> of(Category category) {
        return lines.stream().filter(line -> line.category() == category).toList();
    }

    /** How many cells are in any of the categories, each once. */
    public long cells() {
        return lines.stream().map(Line::cell).distinct().count();
    }

    /** All jobs that a kind of unit owes, added up; in the order of the kinds. */
    public List<KindLine> totals() {
        Map<String, KindLine> totals = new LinkedHashMap<>();
        kinds.forEach(line -> totals.merge(line.kind(), line, KindLine::plus));
        return new ArrayList<>(totals.values());
    }

    /** What is said of a category as a whole. */
    public static Text title(Category category) {
        return switch (category) {
            case TWICE -> WORDS.text("burden.twice");
            case DETERMINED -> WORDS.text("burden.determined");
            case PREFILLED -> WORDS.text("burden.prefilled");
            case UNCHANGED -> WORDS.text("burden.unchanged");
            case EMPTY -> WORDS.text("burden.empty");
        };
    }

    /** On how little nothing is said. */
    public static Text least() {
        return WORDS.text(
                "burden.least", BurdenQuery.LEAST_RETURNS, BurdenQuery.LEAST_PERIODS, BurdenQuery.NEARLY_ALL_PERCENT);
    }

    /** Why a cell need not be asked. */
    public enum Category {
        /** The same is asked in another cell. */
        TWICE,
        /** A rule says what it must be. */
        DETERMINED,
        /** The blank return says it, and units leave it. */
        PREFILLED,
        /** Nearly every unit always says the same. */
        UNCHANGED,
        /** Nearly always zero, blank or not applicable. */
        EMPTY
    }

    /** On what a line rests. */
    public enum Basis {
        /** The values of both cells are equal. */
        EQUAL,
        /** The values of the shorter periods add up to that of the longer one. */
        SUM,
        /** The value of the last of the shorter periods is that of the longer one. */
        LAST,
        /** The labels alone: there are too few values to compare. */
        LABEL,
        /** A rule computes it from cells of the same return. */
        CELLS,
        /** A rule computes it from this return and the last one. */
        LAST_RETURN,
        /** A rule computes it from the entries of a table. */
        ENTRIES,
        /** A rule takes it from another return. */
        OTHER_RETURN,
        /** What was brought forward stands there unchanged. */
        BROUGHT,
        /** All returns of a unit say the same. */
        SAME,
        /** Zero, blank or not applicable. */
        NOTHING
    }

    /** A job that was looked at, with the returns that count of the periods looked at. */
    public record JobLine(String job, Text title, long returns, long units, long periods) {}

    /**
     * A cell of a form.
     *
     * @param id {@code form.row.column}
     */
    public record Cell(String job, Text jobTitle, String id, Text form, Text row, Text column) {}

    /**
     * A cell that need not be asked.
     *
     * @param other the cell that asks the same, or null
     * @param rule the id of the rule that determines it, or null
     * @param by what the rule computes it from, or null
     * @param filling what the blank return says in the cell
     * @param holds returns (of {@link Category#UNCHANGED} units) of which it is true
     * @param of how many there are
     * @param periods the most for which one unit has answered it
     */
    public record Line(
            Category category,
            Basis basis,
            Cell cell,
            @Nullable Cell other,
            @Nullable String rule,
            @Nullable Text by,
            Filling filling,
            long holds,
            long of,
            long periods) {

        /** The part of which it is true; 0 where nothing could be compared. */
        public double share() {
            return of == 0 ? 0 : (double) holds / of;
        }

        /** What the blank return says in the cell, in words. */
        public Text filled() {
            return switch (filling) {
                case ENTRY -> WORDS.text("burden.entry");
                case BROUGHT -> WORDS.text("burden.filled");
                case COMPUTED -> WORDS.text("burden.formula");
                case LOCKED -> WORDS.text("burden.formula-locked");
                case NEVER -> new Text("", "");
            };
        }

        private Text whyByRule(String named) {
            return of == 0 ? WORDS.text("burden.rule", named) : WORDS.text("burden.rule-holds", named, holds, of);
        }

        /** On what it rests, as a clause. */
        public Text why() {
            return switch (basis) {
                case EQUAL -> WORDS.text("burden.equal", holds, of);
                case SUM -> WORDS.text("burden.sum", holds, of);
                case LAST -> WORDS.text("burden.last", holds, of);
                case LABEL -> WORDS.text("burden.label", of, BurdenQuery.LEAST_RETURNS);
                case CELLS, LAST_RETURN, ENTRIES, OTHER_RETURN -> whyByRule(Objects.requireNonNull(rule));
                case BROUGHT -> WORDS.text("burden.brought", holds, of);
                case SAME -> WORDS.text("burden.same", holds, of, periods);
                case NOTHING -> WORDS.text("burden.nothing", holds, of, periods);
            };
        }

        /** From where the answer is known already; empty where from nowhere. */
        public Text from() {
            if (other != null && other.job().equals(cell.job())) {
                return BurdenWords.place(other);
            }
            if (other != null) {
                return WORDS.text("burden.cell", other.jobTitle(), other.form(), other.row(), other.column());
            }
            return by == null ? new Text("", "") : by;
        }
    }

    /**
     * What a kind of unit is asked by one job, or in {@link #totals()} by all.
     *
     * @param job its name; empty for all
     * @param units active now that owe its return
     * @param everyPeriod in a period that is not the first of its year; null for all jobs
     * @param year in a year
     * @param columns of tables with an entry a line, whose number of cells is the unit's
     */
    public record KindLine(
            String kind,
            Text label,
            String job,
            Text jobTitle,
            @Nullable PeriodKind period,
            long units,
            @Nullable Asked everyPeriod,
            Asked year,
            long columns) {

        private KindLine plus(KindLine other) {
            return new KindLine(
                    kind,
                    label,
                    "",
                    WORDS.text("burden.all-jobs"),
                    null,
                    Math.max(units, other.units),
                    null,
                    year.plus(other.year),
                    columns + other.columns);
        }
    }

    /**
     * Cells of a blank return.
     *
     * @param cells all that can hold an answer
     * @param brought those of them that it fills with what is known
     * @param computed those that it computes and lets the unit change
     * @param locked those that it computes for good
     */
    public record Asked(long cells, long brought, long computed, long locked) {

        /** What the unit fills in itself. */
        public long byHand() {
            return cells - brought - computed - locked;
        }

        Asked plus(Asked other) {
            return new Asked(
                    cells + other.cells, brought + other.brought, computed + other.computed, locked + other.locked);
        }

        Asked times(long count) {
            return new Asked(cells * count, brought * count, computed * count, locked * count);
        }
    }
}
