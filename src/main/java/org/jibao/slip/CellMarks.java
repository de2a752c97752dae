package org.jibao.slip;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellReference;
import org.jibao.finding.Place;
import org.jspecify.annotations.Nullable;

/** Colours and comments the faulty cells of a workbook. No cell's value or style is touched, and none is added. */
final class CellMarks {

    /** Of an entry so many cells are coloured. */
    private static final int MOST_IN_ROW = 20;

    private final Workbook workbook;
    private final Colours colours;
    private final Comments comments;
    private final Set<String> coloured = new HashSet<>();
    private final Map<String, Map<CellReference, StringBuilder>> texts = new LinkedHashMap<>();

    CellMarks(Workbook workbook) {
        this.workbook = workbook;
        this.colours = new Colours();
        this.comments = new Comments(workbook);
    }

    /** Marks what these findings say. */
    void add(List<SlipFinding> findings) {
        findings.stream().filter(SlipFinding::isFault).forEach(this::mark);
        texts.forEach((sheet, cells) ->
                cells.forEach((cell, text) -> comments.add(workbook.getSheet(sheet), cell, text.toString())));
    }

    private void mark(SlipFinding finding) {
        Map<Sheet, List<CellReference>> cells = new LinkedHashMap<>();
        boolean first = true;
        for (Place place : finding.cells()) {
            Sheet sheet = workbook.getSheet(place.sheet());
            if (sheet == null) {
                continue; // the sheet of a form that the file does not have
            }
            CellReference cell = new CellReference(place.cell());
            List<CellReference> marked = finding.wholeRow() ? row(sheet, cell) : List.of(cell);
            cells.computeIfAbsent(sheet, one -> new ArrayList<>()).addAll(marked);
            write(sheet, marked.get(0), first ? full(finding) : beside(finding));
            first = false;
        }
        cells.forEach((sheet, marked) -> colour(sheet, marked, finding));
    }

    /** The cells of an entry that hold something; the given one where none does. */
    private static List<CellReference> row(Sheet sheet, CellReference first) {
        List<CellReference> cells = new ArrayList<>();
        Row row = sheet.getRow(first.getRow());
        if (row != null) {
            for (Cell cell : row) {
                if (cell.getCellType() != CellType.BLANK && cells.size() < MOST_IN_ROW) {
                    cells.add(new CellReference(cell.getRowIndex(), cell.getColumnIndex()));
                }
            }
        }
        return cells.isEmpty() ? List.of(first) : cells;
    }

    /** A cell keeps the colour of its first finding: an old Excel knows one set of conditions a cell. */
    private void colour(Sheet sheet, List<CellReference> cells, SlipFinding finding) {
        List<CellReference> fresh = cells.stream()
                .filter(cell -> coloured.add(sheet.getSheetName() + "!" + cell.formatAsString()))
                .toList();
        if (!fresh.isEmpty()) {
            colours.add(sheet, fresh, Unchanged.formula(sheet, cells), finding.severity());
        }
    }

    private void write(Sheet sheet, CellReference cell, String text) {
        texts.computeIfAbsent(sheet.getSheetName(), name -> new LinkedHashMap<>())
                .computeIfAbsent(cell, one -> new StringBuilder(SlipWords.MARK))
                .append('\n')
                .append(text);
    }

    private static String full(SlipFinding finding) {
        String sides = finding.sides();
        return SlipWords.kind(finding.severity()) + "：" + finding.message() + (sides.isEmpty() ? "" : "\n" + sides)
                + "\n怎样改：" + finding.cure();
    }

    private static String beside(SlipFinding finding) {
        String place =
                finding.place().cell() == null ? "" : "与 " + finding.place().cell() + " ";
        return place + "一并核对：" + finding.message();
    }

    static @Nullable Cell cell(Sheet sheet, CellReference place) {
        Row row = sheet.getRow(place.getRow());
        return row == null ? null : row.getCell(place.getCol());
    }
}
