package org.jibao.reading.xlsx;

import org.jibao.reading.workbook.Cell.Mark;
import org.jibao.reading.workbook.CellStyle;
import org.jspecify.annotations.Nullable;

/** What a font of an Office Open XML workbook says of the place of its characters, told property by property. */
final class FontLook {

    private boolean struckOut;
    private boolean raised;
    private boolean lowered;

    void clear() {
        struckOut = false;
        raised = false;
        lowered = false;
    }

    void property(String name, @Nullable String value) {
        if (name.equals("strike")) {
            struckOut = value == null || !(value.equals("0") || value.equals("false"));
        } else if (name.equals("vertAlign")) {
            raised = "superscript".equals(value);
            lowered = "subscript".equals(value);
        }
    }

    @Nullable
    Mark mark() {
        return CellStyle.mark(struckOut, raised, lowered);
    }
}
