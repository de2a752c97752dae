package org.jibao.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jibao.finding.Language;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.guard.PersonalNumbers;
import org.jibao.inspect.ReturnView.CellView;
import org.jibao.inspect.ReturnView.FindingView;
import org.jibao.inspect.ReturnView.MergedBlock;
import org.jibao.inspect.ReturnView.Role;
import org.jibao.inspect.ReturnView.SheetView;
import org.jibao.inspect.StoredReturn.StoredCell;
import org.jibao.inspect.StoredReturn.StoredEntries;
import org.jibao.reading.book.ShownBook;
import org.jibao.reading.book.ShownBook.ShownCell;
import org.jibao.reading.book.ShownBook.ShownSheet;

/** The sheets of one return: those of its file, or those that can be made of what the store holds. */
final class ReturnSheets {

    private final StoredReturn stored;
    private final Map<String, List<Long>> findings = new HashMap<>();

    ReturnSheets(StoredReturn stored, List<FindingView> found) {
        this.stored = stored;
        for (FindingView finding : found) {
            add(finding.place(), finding.number());
            finding.left().forEach(place -> add(place, finding.number()));
            finding.right().forEach(place -> add(place, finding.number()));
        }
    }

    private void add(Place place, long number) {
        if (place.sheet() != null && place.cell() != null) {
            List<Long> numbers = findings.computeIfAbsent(place.toString(), cell -> new ArrayList<>());
            if (!numbers.contains(number)) {
                numbers.add(number);
            }
        }
    }

    /** As the unit filled them. */
    List<SheetView> of(ShownBook book) {
        return book.sheets().stream().map(this::sheet).toList();
    }

    private SheetView sheet(ShownSheet sheet) {
        SheetBounds bounds = new SheetBounds();
        List<CellView> cells = new ArrayList<>();
        for (ShownCell cell : sheet.cells()) {
            if (bounds.take(cell.row(), cell.column())) {
                cells.add(cell(sheet.name(), new CellAddress(cell.row(), cell.column()), cell.text()));
            }
        }
        addEmpty(sheet, cells);
        List<MergedBlock> merged = sheet.merged().stream()
                .filter(block -> block.top() >= 0
                        && block.left() >= 0
                        && block.top() < ReturnQuery.MOST_ROWS
                        && block.left() < ReturnQuery.MOST_COLUMNS)
                .map(block -> new MergedBlock(
                        block.top(),
                        block.left(),
                        Math.min(block.bottom(), ReturnQuery.MOST_ROWS - 1),
                        Math.min(block.right(), ReturnQuery.MOST_COLUMNS - 1)))
                .limit(ReturnQuery.MOST_ROWS)
                .toList();
        return new SheetView(
                sheet.name(),
                sheet.hidden(),
                merged,
                inOrder(cells),
                sheet.withheld(),
                bounds.cutRows(),
                bounds.cutColumns());
    }

    /** A figure that was left blank is a cell to look at, too. */
    private void addEmpty(ShownSheet sheet, List<CellView> cells) {
        Map<String, CellView> there = new HashMap<>();
        cells.forEach(cell -> there.put(cell.address(), cell));
        for (StoredCell cell : stored.cells()) {
            CellAddress place = cell.address();
            boolean here = cell.sheet().equals(sheet.name())
                    && place.row() < ReturnQuery.MOST_ROWS
                    && place.column() < ReturnQuery.MOST_COLUMNS;
            if (here && !there.containsKey(place.text())) {
                cells.add(cell(sheet.name(), place, sheet.withheld() ? cell.raw() : ""));
            }
        }
    }

    /** Made of the figures and entries that are kept, with their labels left of them and above. */
    List<SheetView> ofStore() {
        Map<String, Map<CellAddress, String>> sheets = new LinkedHashMap<>();
        Map<String, List<StoredCell>> grids = new TreeMap<>();
        stored.cells().forEach(cell -> grids.computeIfAbsent(cell.sheet(), name -> new ArrayList<>())
                .add(cell));
        grids.forEach((name, cells) -> addGrid(sheets.computeIfAbsent(name, sheet -> new HashMap<>()), cells));
        for (StoredEntries entries : stored.entries()) {
            addEntries(sheets.computeIfAbsent(entries.sheet(), sheet -> new HashMap<>()), entries);
        }
        List<SheetView> views = new ArrayList<>();
        sheets.forEach((name, texts) -> views.add(sheet(name, texts)));
        return views;
    }

    private SheetView sheet(String name, Map<CellAddress, String> texts) {
        SheetBounds bounds = new SheetBounds();
        List<CellView> cells = new ArrayList<>();
        texts.forEach((place, text) -> {
            if (bounds.take(place.row(), place.column())) {
                cells.add(cell(name, place, text));
            }
        });
        return new SheetView(name, false, List.of(), inOrder(cells), false, bounds.cutRows(), bounds.cutColumns());
    }

    private void addGrid(Map<CellAddress, String> texts, List<StoredCell> cells) {
        Language language = stored.language();
        int top = cells.stream().mapToInt(cell -> cell.address().row()).min().orElse(0);
        int left =
                cells.stream().mapToInt(cell -> cell.address().column()).min().orElse(0);
        cells.forEach(cell -> texts.put(cell.address(), cell.raw()));
        for (StoredCell cell : cells) {
            CellAddress place = cell.address();
            if (left > 0) {
                texts.putIfAbsent(
                        new CellAddress(place.row(), left - 1), cell.row().in(language));
            }
            if (top > 0) {
                texts.putIfAbsent(
                        new CellAddress(top - 1, place.column()), cell.column().in(language));
            }
        }
    }

    private void addEntries(Map<CellAddress, String> texts, StoredEntries entries) {
        int top = entries.rows().keySet().stream().mapToInt(row -> row).min().orElse(1) - 1;
        int column = 0;
        for (Text label : entries.labels()) {
            if (top >= 0) {
                texts.putIfAbsent(new CellAddress(top, column), label.in(stored.language()));
            }
            int at = column++;
            entries.rows().forEach((row, values) -> {
                String value = PersonalNumbers.masked(values.get(at));
                if (!value.isEmpty()) {
                    texts.putIfAbsent(new CellAddress(row, at), value);
                }
            });
        }
    }

    private CellView cell(String sheet, CellAddress place, String text) {
        StoredCell figure = stored.at(sheet, place.row(), place.column());
        Role role = figure != null ? Role.FIGURE : stored.isEntry(sheet, place.row()) ? Role.ENTRY : Role.LABEL;
        String address = place.text();
        return new CellView(
                place.row(),
                place.column(),
                address,
                shortened(text),
                role,
                figure == null ? null : figure.previous(),
                findings.getOrDefault(sheet + "!" + address, List.of()));
    }

    private static String shortened(String text) {
        if (text.length() <= ReturnQuery.LONGEST_TEXT) {
            return text;
        }
        int end = text.offsetByCodePoints(0, text.codePointCount(0, ReturnQuery.LONGEST_TEXT) - 1);
        return text.substring(0, end) + "…";
    }

    private static List<CellView> inOrder(List<CellView> cells) {
        return cells.stream()
                .sorted(Comparator.comparingInt(CellView::row).thenComparingInt(CellView::column))
                .toList();
    }
}
