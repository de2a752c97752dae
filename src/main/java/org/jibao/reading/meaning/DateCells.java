package org.jibao.reading.meaning;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jibao.calendar.PlainText;
import org.jibao.definition.CellType;
import org.jibao.definition.Written;
import org.jibao.finding.FindingCode;
import org.jibao.reading.workbook.Cell;
import org.jspecify.annotations.Nullable;

/** Reads the cells of dates: those that Excel knows as dates, and those that are typed as text. */
final class DateCells {

    /** In which a day is taken of a time that names another. */
    private final ZoneId zone;

    DateCells(ZoneId zone) {
        this.zone = zone;
    }

    CellValue read(Cell cell, CellType type) {
        String raw = cell.text().strip();
        LocalDate own = cell.date();
        if (own != null) {
            return DateText.isDate(own)
                    ? CellValue.date(own, cell.text(), null, null)
                    : CellValue.invalid(FindingCode.CELL_INVALID, raw);
        }
        LocalDate date = cell.kind() == Cell.Kind.SHARE ? null : DateText.read(raw, zone);
        if (date != null) {
            return CellValue.date(
                    date, raw, CellSemantics.noteOf(raw, FindingCode.CELL_TEXT_DATE), CellSemantics.invisible(raw));
        }
        CellValue western =
                cell.kind() == Cell.Kind.TEXT ? western(raw, type.written().dates()) : null;
        if (western != null) {
            return western;
        }
        return CellSemantics.NOT_APPLICABLE.contains(CellSemantics.plain(raw))
                ? CellValue.notApplicable(raw)
                : CellSemantics.notUsable(raw);
    }

    /** With the year last. In figures it is read if the form says the order, or if only one order gives a day. */
    private static @Nullable CellValue western(String raw, Written.@Nullable DateOrder order) {
        List<LocalDate> days = List.copyOf(WesternDate.readings(raw, order));
        if (days.isEmpty()) {
            return null;
        }
        if (days.size() > 1) {
            return CellValue.invalid(FindingCode.CELL_DATE_ORDER, raw, days.get(0) + " " + days.get(1));
        }
        FindingCode note = order == null ? FindingCode.CELL_TEXT_DATE : null;
        boolean plain = PlainText.invisibleIn(raw) < 0;
        return CellValue.date(
                days.get(0), raw, plain ? note : FindingCode.CELL_INVISIBLE, CellSemantics.invisible(raw));
    }
}
