package org.jibao.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.reading.book.SourceBook.Rule;

/** What drop-down lists offer: in the rule itself, or in cells that it names. */
final class Choices {

    private static final int MOST = 200;

    private final List<SheetView> sheets;

    Choices(List<SheetView> sheets) {
        this.sheets = sheets;
    }

    /** Empty where the cell has no list, or one that cannot be followed. */
    List<String> of(SheetView view, Spot cell) {
        Optional<Rule> rule =
                view.rule(cell.row(), cell.column()).filter(one -> one.kind().equals("list"));
        if (rule.isEmpty()) {
            return List.of();
        }
        String first = rule.get().first().strip();
        List<String> found = first.startsWith("\"")
                ? Stream.of(first.substring(1, Math.max(1, first.length() - 1)).split(",", -1))
                        .map(String::strip)
                        .toList()
                : cells(view, first);
        return found.stream()
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private List<String> cells(SheetView view, String range) {
        CellRange area = CellRange.of(range);
        if (area == null) {
            return List.of();
        }
        String sheet = area.sheet();
        SheetView lookup = sheets.stream()
                .filter(one -> one.name().equalsIgnoreCase(sheet))
                .findFirst()
                .orElse(sheet.isEmpty() ? view : null);
        List<String> words = new ArrayList<>();
        for (int row = area.top(); lookup != null && row <= Math.min(area.bottom(), lookup.rows()); row++) {
            for (int column = area.left(); column <= area.right(); column++) {
                Spot spot = lookup.at(row, column);
                if (!spot.blank()) {
                    words.add(spot.shown());
                }
            }
        }
        return words;
    }
}
