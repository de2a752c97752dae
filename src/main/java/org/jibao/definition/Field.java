package org.jibao.definition;

import java.util.List;

/**
 * A column of a register.
 *
 * @param required whether an entry without it is an error
 * @param sensitive whether its content never leaves reading: not stored, not logged, not written
 * @param published whether its text is searched for personal numbers, as it will be published
 * @param values the allowed values with their aliases, or empty for any; stored by id
 * @param many whether a cell may name several values, separated by 、 or ，; stored as ids joined by commas
 * @param within whether the date must lie within the period
 * @param unique whether no two entries may have the same
 */
public record Field(
        Label label,
        CellType type,
        boolean required,
        boolean sensitive,
        boolean published,
        List<Label> values,
        boolean many,
        boolean within,
        boolean unique) {

    public Field {
        values = List.copyOf(values);
    }

    public String id() {
        return label.id();
    }
}
