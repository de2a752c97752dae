package org.jibao.reading.content;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jibao.definition.Field;
import org.jibao.definition.RegisterForm;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.reading.content.Entries.Entry;
import org.jibao.reading.layout.FormPlace;
import org.jibao.reading.layout.HeaderFinder.Header;
import org.jibao.reading.layout.LabelFindings;
import org.jibao.reading.layout.Neighbours;
import org.jibao.reading.layout.Statements;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.CellRow;
import org.jibao.reading.workbook.FindingList;
import org.jibao.reading.workbook.LabelText;
import org.jibao.reading.workbook.SheetCells;
import org.jspecify.annotations.Nullable;

/** Reads a register: one entry a row, to the end of the sheet, over blank rows, without totals and remarks. */
final class RegisterReader {

    private static final Pattern TOTAL = Pattern.compile("(?:合计|总计|小计|累计|共计|总数)(?:数|条数|件数)?");
    private static final Pattern REMARK = Pattern.compile(
            "^\\s*[（(【\\[]?(?:备?注|说明|填表说明|填报说明|填报人|填表人|审核人|负责人|单位负责人)\\s*[】\\]）)]?\\s*[:：\\d].*", Pattern.DOTALL);

    private static final Pattern SIGNED = Pattern.compile("[:：]|^\\s*[\\d\\p{P}]*\\s*$");

    private final RegisterForm register;
    private final FormPlace place;
    private final Header header;
    private final FieldReader fields;
    private final LabelFindings labels;
    private final Statements statements;
    private final RegisterRows rows;
    private final RegisterReach reach;
    private Set<Integer> ofOthers = Set.of();
    private @Nullable Neighbours neighbours;

    /** The column of each field in the sheet, or -1. */
    private final int[] columns;

    /** The cells of the row that is being read. */
    private final @Nullable Cell[] byColumn;

    /** The same, by field. */
    private final @Nullable Cell[] cells;

    private int filled;
    private boolean begun;

    RegisterReader(
            FormPlace place,
            Header header,
            FieldReader.Context context,
            List<FieldValues> values,
            FindingList findings) {
        this.register = (RegisterForm) place.form().form();
        this.place = place;
        this.header = header;
        this.statements = context.statements();
        this.fields = new FieldReader(register.id(), place.sheet().name(), context, values, findings);
        this.rows = new RegisterRows(register, place.sheet().name(), findings);
        this.reach = new RegisterReach(register, place.sheet().name(), findings);
        this.labels = new LabelFindings(place.form(), place.sheet(), findings);
        this.cells = new Cell[register.fields().size()];
        this.columns = IntStream.range(0, cells.length).map(header::column).toArray();
        this.byColumn = new Cell[IntStream.of(columns).max().orElse(-1) + 1];
    }

    /** Reads the rows that are held. */
    void read(int lastRow, Neighbours neighbours, Consumer<Entry> taker) {
        labels.check(place.form().across(), header.choices(), "column");
        statements.columns(position -> List.of(register.fields().get(position).type()), neighbours.above());
        ofOthers = neighbours.rows();
        this.neighbours = neighbours;
        SheetCells sheet = place.sheet();
        for (int i = sheet.position(header.bottom() + 1); i < sheet.rows().size(); i++) {
            CellRow row = sheet.rows().get(i);
            if (row.index() > lastRow) {
                break;
            }
            read(row, taker);
        }
    }

    /** Only the first row below the header, and only where every column of the register has a code. */
    private boolean isCodes(CellRow row) {
        boolean first = !begun;
        begun = true;
        return first
                && filled == IntStream.of(columns).filter(column -> column >= 0).count()
                && reach.isCodes(row.cells());
    }

    private boolean isBeside(CellRow row) {
        return neighbours != null && neighbours.isBeside(row);
    }

    void read(CellRow row, Consumer<Entry> taker) {
        boolean another = ofOthers.contains(row.index());
        if (fill(row) == 0) {
            if (!another && !isRemark(row) && !isBeside(row)) {
                rows.unread(row);
            }
        } else if (reach.isBelow(row, cells) || isCodes(row)) {
            return;
        } else if (isEntry(row) && !(another && lacksRequired()) && !reach.isSkipped(row, cells)) {
            rows.entry(row);
            taker.accept(entry(row));
        }
    }

    /** Called after the last row: says which rows were not read, and which nobody sees. */
    void finish() {
        rows.finish();
        reach.finish(rows.entries());
    }

    /** One cell alone, such as a serial number, or signatures below the table. */
    private static boolean isRemark(CellRow row) {
        boolean signed = row.cells().stream()
                .allMatch(cell -> cell.kind() != Cell.Kind.TEXT
                        || SIGNED.matcher(cell.text()).find());
        return row.cells().size() < 2
                || signed
                || REMARK.matcher(row.cells().get(0).text()).matches();
    }

    /** Finds each field's cell once; gives the number of those that hold anything. */
    private int fill(CellRow row) {
        Arrays.fill(byColumn, null);
        for (Cell cell : row.cells()) {
            if (cell.column() < byColumn.length) {
                byColumn[cell.column()] = cell;
            }
        }
        filled = 0;
        for (int position = 0; position < cells.length; position++) {
            cells[position] = columns[position] < 0 ? null : byColumn[columns[position]];
            filled += cells[position] == null ? 0 : 1;
        }
        return filled;
    }

    /** Anything in one of the form's columns, be it in the wrong one; a serial number in another column is nothing. */
    private boolean isEntry(CellRow row) {
        String first = row.cells().get(0).text();
        boolean total =
                lacksRequired() && TOTAL.matcher(LabelText.normalise(first)).matches();
        boolean remark =
                filled == 1 && row.cells().size() <= 2 && REMARK.matcher(first).matches();
        return !total && !remark && !repeatsHeader();
    }

    private boolean lacksRequired() {
        for (int position = 0; position < cells.length; position++) {
            if (cells[position] == null && register.fields().get(position).required()) {
                return true;
            }
        }
        return false;
    }

    /** Long tables repeat their header for the printer. */
    private boolean repeatsHeader() {
        for (int position = 0; position < cells.length; position++) {
            Cell own = cells[position];
            Cell label = header.choices().get(position).cell();
            if (label != null && (own == null || !sameWords(own, label))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameWords(Cell one, Cell other) {
        // What is much longer than a label is none, and costs no look at its letters.
        return one.text().equals(other.text())
                || one.text().length() <= 3 * other.text().length() + 6
                        && LabelText.normalise(one.text()).equals(LabelText.normalise(other.text()));
    }

    private Entry entry(CellRow row) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int position = 0; position < cells.length; position++) {
            Field field = register.fields().get(position);
            int column = header.column(position);
            if (column >= 0) {
                Object value = fields.read(field, position, cells[position], row.index(), column);
                if (value != null && field.unique()) {
                    fields.checkRepeated(field, value, cells[position] == null ? null : cells[position].text());
                }
                if (value != null && !field.sensitive()) {
                    values.put(field.id(), value);
                }
            }
        }
        return new Entry(register.id(), place.sheet().name(), row.index() + 1, values);
    }

    /** Counts the rows below a register's header: entries, rows in none of its columns, and entries that nobody sees. */
    static final class RegisterRows {

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

        void entry(CellRow row) {
            entries++;
            if (row.hidden()) {
                hidden++;
                firstHidden = firstHidden == null ? row.cells().get(0) : firstHidden;
            }
        }

        long entries() {
            return entries;
        }

        /** A row with cells, none of them in a column of the register. */
        void unread(CellRow row) {
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
}
