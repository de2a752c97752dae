package org.jibao.testkit;

import java.util.EnumSet;
import java.util.Set;

/** A point of {@link WorkbookChecklist} that a form cannot hold, with the reason. */
public enum FormExemption {
    TITLE_LOOK("a unit's own form begins as the unit has it"),
    FIRST_SHEET("a return slip opens on what the unit has to correct"),
    OWN_TABLES("tables of a unit's own form have no names, and their headers stay as the unit has them"),
    OWN_PROMPTS("what a unit's own form says of a cell is not ours to change"),
    GROUP_HEADINGS("a statutory form prints headings over groups of columns and of rows, each in one merged cell"),
    ENTRY_ROWS("rows prepared for entries are blank until a unit fills them in");

    private final String reason;

    FormExemption(String reason) {
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }

    /** For published workbooks. */
    static Set<FormExemption> none() {
        return EnumSet.noneOf(FormExemption.class);
    }

    /** For copies of what a unit sent. */
    static Set<FormExemption> ofOwnForms() {
        return EnumSet.allOf(FormExemption.class);
    }

    /** For forms that Jibao writes and a unit fills in. */
    static Set<FormExemption> ofBlankForms() {
        return EnumSet.of(GROUP_HEADINGS, ENTRY_ROWS);
    }
}
