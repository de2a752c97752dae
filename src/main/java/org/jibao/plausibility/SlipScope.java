package org.jibao.plausibility;

/** How much of a return one mistake spoils. */
public enum SlipScope {
    CELL,
    ROW,
    COLUMN,
    FORM,
    RETURN
}
