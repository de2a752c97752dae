package org.jibao.reading.meaning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.calendar.PlainText;
import org.jibao.definition.CellType;
import org.jibao.definition.Measure;
import org.jibao.finding.FindingCode;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.LabelText;
import org.jibao.reading.workbook.ShownNumber;
import org.jibao.reading.workbook.UnusualDigits;
import org.jspecify.annotations.Nullable;

/**
 * Reads a cell to exactly one status, by the table of the measures. Nothing is filled in by guess: what is neither a
 * number, nor a blank, nor one of the agreed words, is invalid and quoted.
 */
public final class CellSemantics {

    static final Set<String> NOT_APPLICABLE = Set.of("/", "-", "--", "—", "——", "–", "不适用", "n/a");
    private static final Set<String> ZERO = Set.of("〇", "零");
    private static final String NONE = "无";
    private static final Pattern NUMBER = Pattern.compile("(-?)(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?\\s*(\\D*)");
    private static final String PERCENT = "%";
    private static final int DECIMALS = 4;

    /** Longer than any number with its unit; what a pattern is given is bounded. */
    private static final int LONGEST = 64;

    /** As the store holds them: DECIMAL(18,4). */
    private static final int WHOLE_DIGITS = 14;

    /** Excel computes in binary: what is left of 0.1 + 0.2 beyond the fifteenth digit is not what anybody meant. */
    private static final BigDecimal BINARY_NOISE = new BigDecimal("0.00000001");

    private final DateCells dates;

    /** @param zone in which a day is taken of a time that names another */
    public CellSemantics(ZoneId zone) {
        this.dates = new DateCells(zone);
    }

    public CellValue read(@Nullable Cell cell, CellType type) {
        return read(cell, type, BigDecimal.ONE);
    }

    /** @param stated by what a figure without a unit of its own is multiplied, as its labels state one that the form accepts */
    public CellValue read(@Nullable Cell cell, CellType type, BigDecimal stated) {
        if (cell == null || LabelText.isBlank(cell.text())) {
            return type.written().blankNotApplicable()
                    ? CellValue.notApplicable("")
                    : type.blankIsZero() ? CellValue.number(BigDecimal.ZERO, "", null, null) : CellValue.BLANK;
        }
        CellValue placeholder = Placeholders.read(cell, type);
        if (placeholder != null) {
            return placeholder;
        }
        boolean text = type.kind() == CellType.Kind.TEXT;
        return switch (cell.kind()) {
            case ERROR -> CellValue.invalid(FindingCode.CELL_ERROR_VALUE, cell.text());
            case NOT_CALCULATED -> CellValue.invalid(FindingCode.CELL_NOT_CALCULATED, cell.text());
            case TOO_LONG -> CellValue.invalid(FindingCode.CELL_TOO_LONG, cell.text());
            default -> text ? CellValue.text(ShownNumber.of(cell).strip()) : unmarked(cell, type, stated);
        };
    }

    /** A cell that never holds a figure: a word, a cross or a 0 in it says so, a figure or a text with one is in the wrong place. */
    public CellValue readNotApplicable(@Nullable Cell cell, CellType type) {
        if (cell == null || LabelText.isBlank(cell.text())) {
            return CellValue.notApplicable("");
        }
        CellValue value = read(cell, type);
        String raw = cell.text().strip();
        boolean digits = cell.kind() != Cell.Kind.ERROR && raw.chars().anyMatch(Character::isDigit);
        boolean figure = value.status() == CellStatus.VALUE || value.status() == CellStatus.INVALID && digits;
        return figure ? CellValue.invalid(FindingCode.CELL_NOT_APPLICABLE, raw) : CellValue.notApplicable(raw);
    }

    /** Characters that are struck out or set above or below the line are no part of a figure, and which they are nobody knows. */
    private CellValue unmarked(Cell cell, CellType type, BigDecimal stated) {
        Cell.Mark mark = cell.mark();
        if (mark != null) {
            return CellValue.invalid(FindingCode.CELL_SET_APART, cell.text().strip(), word(mark));
        }
        return type.kind() == CellType.Kind.DATE ? dates.read(cell, type) : figure(cell, type, stated);
    }

