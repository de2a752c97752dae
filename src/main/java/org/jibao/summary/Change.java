package org.jibao.summary;

import java.math.BigDecimal;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.workbook.Display;
import org.jibao.workbook.Look;
import org.jibao.workbook.Palette;
import org.jibao.workbook.SheetCell;
import org.jspecify.annotations.Nullable;

/** A change as a cell: against what, an arrow, and how much; the arrow says the direction to those who see no colours. */
public final class Change {
    private Change() {}

    /**
     * @param versus such as {@code 较上季}
     * @param good whether the change is for the better: 1, for the worse: -1, or neither: 0
     */
    static SheetCell cell(
            String versus, @Nullable Object change, int good, Format format, Localizer speech, Look look) {
        if (change == null) {
            return SheetCell.text(versus + " " + Display.MISSING, look);
        }
        int direction = KeyFigure.direction(change);
        Look coloured = look.coloured(colour(good));
        if (change instanceof Number number) {
            BigDecimal value = Display.cellValue(format, number);
            return SheetCell.number(value, coloured.patterned(pattern(versus, format, speech)));
        }
        String size = change.toString().strip();
        return direction == 0
                ? SheetCell.text(versus + " " + size, coloured)
                : SheetCell.text(versus + (direction > 0 ? " ▲ " : " ▼ ") + size.substring(1), coloured);
    }

    /** What the cell shows, for its width. */
    static String shown(String versus, @Nullable Object change, Format format, Localizer speech) {
        if (change instanceof Number number) {
            String unit = format == Format.POINTS ? speech.word("change.points") : "";
            return versus + " ▲ " + Display.text(format, number) + unit;
        }
        return versus + " ▲ " + (change == null ? Display.MISSING : change);
    }

    /** The same as a text with its arrow. */
    public static String words(String versus, @Nullable Object change, Format format, Localizer speech) {
        if (change == null) {
            return versus + " " + Display.MISSING;
        }
        int direction = KeyFigure.direction(change);
        if (direction == 0) {
            return versus + speech.word("change.unchanged");
        }
        String unit = change instanceof Number && format == Format.POINTS ? speech.word("change.points") : "";
        String size = change instanceof Number number
                ? Display.text(format, number)
                : change.toString().strip();
        return versus + (direction > 0 ? " ▲ " : " ▼ ") + size.replaceFirst("^[+\\-−]", "") + unit;
    }

    /** Of a change for the better (1), for the worse (-1) or neither. */
    static int colour(int good) {
        if (good == 0) {
            return Palette.QUIET;
        }
        return good > 0 ? Palette.BLUE : Palette.RUST;
    }

    private static String pattern(String versus, Format format, Localizer speech) {
        String size =
                switch (format) {
                    case POINTS -> "0.00\"" + speech.word("change.points") + "\"";
                    case DAYS -> "#,##0.0";
                    case AMOUNT -> "#,##0.00";
                    default -> "0.0%";
                };
        return "\"" + versus + " ▲ \"" + size + ";\"" + versus + " ▼ \"" + size + ";\"" + versus
                + speech.word("change.unchanged") + "\"";
    }
}
