package org.jibao.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jibao.draft.Columns.Role;
import org.jibao.draft.Heads.Head;
import org.jibao.draft.Stacks.Stack;
import org.jspecify.annotations.Nullable;

/** Finds the tables of a sheet from top to bottom, and tells grids from registers. */
final class Tables {

    private static final int LONG_NOTE = 60;
    private static final int FEW = 3;

    private final SheetView view;
    private final Set<Integer> coverRows;
    private final boolean unitOnCover;
    private final Choices choices;
    private final Heads heads;
    private final Stacks stacks;
    private final List<DraftForm> forms = new ArrayList<>();
    private final List<Remark> remarks;

    /**
     * A table's rows and columns.
     *
     * @param last row of its body
     * @param content rows of its body in which something stands
     */
    record Table(Head head, int last, List<Integer> content) {}

    Tables(SheetView view, Set<Integer> coverRows, boolean unitOnCover, Choices choices, List<Remark> remarks) {
        this.view = view;
        this.coverRows = coverRows;
        this.unitOnCover = unitOnCover;
        this.choices = choices;
        this.heads = new Heads(view);
        this.stacks = new Stacks(view);
        this.remarks = remarks;
    }

    List<DraftForm> find() {
        if (view.isProtected() && !view.letsIn()) {
            return forms;
        }
        int above = -1;
        for (int row = 0; row < view.rows(); row++) {
            boolean entry = row - 1 > above && !coverRows.contains(row - 1) && heads.isEntry(row);
            Stack stack =
                    entry || coverRows.contains(row) ? null : stacks.at(row).orElse(null);
            DraftForm stacked = stack == null ? null : stacked(stack, above);
            if (stack != null && stacked != null) {
                forms.add(stacked);
                row = last(stack.head());
                above = row;
                continue;
            }
            Head head = entry || coverRows.contains(row) || isNote(row)
                    ? null
                    : heads.at(row).orElse(null);
            Head wide = head == null ? null : withRowLabels(head);
            int last = wide == null ? row : last(wide);
            int before = forms.size();
            if (wide != null) {
                for (Head part : Columns.parts(view, heads, wide, last)) {
                    read(part, last, above);
                }
            }
            if (forms.size() > before) {
                row = last;
                above = last;
            }
        }
        return forms;
    }

    /** The columns left of an empty corner in which the rows below have words. */
    private Head withRowLabels(Head head) {
        int left = head.left();
        while (left > 0 && wordsBelow(head, left - 1)) {
            left--;
        }
        // A narrow empty column may stand between.
        if (left == head.left() && left > 1 && blank(head, left - 1) && wordsBelow(head, left - 2)) {
            left -= 2;
            while (left > 0 && wordsBelow(head, left - 1)) {
                left--;
            }
        }
        return head.leftTo(left);
    }

    private boolean blank(Head head, int column) {
        return IntStream.range(head.top(), view.rows())
                .allMatch(row -> view.origin(row, column).blank());
    }

    private boolean wordsBelow(Head head, int column) {
        long words = IntStream.range(head.first(), Math.min(head.first() + 4, view.rows()))
                .filter(row -> view.isLabel(view.origin(row, column)) && !isNote(row))
                .count();
        return words >= 2 || words == 1 && head.first() + 1 >= view.rows();
    }

    /** The last row that belongs to the body. */
    private int last(Head head) {
        int last = head.first() - 1;
        int bare = 0;
        for (int row = head.first(); row < view.rows(); row++) {
            if (view.bare(row)) {
                bare++;
                if (bare > 1) {
                    break;
                }
                continue;
            }
            if (coverRows.contains(row) || isNote(row) || ends(head, row, last, bare > 0)) {
                break;
            }
            bare = 0;
            last = row;
        }
        return last;
    }

    /** Whether a title or a header of another table stands in this row. */
    private boolean ends(Head head, int row, int last, boolean gap) {
        List<Spot> filled = view.filled(row);
        if (filled.isEmpty()) {
            return gap;
        }
        if (repeats(head, row) || isTitle(head, row, filled, gap)) {
            return true;
        }
        boolean another = heads.at(row).isPresent() && filled.size() > 2 && last >= head.first() && figures(head, last);
        if (another
                && filled.stream().filter(spot -> spot.column() > head.left()).allMatch(Spot::words)) {
            return true;
        }
        Spot first = filled.get(0);
        boolean alone = filled.size() == 1 && first.words();
        return gap && (alone && !roomBeside(first) || heads.at(row).isPresent() || Pairs.isPair(first.text()));
    }

