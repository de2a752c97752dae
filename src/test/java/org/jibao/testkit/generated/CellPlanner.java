package org.jibao.testkit.generated;

import java.util.List;
import java.util.Random;
import org.jibao.testkit.generated.PlannedCell.Origin;
import org.jibao.testkit.generated.PlannedCell.Setting;
import org.jibao.testkit.generated.PlannedCell.What;
import org.jibao.testkit.generated.PlannedWorkbook.Writer;

/** Draws what is to be written into a cell, within what the writer can write. */
final class CellPlanner {

    private static final List<String> ERRORS =
            List.of("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A");
    private static final Setting[] OF_CELLS = {Setting.STRUCK_CELL, Setting.RAISED_CELL, Setting.LOWERED_CELL};

    private final Random random;
    private final Writer writer;
    private final boolean isoDates;

    CellPlanner(Random random, Writer writer) {
        this.random = random;
        this.writer = writer;
        this.isoDates = writer == Writer.XML && chance(6);
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    PlannedCell cell(int row, int column) {
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
}