    public static String word(Cell.Mark mark) {
        return mark.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private CellValue figure(Cell cell, CellType type, BigDecimal stated) {
        return switch (cell.kind()) {
            case DATE -> CellValue.invalid(FindingCode.CELL_DATE_IN_COUNT, cell.text());
            case BOOLEAN -> CellValue.invalid(FindingCode.CELL_INVALID, cell.text());
            case NUMBER -> stored(cell, type, stated);
            case SHARE ->
                type.kind() == CellType.Kind.PERCENT
                        ? number(cell.number(), cell.text(), type, null, null)
                        : CellValue.invalid(FindingCode.CELL_INVALID, cell.text());
            default -> typed(cell.text().strip(), type, stated);
        };
    }

    /** A number cell, in the unit that its format shows, else in that of its labels, else in the form's. */
    private static CellValue stored(Cell cell, CellType type, BigDecimal stated) {
        BigDecimal number = cell.number();
        FormatWords words = FormatWords.of(cell.format(), number == null ? BigDecimal.ZERO : number);
        if (number != null && words.unit() == null && isUnstated(number, type, stated)) {
            return CellValue.invalid(FindingCode.CELL_PERCENT_UNIT, cell.text());
        }
        if (number == null || words.plain()) {
            return number(inForm(number, type, stated), cell.text(), type, null, null);
        }
        if (!words.shown()) {
            FindingCode note = number.signum() == 0 ? null : FindingCode.CELL_HIDDEN;
            return number(inForm(number, type, stated), cell.text(), type, note, null);
        }
        Measure shown =
                words.unit() == null ? UnitJudge.ofForm(type) : words.unit().in(UnitJudge.ofForm(type));
        Measure held = shown.times(BigDecimal.ONE.divide(words.divisor()));
        BigDecimal factor = words.digits() ? null : UnitJudge.factor(held, type);
        String raw = seen(number, words);
        if (factor == null) {
            return CellValue.invalid(FindingCode.CELL_UNIT, raw, found(words));
        }
        boolean same = factor.compareTo(BigDecimal.ONE) == 0;
        FindingCode note = same ? null : FindingCode.CELL_UNIT_CONVERTED;
        return number(inForm(number, type, factor), same ? cell.text() : raw, type, note, found(words));
    }

    /** As it is seen, but with all its digits. */
    private static String seen(BigDecimal number, FormatWords words) {
        BigDecimal divided = number.divide(words.divisor()).stripTrailingZeros();
        return divided.toPlainString() + words.word();
    }

    private static String found(FormatWords words) {
        String scale = words.divisor().compareTo(BigDecimal.ONE) == 0
                ? ""
                : "1/" + words.divisor().toPlainString();
        String all = (words.word() + " " + words.others() + " " + scale).strip().replaceAll(" +", " ");
        return all.isEmpty() ? scale : all;
    }

    /** Where a form says that its unit is percent, 45 means 45 %. */
    private static @Nullable BigDecimal inForm(@Nullable BigDecimal number, CellType type, BigDecimal factor) {
        boolean inPercent = type.kind() == CellType.Kind.PERCENT && PERCENT.equals(type.unit());
        BigDecimal own = number == null ? null : times(number, factor);
        return own != null && inPercent ? own.movePointLeft(2) : own;
    }

    /** 12 of a share may be 12 % or 1200 %, 0.12 may be 0.12 % or 12 %, unless form, label or cell says it. */
    private static boolean isUnstated(BigDecimal number, CellType type, BigDecimal stated) {
        return type.kind() == CellType.Kind.PERCENT
                && type.unit() == null
                && !type.written().fraction()
                && number.signum() > 0
                && stated.compareTo(BigDecimal.ONE) == 0;
    }

    private static BigDecimal times(BigDecimal number, BigDecimal factor) {
        return factor.compareTo(BigDecimal.ONE) == 0 ? number : number.multiply(factor);
    }

    private static CellValue typed(String raw, CellType type, BigDecimal stated) {
        if (raw.length() > LONGEST) {
            return CellValue.invalid(FindingCode.CELL_INVALID, raw);
        }
        String plain = plain(raw);
        if (NOT_APPLICABLE.contains(plain)) {
            return CellValue.notApplicable(raw);
        }
        if (ZERO.contains(plain)) {
            return CellValue.number(BigDecimal.ZERO, raw, FindingCode.CELL_TEXT_NUMBER, null);
        }
        if (plain.equals(NONE) && type.blankIsZero()) {
            return CellValue.number(BigDecimal.ZERO, raw, null, null);
        }
        if (plain.startsWith("#")) {
            return CellValue.invalid(FindingCode.CELL_ERROR_VALUE, raw);
        }
        return typedNumber(plain, raw, type, stated);
    }

    private static CellValue typedNumber(String plain, String raw, CellType type, BigDecimal stated) {
        Matcher matcher = NUMBER.matcher(plain);
        if (!matcher.matches()) {
            return notUsable(raw);
        }
        String word = matcher.group(4).strip();
        BigDecimal factor = word.isEmpty() ? stated : factor(word, type);
        if (factor == null) {
            boolean unit = type.unit() != null && Measure.known(word).isPresent();
            return unit ? CellValue.invalid(FindingCode.CELL_UNIT, raw, word) : notUsable(raw);
        }
        String decimals = matcher.group(3) == null ? "" : matcher.group(3);
        String digits = matcher.group(1) + matcher.group(2).replace(",", "") + decimals;
        BigDecimal written = new BigDecimal(digits);
        if (word.isEmpty() && isUnstated(written, type, stated)) {
            return CellValue.invalid(FindingCode.CELL_PERCENT_UNIT, raw);
        }
        BigDecimal number = inForm(written, type, factor);
        return number(number, raw, type, noteOf(raw, FindingCode.CELL_TEXT_NUMBER), invisible(raw));
    }

    /** By what a number with this word behind it is multiplied; null where the word is not a unit that the form takes. */
    private static @Nullable BigDecimal factor(String word, CellType type) {
        boolean percent = word.equals(PERCENT) && type.kind() != CellType.Kind.PERCENT;
        String unit = type.unit();
        if (percent || unit == null && type.kind() != CellType.Kind.PERCENT) {
            return null;
        }
        Measure stated = unit != null && word.equals(plain(unit))
                ? UnitJudge.ofForm(type)
                : Measure.known(word).orElse(null);
        return stated == null || stated.base().isEmpty() && unit != null && !word.equals(plain(unit))
                ? null
                : UnitJudge.factor(stated, type);
    }

    static FindingCode noteOf(String raw, FindingCode otherwise) {
        return PlainText.invisibleIn(raw) < 0 ? otherwise : FindingCode.CELL_INVISIBLE;
    }

    static @Nullable String invisible(String raw) {
        int sign = PlainText.invisibleIn(raw);
        return sign < 0 ? null : "U+%04X".formatted(sign);
    }

    /** Neither a number nor a date; where a mark is in it that is why. */
    static CellValue notUsable(String raw) {
        UnusualDigits.Mark mark = raw.length() > LONGEST ? null : UnusualDigits.in(PlainText.of(raw));
        if (mark != null) {
            return CellValue.invalid(FindingCode.CELL_MARK, raw, mark.kind() + " " + mark.sign());
        }
        FindingCode code = DateText.isWritten(raw) ? FindingCode.CELL_DATE_IN_COUNT : FindingCode.CELL_INVALID;
        return CellValue.invalid(code, raw);
    }

    private static CellValue number(
            @Nullable BigDecimal stored,
            String raw,
            CellType type,
            @Nullable FindingCode note,
            @Nullable String detail) {
        if (stored == null) {
            return CellValue.invalid(FindingCode.CELL_INVALID, raw);
        }
        if (stored.signum() < 0) {
            return CellValue.invalid(FindingCode.CELL_NEGATIVE, raw);
        }
        BigDecimal number = withoutNoise(stored);
        if (type.kind() == CellType.Kind.COUNT && number.scale() > 0) {
            return CellValue.invalid(FindingCode.CELL_NOT_WHOLE, raw);
        }
        if (number.precision() - number.scale() > WHOLE_DIGITS) {
            return CellValue.invalid(FindingCode.CELL_INVALID, raw);
        }
        // What =8/3 leaves is no fault of the unit's; the raw text is kept, and a note says what was stored.
        return number.scale() > DECIMALS
                ? CellValue.number(rounded(number), raw, FindingCode.CELL_ROUNDED, null)
                : CellValue.number(number, raw, note, detail);
    }

    private static BigDecimal rounded(BigDecimal number) {
        BigDecimal stripped = number.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Without trailing zeros, and a count as a whole number where it is one. */
    private static BigDecimal withoutNoise(BigDecimal number) {
        if (number.scale() == 0) {
            return number;
        }
        BigDecimal rounded = number.setScale(DECIMALS, RoundingMode.HALF_UP);
        boolean noise = rounded.subtract(number).abs().compareTo(BINARY_NOISE) < 0;
        BigDecimal stripped = (noise ? rounded : number).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static String plain(String text) {
        return PlainText.of(text).replace('\u2212', '-').toLowerCase(Locale.ROOT);
    }
}
