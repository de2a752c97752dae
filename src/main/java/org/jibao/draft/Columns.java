package org.jibao.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jibao.draft.Heads.Head;
import org.jibao.draft.Spot.Holds;
import org.jibao.draft.Tables.Table;
import org.jibao.reading.book.SourceBook.Block;

/** What each column of a table is for. */
final class Columns {

    private static final String NEVER = "/|-|—|–|－|×|x|X|※|*|n/a|N/A|NA|不适用|——|\\";

    private static final int FEWEST = 3;

    private final SheetView view;
    private final Heads heads;
    private final Table table;
    private final List<Column> columns = new ArrayList<>();

    /** What a column is for. */
    enum Role {
        LABEL,
        SERIAL,
        MEASURE,
        VALUE,
        REMARKS,
        SPACE
    }

    /** @param path the labels over it, the outermost first */
    record Column(int index, Role role, List<Spot> path) {

        String words() {
            return path.isEmpty() ? "" : path.get(path.size() - 1).shown();
        }
    }

    Columns(SheetView view, Heads heads, Table table) {
        this.view = view;
        this.heads = heads;
        this.table = table;
        Head head = table.head();
        int labels = lastLabel();
        for (int index = head.left(); index <= head.right(); index++) {
            List<Spot> path = isCovered(head, index) ? List.of() : heads.path(head.top(), head.bottom(), index);
            columns.add(new Column(index, role(index, path, index <= labels), path));
        }
    }

    /** Under one label of several merged columns there is one cell a row. */
    private boolean isCovered(Head head, int index) {
        Block block = view.block(head.bottom(), index);
        return block != null && block.left() < index && block.left() >= head.left();
    }

    List<Column> all(Role role) {
        return columns.stream().filter(column -> column.role() == role).toList();
    }

    List<Column> all() {
        return columns;
    }

    int count(Role role) {
        return all(role).size();
    }

    /** A mark in a cell that takes nothing. */
    static boolean isNever(Spot spot) {
        return spot.words()
                && List.of(NEVER.split("\\|", -1)).contains(spot.text().strip());
    }

    private long words(int column) {
        return table.content().stream()
                .map(row -> view.origin(row, column))
                .filter(spot -> view.isLabel(spot) && !isNever(spot))
                .count();
    }

    private long figures(int column) {
        return table.content().stream()
                .map(row -> view.at(row, column))
                .filter(spot -> spot.figure() && !spot.year() || spot.holds() == Holds.DATE)
                .count();
    }

    /** The rightmost of the columns on the left in which most rows have words and none has a figure. */
    private int lastLabel() {
        int last = table.head().left() - 1;
        for (int column = table.head().left(); column <= table.head().right(); column++) {
            if (isSerial(column) || isMeasure(column)) {
                continue;
            }
            long words = words(column);
            if (figures(column) > 0
                    || words == 0 && !view.origin(table.head().bottom(), column).blank()) {
                break;
            }
            if (words * 2 >= table.content().size() && words > 0) {
                last = column;
            }
        }
        return last;
    }

    private Role role(int index, List<Spot> path, boolean label) {
        if (isSerial(index)) {
            return Role.SERIAL;
        }
        if (isMeasure(index)) {
            return Role.MEASURE;
        }
        if (label) {
            return Role.LABEL;
        }
        if (path.isEmpty()) {
            return Role.SPACE;
        }
        return Vocabulary.REMARKS.is(path.get(path.size() - 1).shown()) && figures(index) == 0
                ? Role.REMARKS
                : Role.VALUE;
    }

    /** Numbers that count the rows, or codes of them. */
    private boolean isSerial(int column) {
        String words = view.origin(table.head().bottom(), column).shown();
        List<Spot> cells = table.content().stream()
                .map(row -> view.at(row, column))
                .filter(spot -> !spot.blank())
                .toList();
        boolean numbers = !cells.isEmpty()
                && cells.stream()
                        .allMatch(spot -> spot.text().matches("[\\dA-Za-z.()（）-]{1,8}")
                                || spot.text().matches("[一二三四五六七八九十]{1,3}"));
        if (Vocabulary.SERIAL.is(words)) {
            return numbers
                    || cells.isEmpty()
                            && !table.content().isEmpty()
                            && column == table.head().left();
        }
        return words.isEmpty()
                && cells.size() > 1
                && cells.stream().allMatch(spot -> spot.text().matches("\\d{1,3}(?:\\.0)?"))
                && cells.get(0).text().startsWith("1")
                && column == table.head().left();
    }

