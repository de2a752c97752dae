package org.jibao.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.definition.CellType;
import org.jibao.finding.FindingCode;
import org.jspecify.annotations.Nullable;

/**
 * Reads a cell to exactly one status, by the table of the measures. Nothing is filled in by guess: what is neither a
 * number, nor a blank, nor one of the agreed words, is invalid and quoted.
 */
final class CellSemantics {

    private static final Set<String> NOT_APPLICABLE = Set.of("/", "-", "--", "—", "——", "–", "不适用", "n/a");
    private static final Set<String> ZERO = Set.of("〇", "零");
    private static final String NONE = "无";
    private static final Pattern NUMBER = Pattern.compile("(-?)(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?\\s*(\\D*)");
    private static final String PERCENT = "%";
    private static final int DECIMALS = 4;

    /** As the store holds them: DECIMAL(18,4). */
    private static final int WHOLE_DIGITS = 14;

    /** Excel computes in binary: what is left of 0.1 + 0.2 beyond the fifteenth digit is not what anybody meant. */
    private static final BigDecimal BINARY_NOISE = new BigDecimal("0.00000001");

    private CellSemantics() {}

    static CellValue read(@Nullable Cell cell, CellType type) {
        if (cell == null) {
            return type.blankIsZero() ? CellValue.number(BigDecimal.ZERO, "", false) : CellValue.BLANK;
        }
        return switch (cell.kind()) {
            case ERROR -> CellValue.invalid(FindingCode.CELL_ERROR_VALUE, cell.text());
            case NOT_CALCULATED -> CellValue.invalid(FindingCode.CELL_NOT_CALCULATED, cell.text());
            default ->
                switch (type.kind()) {
                    case TEXT -> CellValue.text(cell.text().strip());
                    case DATE -> date(cell);
                    default -> figure(cell, type);
                };
        };
    }

    private static CellValue date(Cell cell) {
        if (cell.date() != null) {
            return CellValue.date(cell.date(), cell.text(), false);
        }
        String raw = cell.text().strip();
        LocalDate date = cell.kind() == Cell.Kind.SHARE ? null : DateText.read(raw);
        if (date != null) {
            return CellValue.date(date, raw, true);
        }
        return NOT_APPLICABLE.contains(plain(raw))
                ? CellValue.notApplicable(raw)
                : CellValue.invalid(FindingCode.CELL_INVALID, raw);
    }

    private static CellValue figure(Cell cell, CellType type) {
        return switch (cell.kind()) {
            case DATE -> CellValue.invalid(FindingCode.CELL_DATE_IN_COUNT, cell.text());
            case BOOLEAN -> CellValue.invalid(FindingCode.CELL_INVALID, cell.text());
            case NUMBER -> number(stored(cell, type), cell.text(), type, false);
            case SHARE ->
                type.kind() == CellType.Kind.PERCENT
                        ? number(cell.number(), cell.text(), type, false)
                        : CellValue.invalid(FindingCode.CELL_INVALID, cell.text());
            default -> typed(cell.text().strip(), type);
        };
    }

    /** Where a form says that its unit is percent, 45 means 45 %. */
    private static @Nullable BigDecimal stored(Cell cell, CellType type) {
        BigDecimal number = cell.number();
        boolean inPercent = type.kind() == CellType.Kind.PERCENT && PERCENT.equals(type.unit());
        return number != null && inPercent ? number.movePointLeft(2) : number;
    }

    private static CellValue typed(String raw, CellType type) {
        String plain = plain(raw);
        if (NOT_APPLICABLE.contains(plain)) {
            return CellValue.notApplicable(raw);
        }
        if (ZERO.contains(plain)) {
            return CellValue.number(BigDecimal.ZERO, raw, true);
        }
        if (plain.equals(NONE) && type.blankIsZero()) {
            return CellValue.number(BigDecimal.ZERO, raw, false);
        }
        if (plain.startsWith("#")) {
            return CellValue.invalid(FindingCode.CELL_ERROR_VALUE, raw);
        }
        return typedNumber(plain, raw, type);
    }

    private static CellValue typedNumber(String plain, String raw, CellType type) {
        Matcher matcher = NUMBER.matcher(plain);
        BigDecimal scale = matcher.matches() ? scale(matcher.group(4).strip(), type) : null;
        if (scale == null) {
            FindingCode code = DateText.isWritten(raw) ? FindingCode.CELL_DATE_IN_COUNT : FindingCode.CELL_INVALID;
            return CellValue.invalid(code, raw);
        }
        String decimals = matcher.group(3) == null ? "" : matcher.group(3);
        String digits = matcher.group(1) + matcher.group(2).replace(",", "") + decimals;
        return number(new BigDecimal(digits).multiply(scale), raw, type, true);
    }

    /** What a number with this word behind it is to be multiplied by; null where the word is not the form's unit. */
    private static @Nullable BigDecimal scale(String word, CellType type) {
        boolean share = type.kind() == CellType.Kind.PERCENT;
        if (word.equals(PERCENT)) {
            return share ? new BigDecimal("0.01") : null;
        }
        if (word.isEmpty()) {
            return share && PERCENT.equals(type.unit()) ? new BigDecimal("0.01") : BigDecimal.ONE;
        }
        return type.unit() != null && word.equals(plain(type.unit())) ? BigDecimal.ONE : null;
    }

    private static CellValue number(@Nullable BigDecimal stored, String raw, CellType type, boolean converted) {
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
                ? CellValue.rounded(rounded(number), raw)
                : CellValue.number(number, raw, converted);
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

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('\u2212', '-')
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