    /** A line of words alone with a header below it, or with the same header again. */
    private boolean isTitle(Head head, int row, List<Spot> filled, boolean gap) {
        Spot first = filled.get(0);
        boolean others = filled.stream().skip(1).anyMatch(spot -> !spot.words() || !Pairs.isPair(spot.text()));
        if (others || !first.words()) {
            return false;
        }
        boolean unframed =
                !first.edged() && view.at(head.bottom(), head.right()).edged();
        boolean title = gap || unframed || view.right(row, first.column()) > first.column();
        boolean below = heads.at(row + 1).isPresent() || heads.at(row + 2).isPresent();
        return repeats(head, row + 1) || title && below && (unframed || !figuresIn(head, row + 1));
    }

    /** Whether a header begins in the row with the same words as this one. */
    private boolean repeats(Head head, int row) {
        String first = Vocabulary.plain(view.origin(head.bottom(), head.left()).shown());
        Spot own = view.at(row, head.left());
        return !first.isEmpty()
                && own.words()
                && Vocabulary.plain(own.shown()).equals(first)
                && heads.at(row).isPresent();
    }

    private boolean roomBeside(Spot label) {
        Spot right = view.at(label.row(), view.right(label.row(), label.column()) + 1);
        return right.edged() || !right.locked();
    }

    private boolean figuresIn(Head head, int row) {
        return row < view.rows() && figures(head, row);
    }

    private boolean figures(Head head, int row) {
        return view.filled(row).stream().anyMatch(spot -> spot.column() > head.left() && spot.figure())
                || IntStream.rangeClosed(head.left() + 1, head.right())
                        .mapToObj(column -> view.at(row, column))
                        .anyMatch(spot -> spot.blank() && (spot.edged() || !spot.locked()));
    }

    private boolean isNote(int row) {
        List<Spot> filled = view.filled(row);
        if (filled.isEmpty()) {
            return false;
        }
        Spot first = filled.get(0);
        boolean note = Vocabulary.NOTE.begins(first.text())
                && (Pairs.isPair(first.text()) || first.text().length() > 6);
        return first.words()
                && filled.size() <= 2
                && (note && !roomBeside(first) || first.shown().length() > LONG_NOTE && !roomBeside(first));
    }

    private void read(Head head, int last, int above) {
        Table table = new Table(head, last, content(head, last));
        Columns columns = new Columns(view, heads, table);
        DraftForm form = form(table, columns, above);
        if (form != null) {
            forms.add(form);
        }
    }

    private @Nullable DraftForm stacked(Stack stack, int above) {
        Head head = stack.head();
        Table table = new Table(head, last(head), content(head, last(head)));
        RegisterDraft register = new RegisterDraft(view, heads, choices, new Titles(view, above));
        return register.of(stack, table, new Columns(view, heads, table), unitOnCover);
    }

    private List<Integer> content(Head head, int last) {
        return IntStream.rangeClosed(head.first(), last)
                .filter(row -> view.filled(row).stream()
                        .anyMatch(spot -> spot.column() >= head.left() && spot.column() <= head.right()))
                .boxed()
                .toList();
    }

    private @Nullable DraftForm form(Table table, Columns columns, int above) {
        Head head = table.head();
        Titles titles = new Titles(view, above);
        RegisterDraft register = new RegisterDraft(view, heads, choices, titles);
        if (table.content().isEmpty()) {
            boolean framed = table.last() >= head.first()
                    || view.at(head.bottom(), head.right()).edged();
            boolean many = columns.count(Role.VALUE) + columns.count(Role.LABEL) >= FEW;
            return framed || many && head.first() >= view.rows() ? register.of(table, columns, unitOnCover) : null;
        }
        boolean unitColumn = !unitOnCover && columns.hasUnits();
        if (columns.count(Role.LABEL) == 0 || columns.textual() || columns.repeats() || unitColumn) {
            return register.of(table, columns, unitOnCover);
        }
        if (columns.count(Role.VALUE) == 0) {
            return columns.open() ? register.of(table, columns, unitOnCover) : null;
        }
        return columns.mostlyFree()
                ? register.of(table, columns, unitOnCover)
                : new GridDraft(view, heads, titles, remarks).of(table, columns);
    }
}
