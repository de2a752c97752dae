package org.jibao.reading;

import com.alibaba.excel.metadata.data.DataFormatData;
import com.alibaba.excel.metadata.data.FormulaData;
import com.alibaba.excel.metadata.data.ReadCellData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jibao.reading.Cell.Kind;
import org.jspecify.annotations.Nullable;

/** Turns EasyExcel's cells into ours. */
final class CellConverter {

    /** No figure of a return has so many digits; {@code 1E999999999} would fill the memory when written out. */
    private static final int LONGEST_NUMBER = 40;

    /** Excel believes in 1900-02-29, its day 60; from the next day on, days count from here. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private static final int AFTER_THE_DAY_THAT_NEVER_WAS = 61;

    /** 9999-12-31 as a serial number of days; Excel shows nothing later. */
    private static final double LAST_DAY = 2_958_465;

    private static final Set<String> ERRORS = Set.of(
            "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!");

    private final NumberFormats formats = new NumberFormats();
    private boolean date1904;

    /** Whether the file counts its days from 1904, as old Macintosh versions did. */
    void date1904(boolean value) {
        date1904 = value;
    }

    /** Null where the cell is empty or holds only spaces. */
    @Nullable
    Cell convert(int row, int column, ReadCellData<?> cell) {
        return switch (cell.getType()) {
            case NUMBER -> number(row, column, cell);
            case BOOLEAN -> Cell.of(row, column, Kind.BOOLEAN, cell.getBooleanValue() ? "TRUE" : "FALSE");
            case ERROR -> Cell.of(row, column, Kind.ERROR, cell.getStringValue());
            case EMPTY -> empty(row, column, cell);
            default -> text(row, column, cell.getStringValue());
        };
    }

    /** EasyExcel gives an error as its text. Nobody types one by hand but who copied it as text, which is no better. */
    private static @Nullable Cell text(int row, int column, @Nullable String text) {
        if (text == null || LabelText.isBlank(text)) {
            return null;
        }
        boolean error = text.charAt(0) == '#' && ERRORS.contains(text);
        return error ? Cell.of(row, column, Kind.ERROR, text) : Cell.text(row, column, text);
    }

    /**
     * A formula whose cached text is empty has been calculated; one without any cached value has not. EasyExcel calls both
     * empty, but leaves an empty text in the first.
     */
    private static @Nullable Cell empty(int row, int column, ReadCellData<?> cell) {
        FormulaData formula = cell.getFormulaData();
        if (formula == null || cell.getStringValue() != null) {
            return null;
        }
        String words = formula.getFormulaValue();
        return Cell.of(row, column, Kind.NOT_CALCULATED, "=" + (words == null || words.isEmpty() ? "…" : words));
    }

    private Cell number(int row, int column, ReadCellData<?> cell) {
        DataFormatData format = cell.getDataFormatData();
        Kind kind = format == null ? Kind.NUMBER : formats.kind(format.getIndex(), format.getFormat());
        return number(row, column, kind, cell.getNumberValue());
    }

    private Cell number(int row, int column, Kind kind, BigDecimal stored) {
        if (kind == Kind.DATE) {
            LocalDate date = date(stored.doubleValue());
            if (date != null) {
                return new Cell(row, column, Kind.DATE, date.toString(), null, date);
            }
        }
        if (Math.abs((long) stored.scale()) + stored.precision() > LONGEST_NUMBER) {
            return Cell.text(row, column, stored.toString());
        }
        BigDecimal number = plain(stored);
        return kind == Kind.SHARE
                ? new Cell(row, column, kind, plain(number.movePointRight(2)).toPlainString() + "%", number, null)
                : new Cell(row, column, Kind.NUMBER, number.toPlainString(), number, null);
    }

    private static BigDecimal plain(BigDecimal number) {
        if (number.scale() == 0) {
            return number;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private @Nullable LocalDate date(double serial) {
        if (serial < 0 || serial > LAST_DAY) {
            return null;
        }
        if (serial >= AFTER_THE_DAY_THAT_NEVER_WAS && !date1904) {
            return DAY_ZERO.plusDays((long) serial);
        }
        return DateUtil.getLocalDateTime(serial, date1904).toLocalDate();
    }
}
