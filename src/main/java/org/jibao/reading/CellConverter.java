package org.jibao.reading;

import com.alibaba.excel.metadata.data.DataFormatData;
import com.alibaba.excel.metadata.data.FormulaData;
import com.alibaba.excel.metadata.data.ReadCellData;
import java.math.BigDecimal;
import org.jibao.reading.Cell.Mark;
import org.jspecify.annotations.Nullable;

/** Turns EasyExcel's cells into ours. */
final class CellConverter {

    private final CellMaker maker;

    CellConverter(boolean date1904) {
        maker = new CellMaker(date1904);
    }

    /** Null where the cell is empty or holds only spaces. */
    @Nullable
    Cell convert(int row, int column, ReadCellData<?> cell, RowNotes notes) {
        Mark mark = notes.mark(column);
        return switch (cell.getType()) {
            case NUMBER -> number(row, column, cell, notes);
            case BOOLEAN -> CellMaker.truth(row, column, cell.getBooleanValue(), mark);
            case EMPTY -> empty(row, column, cell);
            default -> text(row, column, cell.getStringValue(), notes);
        };
    }

    private @Nullable Cell text(int row, int column, @Nullable String text, RowNotes notes) {
        if (text == null) {
            return null;
        }
        if (notes.isError(column)) {
            return Cell.of(row, column, Cell.Kind.ERROR, text);
        }
        return notes.isIsoDate(column)
                ? maker.isoDate(row, column, text, notes.mark(column))
                : CellMaker.text(row, column, text, notes.mark(column));
    }

    /** Only of a formula without a value is the formula told. */
    private static @Nullable Cell empty(int row, int column, ReadCellData<?> cell) {
        FormulaData formula = cell.getFormulaData();
        return formula == null ? null : CellMaker.notCalculated(row, column, formula.getFormulaValue());
    }

    private Cell number(int row, int column, ReadCellData<?> cell, RowNotes notes) {
        DataFormatData format = cell.getDataFormatData();
        BigDecimal stored = cell.getOriginalNumberValue();
        return maker.number(
                row,
                column,
                stored == null ? cell.getNumberValue() : stored,
                format == null ? null : format.getFormat(),
                notes.isFormula(column),
                notes.mark(column));
    }
}
