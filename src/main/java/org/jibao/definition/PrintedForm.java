package org.jibao.definition;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/** A form as an authority prescribes it for print: its texts, its merged cells, and the places that figures fill. */
public record PrintedForm(String id, Text title, Drawing zh, Drawing en) {

    public Drawing in(Language language) {
        return language == Language.ZH ? zh : en;
    }

    /** The form in one language, its cells row by row. */
    public record Drawing(int rows, int columns, List<Cell> cells) {

        public Drawing {
            cells = List.copyOf(cells);
        }

        /** The places that figures fill. */
        public Set<String> places() {
            Set<String> places = new TreeSet<>();
            cells.forEach(cell -> {
                if (cell.place() != null) {
                    places.add(cell.place());
                }
            });
            return places;
        }
    }

    /**
     * A rectangle of the drawing.
     *
     * @param row, column of its upper left corner, from 0
     * @param down, across how many rows and columns it covers
     * @param text what stands in it, or empty
     * @param place whose figure fills it, or null
     */
    public record Cell(
            int row,
            int column,
            int down,
            int across,
            String text,
            @Nullable String place) {}
}
