package org.jibao.reading.workbook;

import java.math.BigDecimal;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;

/** A number as Excel shows it: {@code 0012} of 12 in the format {@code 0000}. Of General it is the number without an exponent. */
public final class ShownNumber {

    /** Excel holds no more. */
    public static final int DIGITS = 15;

    private static final int LONGEST = 64;

    private ShownNumber() {}

    public static String of(Cell cell) {
        BigDecimal number = cell.number();
        String format = cell.format();
        if (number == null || format == null || format.length() > LONGEST || losesDigits(cell)) {
            return cell.text();
        }
        String shown;
        try {
            // One for each call: it keeps state, and a number in a text field is rare.
            shown = new DataFormatter(Locale.ROOT)
                    .formatRawCellContents(number.doubleValue(), -1, format.replace('!', '\\'))
                    .strip();
        } catch (RuntimeException ofAFormatThatIsNone) {
            return cell.text();
        }
        return isReadable(shown) ? shown : cell.text();
    }

    /** No exponent, which is not how an id was typed, and no row of hash signs. */
    private static boolean isReadable(String shown) {
        return !shown.isEmpty() && shown.indexOf('#') < 0 && !shown.matches("-?\\d(?:\\.\\d+)?E[+-]?\\d+");
    }

    /** Whether a whole number has more digits than Excel keeps: those after the fifteenth have become zeros. */
    public static boolean losesDigits(Cell cell) {
        BigDecimal number = cell.number();
        return number != null && cell.kind() == Cell.Kind.NUMBER && number.precision() - number.scale() > DIGITS;
    }
}
