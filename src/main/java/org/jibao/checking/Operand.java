package org.jibao.checking;

import org.jspecify.annotations.Nullable;

/**
 * What one name in a rule's expression stands for.
 *
 * @param name as a rule writes it, in lower case: {@code total}, {@code previous.carried_out}, {@code requests.received.total}
 * @param previous whether it is of the period before
 * @param form the form it is found in; empty for a {@link Kind#PERIOD}
 * @param row the row's id, or null where the rule goes through the rows
 * @param column the column's id, or null where the rule goes through the columns
 * @param number whether a missing one can count as zero
 */
record Operand(
        String name,
        Kind kind,
        boolean previous,
        String form,
        @Nullable String row,
        @Nullable String column,
        boolean number) {

    static final String PREVIOUS = "previous.";

    /** The kinds of operand. */
    enum Kind {
        /** A cell of a grid. */
        CELL,
        /** A count of register entries; never missing, unless the whole register may be left out and was. */
        COUNT,
        /** A field of a register's entry. */
        FIELD,
        /** A figure of other returns; missing ones are never taken as zero. */
        OTHER,
        /** {@code period_number}, {@code period_year}, {@code period_start} or {@code period_end}; never missing. */
        PERIOD
    }

    static Operand cell(String name, String form, @Nullable String row, @Nullable String column) {
        return new Operand(name, Kind.CELL, false, form, row, column, true);
    }

    Operand before() {
        return new Operand(PREVIOUS + name, kind, true, form, row, column, number);
    }

    /** The name without {@code previous.}: the same in both periods' tables. */
    String ownName() {
        return previous ? name.substring(PREVIOUS.length()) : name;
    }
}
