package org.jibao.definition;

import org.jibao.finding.Text;

/**
 * The layout of one block of a return. Several forms may stand on one sheet, each found by its own header.
 */
public sealed interface FormDefinition permits CoverForm, GridForm, RegisterForm {

    /** Unique in a store: it names the views {@code returns.<id>}. */
    String id();

    Text title();

    SheetNames sheet();

    /** Whether a return without it is not a finding. */
    boolean optional();

    /** Whether each line of its sheet is a return. */
    default boolean isList() {
        return this instanceof GridForm grid && grid.lines() != null;
    }

    /** What a template says about it. */
    Guidance guidance();
}
