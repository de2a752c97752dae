package org.jibao.definition;

import java.util.List;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/**
 * One entry a row, under one header row.
 *
 * @param purpose what its entries are for
 * @param reach which rows below the header are entries
 */
public record RegisterForm(
        String id,
        Text title,
        SheetNames sheet,
        boolean optional,
        Purpose purpose,
        List<Field> fields,
        Guidance guidance,
        Reach reach)
        implements FormDefinition {

    public RegisterForm {
        fields = List.copyOf(fields);
    }

    /** A form of which a template says nothing, and all of whose rows are entries. */
    public RegisterForm(
            String id, Text title, SheetNames sheet, boolean optional, Purpose purpose, List<Field> fields) {
        this(id, title, sheet, optional, purpose, fields, Guidance.NONE, Reach.ALL);
    }

    /** The same register with other fields. */
    public RegisterForm withFields(List<Field> others) {
        return new RegisterForm(id, title, sheet, optional, purpose, others, guidance, reach);
    }

    /**
     * Which rows below the header are entries.
     *
     * @param skip rows that are none, such as subtotals, or null
     * @param until the first row that is none any more and ends the register, or null
     */
    public record Reach(
            @Nullable RowCondition skip, @Nullable RowCondition until) {

        /** All of them. */
        public static final Reach ALL = new Reach(null, null);
    }

    /** What the entries of a register are for. */
    public enum Purpose {
        /** Entries are kept in {@code intake.entry_<form>} and counted. */
        ENTRIES,
        /** Entries explain warnings: fields {@code code} (the finding's or rule's) and {@code explanation}. */
        EXPLANATIONS
    }
}
