package org.jibao.reading.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jibao.definition.Label;
import org.jibao.reading.layout.HeaderFinder.Header;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.SheetCells;

/** A grid without a header: each value stands right of its row's label. */
final class BesideRows {

    private static final Header ANYWHERE = new Header(-1, -1, List.of(), -1);

    private BesideRows() {}

    /** Stands in for the header that there is not; none where not half of the row labels are found. */
    static List<Header> find(SheetCells sheet, PreparedForm form) {
        List<Cell> found = RowFinder.find(sheet, form.down(), ANYWHERE, Integer.MAX_VALUE).stream()
                .map(Choice::cell)
                .filter(Objects::nonNull)
                .toList();
        Optional<Cell> first = found.stream().min(Comparator.comparing(Cell::row));
        if (first.isEmpty() || found.size() * 2 < form.down().required()) {
            return List.of();
        }
        int above = first.get().row() - 1;
        int labels = found.stream().mapToInt(Cell::column).min().orElse(0);
        List<Choice> columns = new ArrayList<>();
        for (int position = 0; position < form.across().size(); position++) {
            Label label = form.across().label(position);
            int column = labels + label.placing().beside();
            Cell stand = Cell.text(above, column, label.text().zh());
            columns.add(new Choice(stand, null, false, null));
        }
        return List.of(new Header(above, above, columns, -1));
    }
}
