package org.jibao.reading.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.reading.layout.Choice.Candidate;
import org.jibao.reading.layout.HeaderFinder.Header;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.SheetCells;

/** Blocks with the same column labels in the same rows: each begins where the leftmost label that is repeated stands again. */
final class SideBySide {

    private final Axis axis;
    private final Header header;
    private final List<Candidate> block;

    SideBySide(Axis axis, Header header, List<Candidate> block) {
        this.axis = axis;
        this.header = header;
        this.block = block;
    }

    /** The first columns of the blocks; none where the header is one block. */
    List<Integer> starts() {
        int first = -1;
        for (int position = 0; position < axis.size(); position++) {
            Choice choice = header.choices().get(position);
            Cell cell = choice.cell();
            Cell known = first < 0 ? null : header.choices().get(first).cell();
            if (cell != null && choice.rival() != null && (known == null || cell.column() < known.column())) {
                first = position;
            }
        }
        int repeated = first;
        return block.stream()
                .filter(candidate -> candidate.position() == repeated)
                .map(candidate -> candidate.cell().column())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Whether most rows of a block have a text left of its columns: without row labels of its own it is no block, but columns that
     * stand twice.
     */
    static boolean hasRowLabels(SheetCells sheet, Header one, int leftmost) {
        Map<Integer, Integer> texts = new HashMap<>();
        int rows = 0;
        for (int i = sheet.position(one.bottom() + 1); i < sheet.rows().size(); i++) {
            List<Cell> cells = sheet.rows().get(i).cells();
            boolean filled = cells.stream()
                    .anyMatch(cell -> cell.column() >= one.firstColumn() && cell.column() <= one.lastColumn());
            rows += filled ? 1 : 0;
            cells.stream()
                    .filter(cell -> filled && cell.kind() == Cell.Kind.TEXT)
                    .filter(cell -> cell.column() >= leftmost && cell.column() < one.firstColumn())
                    .forEach(cell -> texts.merge(cell.column(), 1, Integer::sum));
        }
        int needed = Math.max(1, (2 * rows + 2) / 3);
        return texts.values().stream().anyMatch(count -> count >= needed);
    }

    static List<Candidate> between(List<Candidate> block, int from, int to) {
        return block.stream()
                .filter(candidate ->
                        candidate.cell().column() >= from && candidate.cell().column() < to)
                .toList();
    }
}
