package org.jibao.testkit.generated;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.util.CellReference;
import org.jibao.testkit.generated.PlannedCell.Origin;
import org.jibao.testkit.generated.PlannedSheet.Area;
import org.jibao.testkit.generated.XmlOptions.Oddity;

/** One worksheet as XML. */
final class XmlSheetWriter {

    /** Longer sheets keep their rows in order: no reader holds them whole. */
    private static final int MOST_ROWS_OUT_OF_ORDER = 1_000;

    private final PlannedSheet sheet;
    private final XmlOptions options;
    private final Random random;
    private final XmlCellWriter cells;
    private final String prefix;
    private final StringBuilder xml = new StringBuilder();

    /** Part of a row, or all of it. */
    private record Line(int row, List<PlannedCell> cells) {}

    XmlSheetWriter(PlannedSheet sheet, XmlOptions options, Random random, XmlCellWriter cells, String prefix) {
        this.sheet = sheet;
        this.options = options;
        this.random = random;
        this.cells = cells;
        this.prefix = prefix;
    }

    String write(String namespace) {
        open("worksheet " + namespace);
        columns();
        open("sheetData");
        int before = -1;
        for (Line line : lines()) {
            row(line, before);
            before = line.row();
        }
        close("sheetData");
        if (!sheet.merged.isEmpty()) {
            open("mergeCells count=\"" + sheet.merged.size() + "\"");
            sheet.merged.forEach(area -> open("mergeCell ref=\"" + reference(area) + "\"/"));
            close("mergeCells");
        }
        if (options.has(Oddity.EXTENSIONS)) {
            xml.append(extension("ext xmlns:y=\"urn:y\" uri=\"{0}\""));
        }
        close("worksheet");
        return xml.toString();
    }

    /** What looks like cells of the sheet, in an extension. */
    private String extension(String start) {
        return "<" + prefix + "extLst><" + prefix + start
                + "><y:row r=\"1\" hidden=\"1\"><y:c r=\"A1\"><y:v>77</y:v></y:c></y:row></" + prefix + "ext></"
                + prefix + "extLst>";
    }

    private static String reference(Area area) {
        return address(area.top(), area.left()) + ":" + address(area.bottom(), area.right());
    }

    static String address(int row, int column) {
        return CellReference.convertNumToColString(column) + (row + 1);
    }

    private void open(String tag) {
        xml.append('<').append(prefix).append(tag).append('>');
    }

    private void close(String tag) {
        xml.append("</").append(prefix).append(tag).append('>');
    }

    private void columns() {
        if (sheet.columnsNotShown().isEmpty()) {
            return;
        }
        open("cols");
        BitSet all = sheet.columnsNotShown();
        for (int first = all.nextSetBit(0); first >= 0; ) {
            boolean hidden = sheet.hiddenColumns.get(first);
            BitSet kind = hidden ? sheet.hiddenColumns : sheet.narrowColumns;
            int next = kind.nextClearBit(first);
            String how = hidden
                    ? "width=\"9\" hidden=\"" + (random.nextBoolean() ? "1" : "true") + "\""
                    : "width=\"0\" customWidth=\"1\"";
            open("col min=\"" + (first + 1) + "\" max=\"" + next + "\" " + how + "/");
            first = all.nextSetBit(next);
        }
        close("cols");
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        sheet.rows.forEach((row, cellsOfRow) -> {
            if (options.has(Oddity.EMPTY_ROWS) && row > 0 && !sheet.rows.containsKey(row - 1)) {
                lines.add(new Line(row - 1, List.of()));
            }
            lines.addAll(linesOf(row, cellsOfRow.values()));
        });
        if (options.has(Oddity.ROWS_OUT_OF_ORDER) && lines.size() < MOST_ROWS_OUT_OF_ORDER) {
            Collections.shuffle(lines, random);
        }
        return lines;
    }

    private List<Line> linesOf(int row, Collection<PlannedCell> cellsOfRow) {
        List<PlannedCell> all = new ArrayList<>(cellsOfRow);
        if (!options.has(Oddity.SPLIT_ROWS) || all.size() < 2 || random.nextInt(3) > 0) {
            return List.of(new Line(row, inSomeOrder(all)));
        }
        int cut = 1 + random.nextInt(all.size() - 1);
        return List.of(
                new Line(row, inSomeOrder(all.subList(0, cut))),
                new Line(row, inSomeOrder(all.subList(cut, all.size()))));
    }

    private List<PlannedCell> inSomeOrder(List<PlannedCell> row) {
        List<PlannedCell> ordered = new ArrayList<>(row);
        if (options.has(Oddity.CELLS_OUT_OF_ORDER)) {
            Collections.shuffle(ordered, random);
        }
        return ordered;
    }

    private void row(Line line, int before) {
        boolean bare = options.has(Oddity.ROWS_WITHOUT_NUMBER) && line.row() == before + 1 && random.nextInt(3) > 0;
        String number = bare ? "" : " r=\"" + (line.row() + 1) + "\"";
        String hidden = sheet.hiddenRows.get(line.row())
                ? " hidden=\"" + (random.nextBoolean() ? "1" : "true") + "\""
                : sheet.flatRows.get(line.row()) ? " ht=\"0\" customHeight=\"1\"" : "";
        if (line.cells().isEmpty() && random.nextBoolean()) {
            open("row" + number + "/");
            return;
        }
        open("row" + number + hidden);
        int left = -1;
        for (PlannedCell cell : line.cells()) {
            boolean next = cell.column() == left + 1;
            boolean noAddress = options.has(Oddity.CELLS_WITHOUT_ADDRESS) && next && random.nextInt(3) > 0;
            xml.append(cells.write(cell, noAddress ? "" : " r=\"" + address(cell.row(), cell.column()) + "\""));
            left = cell.column();
        }
        if (options.has(Oddity.EXTENSIONS) && random.nextInt(3) == 0) {
            xml.append(extension("ext xmlns:y=\"urn:y\" uri=\"{1}\""));
        }
        close("row");
    }

    /** The formula of a cell, which one of the sheet shares with others. */
    static String formula(PlannedCell cell, boolean firstShared, Random random) {
        String words = random.nextBoolean() ? "SUM(A1:B2)" : "1+1";
        if (cell.origin() == Origin.ARRAY) {
            return "f t=\"array\" ref=\"" + address(cell.row(), cell.column()) + "\">" + words;
        }
        if (cell.origin() == Origin.SHARED) {
            String address = address(cell.row(), cell.column());
            return firstShared
                    ? "f t=\"shared\" ref=\"" + address + "\" si=\"0\">" + words
                    : "f t=\"shared\" si=\"0\">";
        }
        return "f>" + words;
    }
}
