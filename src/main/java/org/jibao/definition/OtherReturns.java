package org.jibao.definition;

import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/**
 * A figure that a rule takes from other accepted returns: the same unit's of another job, or its subordinates' of the same
 * job and period. Where {@code row} or {@code column} is left out, it is that which the rule goes through, matched by id.
 *
 * @param job the other job, or null for the subordinates' returns of this one
 * @param form id of a grid of that job
 * @param row id of the row, or null where the rule goes through the rows
 * @param column id of the column, or null where the rule goes through the columns
 * @param take which of the other job's periods; of subordinates always {@link Take#SUM}
 * @param origin where the figure stands, in words: job, form, row or column
 */
public record OtherReturns(
        @Nullable String job,
        String form,
        @Nullable String row,
        @Nullable String column,
        Take take,
        Text origin) {

    /** What is taken of the other job's periods that lie within this one. */
    public enum Take {
        /** All of them together; missing where one is. */
        SUM,
        FIRST,
        LAST
    }

    public boolean ofSubordinates() {
        return job == null;
    }
}