    private boolean isMeasure(int column) {
        List<Spot> cells = table.content().stream()
                .map(row -> view.origin(row, column))
                .filter(spot -> !spot.blank())
                .toList();
        return !cells.isEmpty()
                && column > table.head().left()
                && cells.stream().allMatch(spot -> spot.words() && Kinds.known(spot.shown()) != null);
    }

    /** Whether entries stand in the rows: words or dates where a grid has figures. */
    boolean textual() {
        long values = count(Role.VALUE);
        long textual = all(Role.VALUE).stream().filter(this::isTextual).count();
        boolean dates = all(Role.VALUE).stream().anyMatch(this::hasDates);
        return values > 0 && (textual * 2 > values || dates || textual > 0 && count(Role.LABEL) > 1);
    }

    private boolean isTextual(Column column) {
        return words(column.index()) * 3 >= table.content().size();
    }

    private boolean hasDates(Column column) {
        return table.content().stream()
                .anyMatch(row -> view.at(row, column.index()).holds() == Holds.DATE);
    }

    /** Whether many rows have the same words in front: then they are entries. */
    boolean repeats() {
        List<Column> labels = all(Role.LABEL);
        List<String> fronts = table.content().stream()
                .map(row -> labels.stream()
                        .map(column -> view.origin(row, column.index()).shown())
                        .toList()
                        .toString())
                .toList();
        return fronts.size() > FEWEST && fronts.stream().distinct().count() * 2 < fronts.size();
    }

    /** Whether the rows are units. */
    boolean hasUnits() {
        return all(Role.LABEL).stream().anyMatch(column -> isUnits(column.words()))
                || count(Role.LABEL) == 0 && all(Role.VALUE).stream().anyMatch(column -> isUnits(column.words()));
    }

    static boolean isUnits(String words) {
        return Vocabulary.UNIT_NAME.is(words);
    }

    /** Whether there is room for more rows than have labels. */
    boolean mostlyFree() {
        long free = IntStream.rangeClosed(table.head().first(), table.last())
                .filter(row -> !table.content().contains(row))
                .count();
        return free > Math.max(2, table.content().size());
    }

    /**
     * Whether a table of words alone is to be filled in: there is room below, or a protected sheet lets people
     * into its cells.
     */
    boolean open() {
        boolean room = table.last() > table.content().get(table.content().size() - 1);
        boolean let = view.isProtected()
                && table.content().stream().anyMatch(row -> columns.stream()
                        .map(column -> view.at(row, column.index()))
                        .anyMatch(spot -> !spot.locked()));
        boolean listed = columns.stream()
                .map(column -> view.at(table.head().first(), column.index()))
                .anyMatch(spot -> view.rule(spot.row(), spot.column())
                        .filter(rule -> rule.kind().equals("list"))
                        .isPresent());
        return room || let || listed;
    }

    /**
     * Tables beside each other: each begins with a column of words behind a gap, or under the same words as the
     * first.
     */
    static List<Head> parts(SheetView view, Heads heads, Head head, int last) {
        List<Head> parts = new ArrayList<>();
        String first = Vocabulary.plain(view.origin(head.bottom(), head.left()).shown());
        int from = head.left();
        boolean behindGap = false;
        for (int column = head.left() + 1; column <= head.right(); column++) {
            boolean gap = heads.path(head.top(), head.bottom(), column).isEmpty() && nothing(view, head, last, column);
            String words = Vocabulary.plain(view.origin(head.bottom(), column).shown());
            boolean again = !first.isEmpty() && words.equals(first) && !view.covered(head.bottom(), column);
            if (!gap && column > from + 1 && (again || behindGap && words(view, head, last, column))) {
                parts.add(head.between(from, column - 1));
                from = column;
            }
            behindGap = gap;
        }
        parts.add(head.between(from, head.right()));
        return parts;
    }

    private static boolean nothing(SheetView view, Head head, int last, int column) {
        return IntStream.rangeClosed(head.top(), last)
                .mapToObj(row -> view.at(row, column))
                .allMatch(spot -> spot.blank() && !spot.edged());
    }

    private static boolean words(SheetView view, Head head, int last, int column) {
        long content = IntStream.rangeClosed(head.first(), last)
                .filter(row -> !view.empty(row))
                .count();
        long words = IntStream.rangeClosed(head.first(), last)
                .mapToObj(row -> view.origin(row, column))
                .filter(spot -> spot.words() && !isNever(spot) && Kinds.known(spot.shown()) == null)
                .count();
        return words * 2 >= content && words > 1;
    }
}
