package org.jibao.inspect;

import java.time.Instant;
import java.util.List;
import org.jibao.finding.Place;
import org.jibao.finding.Severity;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/**
 * One submission as its unit filled it.
 *
 * @param unit the unit's code; null where the file names none
 * @param unitName likewise
 * @param period likewise, its code
 * @param revision null where it is none, such as of a rejected file
 * @param asFilled whether the sheets are those of the file; otherwise they are made of what the store holds
 * @param notices what a reader must know: why it is not the file, what is left out
 */
public record ReturnView(
        long submission,
        @Nullable String unit,
        @Nullable String unitName,
        @Nullable String period,
        @Nullable Long revision,
        String file,
        String sha256,
        Instant receivedAt,
        String verdict,
        String standing,
        boolean asFilled,
        List<Text> notices,
        List<SheetView> sheets,
        List<FindingView> findings) {

    public ReturnView {
        notices = List.copyOf(notices);
        sheets = List.copyOf(sheets);
        findings = List.copyOf(findings);
    }

    /** What a cell is to the reader of the return. */
    public enum Role {
        /** A label, a title or anything else that is no content. */
        LABEL,
        /** A figure of a grid. */
        FIGURE,
        /** A part of an entry of a register. */
        ENTRY
    }

    /**
     * One sheet; rows and columns are 0-based.
     *
     * @param cells that show something, row by row
     * @param withheld whether no cells are given, as it is not known whether they are sensitive
     * @param cutRows rows with cells below those that are given
     * @param cutColumns columns with cells right of those that are given
     */
    public record SheetView(
            String name,
            boolean hidden,
            List<MergedBlock> merged,
            List<CellView> cells,
            boolean withheld,
            int cutRows,
            int cutColumns) {

        public SheetView {
            merged = List.copyOf(merged);
            cells = List.copyOf(cells);
        }
    }

    /** Cells that are one; the first and last row and column, 0-based. */
    public record MergedBlock(int top, int left, int bottom, int right) {}

    /**
     * One cell.
     *
     * @param address such as {@code D14}
     * @param text as a person sees it; a date in ISO form
     * @param previous what the counted return of the period before has in its place; null where there is none
     * @param findings the numbers of those that name the cell, of {@link FindingView#number}
     */
    public record CellView(
            int row,
            int column,
            String address,
            String text,
            Role role,
            @Nullable String previous,
            List<Long> findings) {

        public CellView {
            findings = List.copyOf(findings);
        }
    }

    /**
     * One finding of the submission.
     *
     * @param answered whether a unit or an officer has explained it
     * @param left the file's own cells on the left side of a broken rule; empty where there is none
     * @param right those on the right
     */
    public record FindingView(
            long number,
            String code,
            Severity severity,
            boolean answered,
            Place place,
            Text message,
            Text cure,
            List<Place> left,
            List<Place> right) {

        public FindingView {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }
}
