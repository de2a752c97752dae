package org.jibao.reading;

import com.alibaba.excel.context.AnalysisContext;
import com.alibaba.excel.metadata.data.ReadCellData;
import com.alibaba.excel.read.listener.ReadListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Listens to EasyExcel and passes its rows on as ours, under their own numbers. */
final class EasyExcelRows implements ReadListener<Map<Integer, ReadCellData<?>>> {

    private final SheetListener listener;
    private final CellConverter converter;
    private final RowNotes notes;

    EasyExcelRows(SheetListener listener, CellConverter converter, RowNotes notes) {
        this.listener = listener;
        this.converter = converter;
        this.notes = notes;
    }

    @Override
    public void invoke(Map<Integer, ReadCellData<?>> row, AnalysisContext context) {
        int index = notes.row();
        List<Cell> cells = new ArrayList<>(row.size());
        for (Map.Entry<Integer, ReadCellData<?>> entry : row.entrySet()) {
            Cell cell = convert(index, entry.getKey(), entry.getValue());
            if (cell != null) {
                cells.add(cell);
            }
        }
        listener.row(index, inOrder(cells), notes.hidden());
    }

    private @Nullable Cell convert(int row, int column, @Nullable ReadCellData<?> cell) {
        return cell == null ? null : converter.convert(row, column, cell, notes);
    }

    /** A program may write the cells of a row in any order. */
    private static List<Cell> inOrder(List<Cell> cells) {
        for (int i = 1; i < cells.size(); i++) {
            if (cells.get(i - 1).column() > cells.get(i).column()) {
                cells.sort(java.util.Comparator.comparingInt(Cell::column));
                return cells;
            }
        }
        return cells;
    }

    @Override
    public void doAfterAllAnalysed(AnalysisContext context) {}
}
