package org.jibao.draft;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jibao.draft.DraftForm.Cover;
import org.jibao.draft.DraftForm.Cross;
import org.jibao.draft.DraftForm.Grid;
import org.jibao.draft.DraftForm.Register;

/** The cells of files that are to be filled in, each by its sheet, its labels with their groups, and its kind. */
final class Inputs {

    private Inputs() {}

    static List<String> of(List<Path> files) {
        return Sources.of(files).all().stream()
                .flatMap(source -> source.workbook().forms().stream())
                .flatMap(Inputs::of)
                .sorted()
                .toList();
    }

    private static Stream<String> of(DraftForm form) {
        String sheet = form.view().name();
        if (form instanceof Grid grid) {
            List<String> cells = new ArrayList<>();
            for (DraftLabel row : grid.rows()) {
                for (DraftLabel column : grid.columns()) {
                    Spot cell = grid.view().at(row.place().row(), column.place().column());
                    if (cell.formula() == null && !grid.closed().contains(new Cross(cell.row(), cell.column()))) {
                        cells.add(sheet + " | " + words(row) + " | " + words(column) + " | " + kind(grid, row, column));
                    }
                }
            }
            return cells.stream();
        }
        List<DraftLabel> fields = form instanceof Cover cover ? cover.fields() : ((Register) form).fields();
        return fields.stream()
                .map(field ->
                        sheet + " | " + words(field) + " | " + field.cell().kind() + " " + field.values());
    }

    private static String words(DraftLabel label) {
        List<String> words = new ArrayList<>(label.groups());
        words.add(label.words());
        return String.join(" > ", words);
    }

    private static String kind(Grid grid, DraftLabel row, DraftLabel column) {
        CellDraft cell = !column.cell().same(grid.cell()) ? column.cell() : row.cell();
        return cell.unit() == null ? cell.kind() : cell.kind() + " " + cell.unit();
    }
}
