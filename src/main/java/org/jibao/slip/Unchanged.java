package org.jibao.slip;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/** A formula that is true while cells hold what they held when the slip was made. */
final class Unchanged {

    /** Always true; by it our formats are known again. */
    static final String MARK = "N(\"退回\")=0";

    /** As many arguments as an old Excel's AND takes, less the mark. */
    private static final int MOST = 29;

    /** The longest text in a formula. */
    private static final int LONGEST = 255;

    private Unchanged() {}

    /** The formula, without the equals sign. Where it cannot be said of a cell, that cell counts as unchanged. */
    static String formula(Sheet sheet, List<CellReference> cells) {
        List<String> terms = new ArrayList<>();
        terms.add(MARK);
        for (CellReference place : cells) {
            String term = term(place, CellMarks.cell(sheet, place));
            if (term != null) {
                terms.add(term);
            }
        }
        return terms.size() == 1 || terms.size() > MOST ? MARK : "AND(" + String.join(",", terms) + ")";
    }

    private static @Nullable String term(CellReference place, @Nullable Cell cell) {
        String reference = new CellReference(place.getRow(), place.getCol(), true, true).formatAsString();
        if (cell == null || cell.getCellType() == CellType.BLANK) {
            return "ISBLANK(" + reference + ")";
        }
        boolean formula = cell.getCellType() == CellType.FORMULA;
        return switch (formula ? cell.getCachedFormulaResultType() : cell.getCellType()) {
            case NUMERIC -> number(reference, cell.getNumericCellValue(), formula);
            case STRING -> text(reference, cell.getStringCellValue());
            case BOOLEAN -> reference + "=" + (cell.getBooleanCellValue() ? "TRUE" : "FALSE");
            case ERROR -> "ISERROR(" + reference + ")";
            default -> null;
        };
    }

    /** A formula that was never calculated says 0, and is calculated as soon as it is looked at. */
    private static @Nullable String number(String reference, double value, boolean formula) {
        if (formula && value == 0) {
            return null;
        }
        String number = BigDecimal.valueOf(value).toPlainString();
        return value == Math.rint(value)
                ? reference + "=" + number
                : "ABS(" + reference + "-(" + number + "))<0.000001";
    }

    private static @Nullable String text(String reference, String text) {
        boolean sayable = text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
        return sayable ? "EXACT(" + reference + ",\"" + text.replace("\"", "\"\"") + "\")" : null;
    }
}
