package org.jibao.desk;

import java.util.List;
import java.util.stream.IntStream;
import org.jibao.draft.DraftOutcome;
import org.jibao.draft.DraftSheet;
import org.jibao.draft.Remark;

/**
 * A job folder that this desk has drafted, and what was recognised.
 *
 * @param name of the folder
 */
record DraftedJob(String name, DraftOutcome outcome) {

    /** More remarks are counted, not shown. */
    private static final int MOST_REMARKS = 500;

    boolean made() {
        return outcome.folder().isPresent();
    }

    /** Those that want attention first. */
    List<Remark> remarks() {
        return outcome.remarks().stream()
                .sorted((one, other) -> other.kind().compareTo(one.kind()))
                .limit(MOST_REMARKS)
                .toList();
    }

    int more() {
        return Math.max(0, outcome.remarks().size() - MOST_REMARKS);
    }

    /** The anchor of the cell of which a remark speaks; empty where the page does not show it. */
    String anchor(Remark remark) {
        List<DraftSheet> sheets = outcome.sheets();
        for (int place = 0; place < sheets.size(); place++) {
            if (sheets.get(place).name().equals(remark.sheet())) {
                return remark.cell().isEmpty() || !shows(sheets.get(place), remark.cell())
                        ? "sheet-" + place
                        : anchor(place, remark.cell());
            }
        }
        return "";
    }

    static String anchor(int sheet, String cell) {
        return "sheet-" + sheet + "-" + cell;
    }

    private static boolean shows(DraftSheet sheet, String cell) {
        return sheet.rows().stream().flatMap(row -> row.cells().stream()).anyMatch(one -> one.address()
                .equals(cell));
    }

    /** Letters over the columns of a sheet. */
    static List<String> letters(DraftSheet sheet) {
        return IntStream.range(0, sheet.columns()).mapToObj(ReturnGrid::column).toList();
    }
}
