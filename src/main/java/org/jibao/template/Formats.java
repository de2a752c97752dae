package org.jibao.template;

import org.jibao.definition.CellType;

/** Excel's number formats for what a cell holds. */
final class Formats {

    static final String DATE = "yyyy-mm-dd";

    /** What Excel must not take for a number or a date, such as {@code 2026-1}. */
    static final String TEXT = "@";

    private static final String COUNT = "#,##0";
    private static final String AMOUNT = "#,##0.00##";

    private Formats() {}

    static String of(CellType type) {
        return switch (type.kind()) {
            case COUNT -> COUNT;
            case AMOUNT -> AMOUNT;
            // Where the form's unit is percent, 45 stands for 45 %.
            case PERCENT -> "%".equals(type.unit()) ? "General" : "0.00%";
            case DATE -> DATE;
            case TEXT -> TEXT;
        };
    }
}
