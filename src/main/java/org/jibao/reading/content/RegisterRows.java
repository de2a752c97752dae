package org.jibao.reading.content;

import org.jibao.definition.RegisterForm;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.FindingList;
import org.jibao.reading.workbook.Row;
import org.jspecify.annotations.Nullable;

/** Counts the rows below a register's header: entries, rows in none of its columns, and entries that nobody sees. */
final class RegisterRows {

    private final RegisterForm register;
    private final String sheet;
    private final FindingList findings;
    private long entries;
    private long unread;
    private long hidden;
    private @Nullable Cell firstUnread;
    private @Nullable Cell firstHidden;

    RegisterRows(RegisterForm register, String sheet, FindingList findings) {
        this.register = register;
        this.sheet = sheet;
        this.findings = findings;
    }

    void entry(Row row) {
        entries++;
        if (row.hidden()) {
            hidden++;
            firstHidden = firstHidden == null ? row.cells().get(0) : firstHidden;
        }
    }

    /** A row with cells, none of them in a column of the register. */
    void unread(Row row) {
        unread++;
        firstUnread = firstUnread == null ? row.cells().get(0) : firstUnread;
    }

    /** A register from which nothing was read though something stands there is a return that would count as empty. */
    void finish() {
        if (firstUnread != null) {
            FindingCode code = entries == 0 ? FindingCode.REGISTER_NOT_READ : FindingCode.REGISTER_ROWS_UNREAD;
            add(code, unread, firstUnread);
        }
        if (firstHidden != null) {
            add(FindingCode.REGISTER_ROWS_HIDDEN, hidden, firstHidden);
        }
    }

    private void add(FindingCode code, long rows, Cell first) {
        Place place = Place.cell(sheet, first.address());
        findings.add(Finding.of(
                code, place, register.id() + "/rows", null, String.valueOf(rows), String.valueOf(first.row() + 1)));
    }
}
