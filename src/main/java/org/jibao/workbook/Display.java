package org.jibao.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jibao.definition.SummaryDefinition.Format;
import org.jspecify.annotations.Nullable;

/**
 * How a number is shown: its pattern for Excel, and the same as text for charts. Rounding is half up and for display
 * only; nothing depends on the machine's locale.
 */
public final class Display {
    /** What stands for a missing value, everywhere. */
    public static final String MISSING = "—";

    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);

    /** A format is dear to make and belongs to one thread. */
    private static final ThreadLocal<Map<String, DecimalFormat>> FORMATS = ThreadLocal.withInitial(HashMap::new);

    private Display() {}

    /** Excel's number format; {@code @} for text. */
    public static String pattern(Format format) {
        return switch (format) {
            case TEXT -> "@";
            case COUNT -> "#,##0";
            case AMOUNT -> "#,##0.00";
            case RATE -> "0.00%";
            case CHANGE -> "+0.0%;-0.0%;0.0%";
            case POINTS -> "+0.00;-0.00;0.00";
            case DAYS -> "#,##0.0";
            case DATE -> "yyyy-mm-dd";
            case TIME -> "yyyy-mm-dd hh:mm";
        };
    }

    public static boolean isNumeric(Format format) {
        return format != Format.TEXT && format != Format.DATE && format != Format.TIME;
    }

    /** The number as it stands in a cell: points are stored as a fraction and shown without a per cent sign. */
    public static BigDecimal cellValue(Format format, Number number) {
        BigDecimal exact = exact(number);
        return format == Format.POINTS ? exact.movePointRight(2) : exact;
    }

    /** The number as text, such as {@code 1,300} or {@code +12.0%}. */
    public static String text(Format format, @Nullable Number number) {
        if (number == null) {
            return MISSING;
        }
        return switch (format) {
            case COUNT, TEXT, DATE, TIME -> text("#,##0.##", number);
            case AMOUNT -> text("#,##0.00", number);
            case RATE -> text("0.00%", number);
            case CHANGE -> text("+0.0%;-0.0%", number);
            case POINTS -> text("+0.00;-0.00", cellValue(format, number));
            case DAYS -> text("#,##0.0", number);
        };
    }

    /** A format for the ticks of an axis. */
    public static DecimalFormat axis(Format format) {
        return decimalFormat(format == Format.RATE || format == Format.CHANGE ? "0.##%" : "#,##0.##");
    }

    /** A format that shows what {@link #text} shows. */
    public static DecimalFormat decimalFormat(String pattern) {
        DecimalFormat decimals = new DecimalFormat(pattern, SYMBOLS);
        decimals.setRoundingMode(RoundingMode.HALF_UP);
        return decimals;
    }

    private static String text(String pattern, Number number) {
        String shown =
                FORMATS.get().computeIfAbsent(pattern, Display::decimalFormat).format(exact(number));
        boolean nothing = shown.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
        return nothing ? shown.replaceFirst("^[+-]", "") : shown;
    }

    /** The number without loss; a double by its shortest decimal form. */
    public static BigDecimal exact(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        return number instanceof Long || number instanceof Integer
                ? BigDecimal.valueOf(number.longValue())
                : new BigDecimal(number.toString());
    }
}
