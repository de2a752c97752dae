package org.jibao.draft;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jibao.draft.DraftForm.Cover;
import org.jibao.draft.Pairs.Pair;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lines of a sheet that say whose return it is and who filled it in: a label, and its value beside it
 * or behind its colon.
 */
final class Covers {

    private static final int LONGEST = 40;

    private final SheetView view;
    private final Heads heads;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Set<Integer> rows = new HashSet<>();
    private final Map<Integer, Integer> labelColumns = new HashMap<>();
    private int opened;

    /** @param value what stands there, or empty */
    private record Line(Spot place, String label, String value) {}

    private Covers(SheetView view) {
        this.view = view;
        this.heads = new Heads(view);
    }

    /**
     * What was found on a sheet.
     *
     * @param cover or null where no line of one is there
     * @param rows that hold its lines, and those of a cover that stands on another sheet as well
     * @param values what stands in its lines, by label
     */
    record Found(@Nullable Cover cover, Set<Integer> rows, Map<String, String> values) {}

    static Found in(SheetView view) {
        Covers covers = new Covers(view);
        for (int row = 0; row < view.rows(); row++) {
            covers.look(row);
        }
        covers.extend();
        covers.open();
        return covers.found();
    }

    private void look(int row) {
        List<Spot> filled = view.filled(row);
        boolean inOneCell = false;
        for (Spot spot : filled) {
            inOneCell |= spot.words() && pairs(spot);
        }
        if (!inOneCell && isCover(row, filled)) {
            filled.stream().filter(spot -> known(spot.text())).forEach(spot -> add(spot, spot.shown()));
        }
    }

    private boolean pairs(Spot spot) {
        boolean any = false;
        for (Pair pair : Pairs.in(spot.text())) {
            if (known(pair.label()) && Kinds.known(pair.value()) == null) {
                if (pair.value().isEmpty()) {
                    add(spot, pair.label());
                } else {
                    put(new Line(spot, pair.label(), pair.value()));
                }
                any = true;
            }
        }
        return any;
    }

    static boolean known(String label) {
        return Vocabulary.UNIT_NAME.is(label)
                || Vocabulary.UNIT_CODE.is(label)
                || Vocabulary.PERIOD.is(label)
                || Vocabulary.COVER_OTHER.is(label);
    }

    /** Labels with values between them, and not the header of a table. */
    private boolean isCover(int row, List<Spot> filled) {
        List<Spot> labels = filled.stream()
                .filter(spot -> spot.words() && known(spot.text()))
                .toList();
        if (labels.isEmpty()
                || labels.stream().anyMatch(label -> known(right(label).text()))) {
            return false;
        }
        boolean blanks = labels.stream().allMatch(label -> right(label).blank());
        if (blanks) {
            boolean alone = labels.size() == 1 && !says(labels.get(0)) && !beside(labels.get(0));
            return labels.size() == filled.size() && !alone && !header(labels);
        }
        boolean alone = labels.size() == 1 && !beside(labels.get(0));
        boolean head = heads.at(row).filter(one -> !view.bare(one.first())).isPresent();
        return filled.size() <= labels.size() * 2 && !(alone && (head || !says(labels.get(0))));
    }

    /** One label alone may stand over a column. */
    private boolean header(List<Spot> labels) {
        Spot label = labels.get(0);
        Spot right = right(label);
        boolean room = right.edged() || !right.locked() || view.block(right.row(), right.column()) != null;
        return labels.size() == 1 && !room && !says(label) && !beside(label);
    }

    /** Whether the line says whose return it is. */
    private static boolean says(Spot label) {
        return Vocabulary.UNIT_NAME.is(label.text())
                || Vocabulary.UNIT_CODE.is(label.text())
                || Vocabulary.PERIOD.is(label.text());
    }

    /** Whether the line above or below has such a label in the same column. */
    private boolean beside(Spot label) {
        return known(view.at(label.row() - 1, label.column()).text())
                || known(view.at(label.row() + 1, label.column()).text());
    }

    private Spot right(Spot label) {
        return view.origin(label.row(), view.right(label.row(), label.column()) + 1);
    }

    private void add(Spot label, String words) {
        Spot right = right(label);
        boolean value = !right.blank() && !known(right.text()) && !Pairs.isPair(right.text());
        put(new Line(label, words, value ? right.shown() : ""));
    }

    private void put(Line line) {
        if (Vocabulary.plain(line.label()).isEmpty()) {
            return;
        }
        String label = Trimmed.of(line.label(), ":：*＊");
        lines.putIfAbsent(Vocabulary.plain(label), new Line(line.place(), label, line.value()));
        rows.add(line.place().row());
        labelColumns.merge(line.place().column(), 1, Integer::sum);
    }

    /** Lines between and next to those that are known, in the same shape. */
    private void extend() {
        if (rows.size() < 2) {
            return;
        }
        boolean more = true;
        while (more) {
            more = false;
            for (int row : List.copyOf(rows)) {
                more |= extend(row + 1) | extend(row - 1);
            }
        }
    }

    /** Labels of a protected sheet say by their one open cell that they are lines. */
    private void open() {
        new OpenLines(view)
                .labels().stream()
                        .filter(label -> !rows.contains(label.row())
                                || lines.values().stream()
                                        .noneMatch(line -> line.place().row() == label.row()))
                        .toList()
                        .forEach(this::addOpened);
    }

    private void addOpened(Spot label) {
        add(label, label.shown());
        opened++;
    }

    private boolean extend(int row) {
        List<Spot> filled = view.filled(row);
        if (rows.contains(row) || filled.isEmpty() || filled.size() > 2) {
            return false;
        }
        Spot label = filled.get(0);
        Spot right = right(label);
        boolean shaped = label.words()
                && labelColumns.getOrDefault(label.column(), 0) > 1
                && label.shown().length() <= LONGEST
                && label.edged()
                && right.edged()
                && (filled.size() == 1 || filled.get(1).equals(right));
        if (shaped && !Vocabulary.NOTE.is(label.text())) {
            add(label, label.shown());
        }
        return shaped && rows.contains(row);
    }

    private Found found() {
        List<Line> all = List.copyOf(lines.values());
        int unit = place(all, Vocabulary.UNIT_NAME::is);
        int code = place(all, Vocabulary.UNIT_CODE::is);
        int period = place(all, Vocabulary.PERIOD::is);
        Map<String, String> values = new LinkedHashMap<>();
        all.forEach(line -> values.put(line.label(), line.value()));
        if (unit < 0 && code < 0 && period < 0 && opened == 0) {
            return new Found(null, rows, values);
        }
        List<DraftLabel> fields = all.stream().map(this::field).toList();
        Cover cover = new Cover("", "", view, fields, unit, code, period);
        return new Found(cover, rows, values);
    }

    private DraftLabel field(Line line) {
        CellDraft cell = new Kinds(view).of(List.of(right(line.place())), line.label(), null, false);
        boolean date = cell.kind().equals("date") || Vocabulary.DATE.is(line.label());
        return DraftLabel.of(
                line.place(), line.label(), List.of(), date ? new CellDraft("date", null, false) : CellDraft.TEXT);
    }

    private static int place(List<Line> lines, Predicate<String> word) {
        for (int i = 0; i < lines.size(); i++) {
            if (word.test(lines.get(i).label())) {
                return i;
            }
        }
        return -1;
    }
}
