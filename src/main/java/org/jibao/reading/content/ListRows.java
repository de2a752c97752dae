package org.jibao.reading.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jibao.calendar.PlainText;
import org.jibao.definition.Field;
import org.jibao.definition.GridForm;
import org.jibao.definition.GridForm.Lines;
import org.jibao.finding.Place;
import org.jibao.inbox.InboxFile.ListLines.Line;
import org.jibao.reading.identity.Claims.CoverValue;
import org.jibao.reading.layout.FormPlace;
import org.jibao.reading.layout.HeaderFinder.Header;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.CellRow;
import org.jibao.reading.workbook.FindingList;
import org.jibao.reading.workbook.LabelText;
import org.jibao.reading.workbook.Remarks;
import org.jibao.reading.workbook.ShownNumber;
import org.jspecify.annotations.Nullable;

/** The lines of a list below its header: which rows they are, and what each says of its unit and period. */
public final class ListRows {

    private final GridForm list;
    private final Lines lines;
    private final FormPlace place;
    private final Header header;
    private final RegisterReach reach;
    private final String head;

    ListRows(FormPlace place, Header header) {
        this.list = (GridForm) place.form().form();
        this.lines = Objects.requireNonNull(list.lines());
        this.place = place;
        this.header = header;
        this.reach = new RegisterReach(list.asRegister(), place.sheet().name(), new FindingList());
        this.head = head();
    }

    /** Whether the sheet has the columns that say whose a line is, and for when. */
    boolean haveKeys() {
        return IntStream.range(0, lines.fields().size())
                .filter(position -> lines.isKey(lines.fields().get(position).id()))
                .allMatch(position -> header.column(position) >= 0);
    }

    /** All that are returns: subtotals and what is below the end are left out. */
    List<ListLine> read(int lastRow) {
        List<ListLine> read = new ArrayList<>();
        boolean first = true;
        for (CellRow row : place.sheet().rows()) {
            if (row.index() <= header.bottom() || row.index() > lastRow) {
                continue;
            }
            boolean codes = first && ColumnCodes.are(row.cells());
            first = false;
            @Nullable Cell[] cells = cells(row);
            if (codes || !holdsAnything(cells) || repeatsHeader(cells)) {
                continue;
            }
            if (!reach.isBelow(row, cells) && !reach.isSkipped(row, cells)) {
                read.add(line(row));
            }
        }
        return read;
    }

    /** One line, of which it is known that it is a return. */
    ListLine line(CellRow row) {
        Map<String, CoverValue> keys = new LinkedHashMap<>();
        boolean figures = false;
        boolean marked = false;
        @Nullable Cell[] cells = cells(row);
        for (int position = 0; position < cells.length; position++) {
            String id = lines.fields().get(position).id();
            Cell cell = cells[position];
            if (cell == null) {
                continue;
            }
            if (!lines.isKey(id)) {
                figures = true;
            } else if (cell.mark() != null) {
                marked = true;
            } else {
                keys.put(id, key(id, cell));
            }
        }
        Line of = new Line(list.id(), place.sheet().name(), header.bottom(), row.index());
        return new ListLine(list, of, keys, figures || marked, head + content(row));
    }

    private CoverValue key(String id, Cell cell) {
        // A month that is a date is meant as it is shown, and a code as it is shown, with its zeros in front.
        boolean month = id.equals(lines.period()) && cell.date() != null;
        String text = month
                ? Objects.requireNonNull(cell.date()).toString().substring(0, cell.format() == null ? 10 : 7)
                : PlainText.withoutInvisible(ShownNumber.of(cell)).strip();
        return new CoverValue(list.id(), id, text, Place.cell(place.sheet().name(), cell.address()));
    }

    private @Nullable Cell[] cells(CellRow row) {
        @Nullable Cell[] cells = new Cell[lines.fields().size()];
        for (int position = 0; position < cells.length; position++) {
            int column = header.column(position);
            Cell cell = column < 0 ? null : row.at(column);
            cells[position] = cell == null || LabelText.isBlank(cell.text()) ? null : cell;
        }
        return cells;
    }

    private static boolean holdsAnything(@Nullable Cell[] cells) {
        for (Cell cell : cells) {
            if (cell != null) {
                return true;
            }
        }
        return false;
    }

    /** Long tables repeat their header for the printer. */
    private boolean repeatsHeader(@Nullable Cell[] cells) {
        for (int position = 0; position < cells.length; position++) {
            Cell own = cells[position];
            Cell label = header.choices().get(position).cell();
            boolean same = own != null
                    && label != null
                    && LabelText.normalise(own.text()).equals(LabelText.normalise(label.text()));
            if (label != null && !same) {
                return false;
            }
        }
        return true;
    }

    /** The labels, and the titles that say units or times: with other ones the same figures mean something else. */
    private String head() {
        StringBuilder text = new StringBuilder();
        for (CellRow row : place.sheet().rows()) {
            if (row.index() > header.bottom()) {
                break;
            }
            for (Cell cell : row.cells()) {
                boolean states = cell.text().contains("单位")
                        || !Remarks.of(cell.text()).all().isEmpty();
                if (row.index() >= header.top() || states) {
                    append(text, cell);
                }
            }
        }
        return text.append('\n').toString();
    }

    private static String content(CellRow row) {
        StringBuilder text = new StringBuilder();
        row.cells().forEach(cell -> append(text, cell));
        return text.append(row.hidden() ? "hidden" : "").append('\n').toString();
    }

    private static void append(StringBuilder text, Cell cell) {
        text.append(cell.column()).append('\t').append(cell.kind()).append('\t').append(cell.text());
        text.append('\t').append(cell.number()).append('\t').append(cell.date()).append('\t');
        text.append(cell.format()).append('\t').append(cell.mark()).append('\n');
    }

    /**
     * One line of a list.
     *
     * @param keys what stands in its fields for unit and period, by field
     * @param filled whether it holds more than that
     * @param content of its cells and of the header above it, wherever the line stands
     */
    public record ListLine(GridForm list, Line line, Map<String, CoverValue> keys, boolean filled, String content) {

        public ListLine {
            keys = Map.copyOf(keys);
        }

        /** The first field for unit or period in which nothing stands, or null. */
        public @Nullable Field missing() {
            Lines lines = Objects.requireNonNull(list.lines());
            return lines.fields().stream()
                    .filter(field -> lines.isKey(field.id()) && !keys.containsKey(field.id()))
                    .findFirst()
                    .orElse(null);
        }

        /** The unit's cell as a person reads it; empty where there is none. */
        public String unit() {
            CoverValue unit = keys.get(Objects.requireNonNull(list.lines()).unit());
            return unit == null ? "" : unit.text();
        }
    }
}
