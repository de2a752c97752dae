package org.jibao.testkit.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jibao.testkit.generated.PlannedCell.Origin;
import org.jibao.testkit.generated.PlannedSheet.Area;
import org.jibao.testkit.generated.PlannedSheet.Visibility;
import org.jibao.testkit.generated.PlannedWorkbook.Writer;

/** Draws what is to be written, within what the writer can write. */
final class WorkbookPlanner {

    private static final List<String> NAMES =
            List.of("表一", "表二 主动公开", "Sheet1", "填报说明", "A&B", "It's", "台账（2026）", "<附表>", "😀", "2026Q3", "a b");

    /** More rows than a reader holds of a long sheet. */
    private static final int LONG = 20_000;

    private final Random random;
    private final Writer writer;
    private final CellPlanner cells;

    private WorkbookPlanner(Random random, Writer writer) {
        this.random = random;
        this.writer = writer;
        this.cells = new CellPlanner(random, writer);
    }

    static PlannedWorkbook plan(Random random) {
        WorkbookPlanner planner = new WorkbookPlanner(random, Writer.draw(random));
        List<PlannedSheet> sheets = planner.sheets();
        boolean date1904 = !planner.writer.easy() && planner.writer != Writer.SXSSF && planner.chance(6);
        return new PlannedWorkbook(planner.writer, sheets, date1904);
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private List<PlannedSheet> sheets() {
        List<String> names = new ArrayList<>(NAMES);
        List<PlannedSheet> sheets = new ArrayList<>();
        boolean charts = writer == Writer.XML || writer == Writer.HSSF;
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            // One sheet at least is visible, or Excel does not open the workbook.
            PlannedSheet sheet = sheet(names.remove(random.nextInt(names.size())), i > 0);
            sheet.chart = i > 0 && charts && chance(12);
            if (sheet.chart) {
                sheet.rows.clear();
                sheet.merged.clear();
            }
            sheet.macros = i > 0 && !sheet.chart && writer == Writer.HSSF && chance(12);
            sheets.add(sheet);
        }
        if (count > 1 && chance(3)) {
            sheets.add(sheets.remove(0));
        }
        if ((writer == Writer.XML || writer == Writer.SXSSF) && chance(300)) {
            sheets.add(longSheet());
        }
        return sheets;
    }

    private PlannedSheet longSheet() {
        PlannedSheet sheet = new PlannedSheet("长台账", Visibility.VISIBLE);
        int rows = LONG - 2 + random.nextInt(60);
        for (int row = 0; row < rows; row++) {
            sheet.put(PlannedCell.text(row, 0, "第" + row % 50));
            if (row > LONG - 5 || row % 97 == 0) {
                sheet.put(cells.cell(row, 1));
            }
        }
        return sheet;
    }

    private PlannedSheet sheet(String name, boolean mayHide) {
        boolean hide = mayHide && !writer.easy() && chance(4);
        Visibility visibility = !hide ? Visibility.VISIBLE : chance(2) ? Visibility.HIDDEN : Visibility.VERY_HIDDEN;
        PlannedSheet sheet = new PlannedSheet(name, visibility);
        if (chance(12)) {
            return sheet;
        }
        fill(sheet);
        if (!writer.easy()) {
            for (int i = random.nextInt(3); i > 0; i--) {
                merge(sheet);
            }
            hide(sheet);
        }
        return sheet;
    }

    private void fill(PlannedSheet sheet) {
        int top = writer.easy() || !chance(8) ? random.nextInt(2) : random.nextInt(3_000);
        int left = writer.easy() || !chance(12) ? 0 : random.nextInt(writer.old() ? 230 : 1_000);
        int rows = 1 + random.nextInt(14);
        int columns = 1 + random.nextInt(8);
        int filled = 2 + random.nextInt(8);
        for (int row = top; row < top + rows; row++) {
            if (!chance(6)) {
                for (int column = left; column < left + columns; column++) {
                    if (random.nextInt(10) < filled) {
                        sheet.put(cells.cell(row, column));
                    }
                }
            }
        }
    }

    /** A range over what stands there, so that values lie under it; no formula that fills a range is cut by it. */
    private void merge(PlannedSheet sheet) {
        List<PlannedCell> planned = sheet.cells();
        if (planned.isEmpty()) {
            return;
        }
        PlannedCell anchor = planned.get(random.nextInt(planned.size()));
        int down = random.nextInt(3);
        Area area = new Area(
                anchor.row(),
                anchor.column(),
                anchor.row() + down,
                anchor.column() + random.nextInt(3) + (down == 0 ? 1 : 0));
        boolean free = sheet.merged.stream().noneMatch(area::meets);
        boolean arrays = planned.stream()
                .anyMatch(cell ->
                        cell.origin() == Origin.ARRAY && (area.covers(cell.row(), cell.column()) || cell == anchor));
        if (free && !arrays && area.right() < (writer.old() ? 256 : 16_384)) {
            sheet.merged.add(area);
        }
    }

    private void hide(PlannedSheet sheet) {
        for (PlannedCell cell : sheet.cells()) {
            switch (random.nextInt(60)) {
                case 0 -> sheet.hiddenRows.set(cell.row());
                case 1 -> sheet.flatRows.set(cell.row());
                case 2 -> sheet.hiddenColumns.set(cell.column());
                case 3 -> sheet.narrowColumns.set(cell.column());
                default -> {}
            }
        }
        if (chance(15) && !sheet.cells().isEmpty()) {
            // All columns behind the last one, as people do who want no more than a form to be seen.
            int last =
                    sheet.cells().stream().mapToInt(PlannedCell::column).max().orElse(0);
            sheet.hiddenColumns.set(last + 2, writer == Writer.XML ? 16_384 : last + 12);
        }
        sheet.flatRows.andNot(sheet.hiddenRows);
        sheet.narrowColumns.andNot(sheet.hiddenColumns);
    }
}
