package org.jibao.testkit.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jibao.testkit.generated.PlannedCell.Origin;
import org.jibao.testkit.generated.PlannedCell.Setting;
import org.jibao.testkit.generated.PlannedCell.What;
import org.jibao.testkit.generated.PlannedSheet.Area;
import org.jibao.testkit.generated.PlannedSheet.Visibility;
import org.jibao.testkit.generated.PlannedWorkbook.Writer;

/** Draws what is to be written, within what the writer can write. */
final class WorkbookPlanner {

    private static final List<String> NAMES =
            List.of("表一", "表二 主动公开", "Sheet1", "填报说明", "A&B", "It's", "台账（2026）", "<附表>", "😀", "2026Q3", "a b");
    private static final List<String> ERRORS =
            List.of("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A");
    private static final Setting[] OF_CELLS = {Setting.STRUCK_CELL, Setting.RAISED_CELL, Setting.LOWERED_CELL};

    /** More rows than a reader holds of a long sheet. */
    private static final int LONG = 20_000;

    private final Random random;
    private final Writer writer;
    private final boolean isoDates;

    private WorkbookPlanner(Random random, Writer writer) {
        this.random = random;
        this.writer = writer;
        this.isoDates = writer == Writer.XML && chance(6);
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
                sheet.put(cell(row, 1));
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
                        sheet.put(cell(row, column));
                    }
                }
            }
        }
    }

    private PlannedCell cell(int row, int column) {
        Origin origin = origin();
        boolean comment = !writer.easy() && chance(25);
        int dice = random.nextInt(20);
        if (origin == Origin.NOT_CALCULATED) {
            return new PlannedCell(
                    row, column, What.NOTHING, "", PlannedFormat.GENERAL, Setting.PLAIN, origin, comment);
        }
        if (dice < 8) {
            return text(row, column, origin, comment);
        }
        if (dice < 13) {
            return number(row, column, origin, comment);
        }
        if (dice < 16) {
            return day(row, column, origin, comment);
        }
        return rare(row, column, origin, comment);
    }

    private Origin origin() {
        if (writer.easy() || !chance(6)) {
            return Origin.TYPED;
        }
        boolean arrays = writer != Writer.SXSSF;
        return switch (random.nextInt(6)) {
            case 0 -> arrays ? Origin.ARRAY : Origin.CALCULATED;
            // A library that streams writes 0 for what nobody has calculated; nothing in the file says so.
            case 1, 2 -> writer == Writer.SXSSF ? Origin.CALCULATED : Origin.NOT_CALCULATED;
            case 3 -> writer == Writer.XML ? Origin.SHARED : Origin.CALCULATED;
            default -> Origin.CALCULATED;
        };
    }

    private PlannedCell text(int row, int column, Origin origin, boolean comment) {
        boolean runs =
                origin == Origin.TYPED && (writer == Writer.XML || writer == Writer.HSSF || writer == Writer.XSSF);
        if (runs && chance(6)) {
            Setting[] all = Setting.values();
            int first = Setting.STRUCK_RUN.ordinal();
            int last = writer == Writer.XML ? all.length : all.length - 1;
            Setting setting = all[first + random.nextInt(last - first)];
            String text = TextPool.drawForRuns(random);
            return new PlannedCell(row, column, What.TEXT, text, PlannedFormat.GENERAL, setting, origin, comment);
        }
        boolean controls = writer == Writer.XML || writer == Writer.HSSF;
        String drawn = controls ? TextPool.drawWithControls(random) : TextPool.draw(random);
        // A library that streams leaves an empty result out, as if nobody had calculated it.
        String text = drawn.isEmpty() && origin.formula() && writer == Writer.SXSSF ? "合计" : drawn;
        PlannedFormat format =
                writer.easy() || !chance(6) ? PlannedFormat.GENERAL : PlannedFormat.ofDate(random, china());
        return new PlannedCell(row, column, What.TEXT, text, format, ofCell(), origin, comment);
    }

    private Setting ofCell() {
        return writer.easy() || !chance(20) ? Setting.PLAIN : OF_CELLS[random.nextInt(OF_CELLS.length)];
    }

    /** Libraries give a code with each number; the old format and our XML need none for a built-in one. */
    private boolean china() {
        return writer == Writer.XML || writer == Writer.HSSF;
    }

    private PlannedCell number(int row, int column, Origin origin, boolean comment) {
        String digits = writer == Writer.XML ? NumberPool.drawWritten(random) : NumberPool.draw(random);
        PlannedFormat format = writer.easy() ? PlannedFormat.GENERAL : PlannedFormat.ofNumber(random);
        return new PlannedCell(row, column, What.NUMBER, calculated(digits, origin), format, ofCell(), origin, comment);
    }

    /** POI notes 0 for what it has not calculated, so that a calculated 0 cannot be told from it. */
    private String calculated(String digits, Origin origin) {
        boolean likeNone = origin.formula() && writer.old() && Double.parseDouble(digits) == 0;
        return likeNone ? "7" : digits;
    }

    private PlannedCell day(int row, int column, Origin origin, boolean comment) {
        PlannedFormat format = PlannedFormat.ofDate(random, china());
        return new PlannedCell(
                row,
                column,
                What.NUMBER,
                calculated(NumberPool.drawDay(random), origin),
                format,
                ofCell(),
                origin,
                comment);
    }

    private PlannedCell rare(int row, int column, Origin origin, boolean comment) {
        What what =
                switch (random.nextInt(6)) {
                    case 0, 1 -> What.BOOLEAN;
                    case 2 -> writer.easy() ? What.BOOLEAN : What.ERROR;
                    case 3 ->
                        isoDates
                                ? What.ISO_DATE
                                : writer == Writer.HSSF && !origin.formula() ? What.NOT_A_NUMBER : What.BOOLEAN;
                    default -> What.NOTHING;
                };
        String written =
                switch (what) {
                    case BOOLEAN -> chance(2) ? "TRUE" : "FALSE";
                    case ERROR -> ERRORS.get(random.nextInt(ERRORS.size()));
                    case ISO_DATE ->
                        "2026-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10) + (chance(2) ? "" : "T09:30:00");
                    default -> "";
                };
        PlannedFormat format =
                what == What.NOTHING && !writer.easy() ? PlannedFormat.ofNumber(random) : PlannedFormat.GENERAL;
        boolean formula = what != What.NOTHING;
        return new PlannedCell(
                row, column, what, written, format, Setting.PLAIN, formula ? origin : Origin.TYPED, comment);
    }

    /** A range over what stands there, so that values lie under it; no formula that fills a range is cut by it. */
    private void merge(PlannedSheet sheet) {
        List<PlannedCell> cells = sheet.cells();
        if (cells.isEmpty()) {
            return;
        }
        PlannedCell anchor = cells.get(random.nextInt(cells.size()));
        int down = random.nextInt(3);
        Area area = new Area(
                anchor.row(),
                anchor.column(),
                anchor.row() + down,
                anchor.column() + random.nextInt(3) + (down == 0 ? 1 : 0));
        boolean free = sheet.merged.stream().noneMatch(area::meets);
        boolean arrays = cells.stream()
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
