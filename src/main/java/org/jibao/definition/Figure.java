package org.jibao.definition;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/**
 * A declared figure: what is counted for each unit. How it behaves over units and periods follows from its kind.
 *
 * @param id unique in the job: lower-case letters, digits and underscores
 * @param unit such as {@code 件}, empty for none; {@code %} for a rate
 * @param numerator the sum itself where there is no denominator
 * @param denominator null for what is no quotient
 * @param stock whether it says how things stand at the end of a period, and so does not add up over periods
 * @param better which way is better; null where neither is
 * @param target null for none
 * @param minimum the least denominator with which a unit is ranked, 0 or more; null where units are not ranked
 * @param headline whether it stands on the leaders' page
 * @param topic the page that it stands on; null for the page of the form that it is taken from
 * @param note for the notes sheet, or null
 * @param say the sentence of the leaders' page in place of the made one, with places such as {@code {value}}; or null
 */
public record Figure(
        String id,
        Text label,
        Kind kind,
        Format format,
        Text unit,
        Operand numerator,
        @Nullable Operand denominator,
        List<Breakdown> by,
        boolean stock,
        @Nullable Better better,
        @Nullable Target target,
        @Nullable Integer minimum,
        boolean headline,
        @Nullable Text topic,
        @Nullable Text note,
        @Nullable Text say) {

    /** Where figures are declared, seen from the job folder. */
    public static final String FILE = "figures.yaml";

    /** The places that {@code say} may have. */
    public static final List<String> PLACES = List.of(
            "label",
            "value",
            "unit",
            "units",
            "change",
            "alike",
            "last_year",
            "largest",
            "first",
            "last",
            "target",
            "coverage");

    public Figure {
        by = List.copyOf(by);
    }

    /** Whether it is numerator over denominator. */
    public boolean isQuotient() {
        return kind == Kind.RATE
                || kind == Kind.MEAN
                || kind.isBuiltIn()
                || kind == Kind.METRIC && format != Format.COUNT;
    }

    /** The form that it is taken from; empty where it is made by SQL or of the files themselves. */
    public String form() {
        return form(numerator);
    }

    /** The form that a numerator is taken from; empty where it is made by SQL or of the files themselves. */
    public static String form(Operand numerator) {
        if (numerator instanceof CellSum cells) {
            return cells.terms().isEmpty() ? "" : cells.terms().get(0).cell().form();
        }
        if (numerator instanceof FromMetric from && !from.cells().isEmpty()) {
            return from.cells().get(0).cell().form();
        }
        return numerator instanceof Entries entries ? entries.register() : "";
    }

    /** The metrics that it is taken from. */
    public Set<String> metrics() {
        Set<String> metrics = new HashSet<>();
        for (Operand operand : operands()) {
            if (operand instanceof FromMetric from) {
                metrics.add(from.metric());
            } else if (operand instanceof Entries entries && entries.ofMetric()) {
                metrics.add(entries.register());
                metrics.add(entries.among());
            }
        }
        return metrics;
    }

    /** The numerator, and the denominator where there is one. */
    public List<Operand> operands() {
        return denominator == null ? List.of(numerator) : List.of(numerator, denominator);
    }

    /** Whether its operands add up over the periods of a year. */
    public boolean adds() {
        return !stock && !kind.isBuiltIn() && kind != Kind.UNITS && !kind.ofEntries();
    }

    /** The kinds of figure. */
    public enum Kind {
        /** A sum of cells. */
        SUM,
        /** One sum of cells over another. */
        RATE,
        /** A cell weighted by another, or the mean of a field of entries. */
        MEAN,
        /** Entries of a register. */
        ENTRIES,
        /** Units with such an entry. */
        UNITS,
        /** The sum of a register's field. */
        TOTAL,
        /** The median of a register's field, of all entries of a scope. */
        MEDIAN,
        /** The largest value of a register's field. */
        LONGEST,
        /** Operands that the SQL of a metric gives. */
        METRIC,
        /** Units with an accepted return over units that owe one. */
        REPORTING_RATE,
        /** Units whose return came in time over units that owe one. */
        ON_TIME_RATE;

        public boolean isBuiltIn() {
            return this == REPORTING_RATE || this == ON_TIME_RATE;
        }

        /** Whether it is of the entries themselves, and not of sums of them. */
        public boolean ofEntries() {
            return this == MEDIAN || this == LONGEST;
        }
    }

    /** How a figure is shown. */
    public enum Format {
        /** A whole number. */
        COUNT,
        /** Two decimals. */
        AMOUNT,
        /** A fraction, as a percentage with two decimals. */
        RATE,
        /** One decimal. */
        DAYS
    }

    /** Which way is better. */
    public enum Better {
        UP,
        DOWN
    }

    /**
     * What a figure should reach.
     *
     * @param operator one of {@code >= > <= < =}
     * @param value a fraction for a rate
     */
    public record Target(String operator, BigDecimal value) {

        /** The operator as people write it. */
        public static String sign(String operator) {
            return operator.replace(">=", "≥").replace("<=", "≤");
        }
    }

    /** What a numerator or denominator is made of. */
    public sealed interface Operand permits CellSum, Entries, FromMetric {}

    /** CellSum of grids, added: one of which any has no value is missing itself. */
    public record CellSum(List<Term> terms, BigDecimal constant) implements Operand {
        public CellSum {
            terms = List.copyOf(terms);
        }
    }

    /**
     * Entries of a register, or the rows of a metric, which are entries of the unit that they name.
     *
     * @param register its id, or that of the metric
     * @param ofMetric whether it is a metric
     * @param where a condition over the register's fields, or {@code true}
     * @param take what is made of them
     * @param field whose values are taken; null where entries are counted
     * @param always whether every return has the register, so that none of its entries means 0
     * @param among the register or metric of which a unit has an entry if it counts; others count nothing, not 0
     */
    public record Entries(
            String register,
            boolean ofMetric,
            String where,
            Take take,
            @Nullable String field,
            boolean always,
            String among)
            implements Operand {}

    /** What is made of entries. */
    public enum Take {
        /** How many there are. */
        COUNT,
        /** 1 where there is any. */
        ANY,
        /** The sum of the field, missing where any entry lacks it. */
        SUM,
        /** The sum of the field over the entries that have it. */
        SUM_OF_GIVEN,
        /** How many have the field. */
        COUNT_OF_GIVEN
    }

    /**
     * The rows of {@code mart.<metric>} whose column {@code figure} names this one.
     *
     * @param cells those that the metric takes it from, for its provenance; empty where the job does not say
     * @param in those of its denominator, likewise
     */
    public record FromMetric(String metric, List<Term> cells, List<Term> in) implements Operand {
        public FromMetric {
            cells = List.copyOf(cells);
            in = List.copyOf(in);
        }
    }

    /**
     * A cell with its factor.
     *
     * @param weight the cell by which it is multiplied, or null
     */
    public record Term(
            BigDecimal factor, Cell cell, @Nullable Cell weight) {}

    /** A cell of a grid. */
    public record Cell(String form, String row, String column) {

        @Override
        public String toString() {
            return form + "." + row + "." + column;
        }
    }

    /**
     * The same figure by something else than units.
     *
     * @param id unique in the figure
     * @param items in order of display
     * @param field the register's field, or the metric's column, that tells them apart; null where each item has operands of its own
     * @param units whether the summary shows the parts of each unit, too
     */
    public record Breakdown(
            String id,
            Text label,
            List<Item> items,
            @Nullable String field,
            boolean units) {
        public Breakdown {
            items = List.copyOf(items);
        }
    }

    /** One part of a breakdown; operands are null where a field or a metric tells items apart. */
    public record Item(
            String id,
            Text label,
            @Nullable Operand numerator,
            @Nullable Operand denominator) {}
}
