package org.jibao.definition;

import java.util.List;
import org.jibao.finding.Text;

/**
 * One entry a row, under one header row.
 *
 * @param purpose what its entries are for
 */
public record RegisterForm(
        String id,
        Text title,
        SheetNames sheet,
        boolean optional,
        Purpose purpose,
        List<Field> fields,
        Guidance guidance)
        implements FormDefinition {

    public RegisterForm {
        fields = List.copyOf(fields);
    }

    /** A form of which a template says nothing. */
    public RegisterForm(
            String id, Text title, SheetNames sheet, boolean optional, Purpose purpose, List<Field> fields) {
        this(id, title, sheet, optional, purpose, fields, Guidance.NONE);
    }

    /** The same register with other fields. */
    public RegisterForm withFields(List<Field> others) {
        return new RegisterForm(id, title, sheet, optional, purpose, others, guidance);
    }

    /** What the entries of a register are for. */
    public enum Purpose {
        /** Entries are kept in {@code intake.entry_<form>} and counted. */
        ENTRIES,
        /** Entries explain warnings: fields {@code code} (the finding's or rule's) and {@code explanation}. */
        EXPLANATIONS
    }
}
