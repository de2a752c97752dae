package org.jibao.reading.layout;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jibao.reading.layout.Choice.Candidate;
import org.jibao.reading.layout.SheetWords.Word;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.CellRow;
import org.jibao.reading.workbook.LabelText;
import org.jibao.reading.workbook.SheetCells;

/**
 * Finds the block of at most four rows that holds most of a form's column labels, wherever units have moved it. Merged
 * headers come as one filled cell and empty neighbours: a group's words hold to the right until the next ones.
 */
public final class HeaderFinder {

    private static final int DEEPEST = 4;
    private static final int LONGEST_COVER = 40;

    private final SheetWords words;
    private final SheetCells sheet;
    private final Axis axis;
    private final int depth;
    private final List<Candidate> candidates = new ArrayList<>();

    private HeaderFinder(SheetWords words, Axis axis, int depth) {
        this.words = words;
        this.sheet = words.sheet();
        this.axis = axis;
        this.depth = depth;
    }

    /** The blocks with as many labels as any, from top to bottom; none where not half of the labels are found. */
    static List<Header> find(SheetWords words, Axis axis) {
        return find(words, axis, DEEPEST);
    }

    /** The same; a block in which every label stands several times, side by side, as one header each. */
    static List<Header> findApart(SheetWords words, Axis axis) {
        HeaderFinder finder = new HeaderFinder(words, axis, DEEPEST);
        finder.collect();
        List<Header> headers = new ArrayList<>();
        for (Header header : finder.best()) {
            headers.addAll(finder.apart(header));
        }
        return headers;
    }

    /** Likewise for a cover, whose labels stand below each other. */
    static List<Header> findCover(SheetWords words, Axis axis) {
        return find(words, axis, LONGEST_COVER);
    }

    private static List<Header> find(SheetWords words, Axis axis, int depth) {
        HeaderFinder finder = new HeaderFinder(words, axis, depth);
        finder.collect();
        return finder.best();
    }

    private void collect() {
        for (Word word : words.words()) {
            Axis.Hits hits = axis.hits(word);
            if (!hits.positions().isEmpty()) {
                List<LabelText> ancestors = axis.haveGroups(hits) ? ancestors(word) : List.of();
                Candidate.add(candidates, word.cell(), hits, ancestors, words.hidden(word));
            }
        }
    }

    private List<LabelText> ancestors(Word word) {
        Cell cell = word.cell();
        List<LabelText> ancestors = new ArrayList<>();
        LabelText before = axis.lastGroupBefore(word.row(), cell.column());
        if (before != null) {
            ancestors.add(before);
        }
        for (int above = 1; above < DEEPEST; above++) {
            CellRow row = sheet.row(cell.row() - above);
            Cell ancestor = row == null ? null : row.atOrLeftOf(cell.column());
            if (ancestor != null && ancestor.kind() == Cell.Kind.TEXT) {
                ancestors.add(LabelText.of(ancestor.text()));
            }
        }
        return ancestors;
    }

    private List<Header> best() {
        int most = 0;
        List<Header> best = new ArrayList<>();
        for (int start = 0; start < candidates.size(); start++) {
            boolean beginsRow = start == 0
                    || candidates.get(start - 1).cell().row()
                            < candidates.get(start).cell().row();
            Header header = beginsRow && labelsFrom(start) >= most ? blockFrom(start) : null;
            if (header != null && header.found() > most) {
                most = header.found();
                best.clear();
            }
            if (header != null && header.found() == most) {
                add(best, header);
            }
        }
        return most * 2 < Math.max(1, axis.required()) ? List.of() : best;
    }

    /** Of blocks that share rows the lower one is the tighter. */
    private static void add(List<Header> best, Header header) {
        if (!best.isEmpty() && header.top() <= best.get(best.size() - 1).bottom()) {
            best.remove(best.size() - 1);
        }
        best.add(header);
    }

    /** How many different labels stand in this candidate's row and the next ones of a block: no header there has more. */
    private int labelsFrom(int start) {
        int end = candidates.get(start).cell().row() + depth;
        BitSet labels = new BitSet(axis.size());
        for (int i = start; i < candidates.size() && candidates.get(i).cell().row() < end; i++) {
            labels.set(candidates.get(i).position());
        }
        return labels.cardinality();
    }

    /** The smallest block from this candidate's row down that holds as many labels as any of its depth. */
    private Header blockFrom(int start) {
        int top = candidates.get(start).cell().row();
        Header best = new Header(top, top, List.of());
        List<Candidate> block = new ArrayList<>();
        BitSet labels = new BitSet(axis.size());
        for (int i = start; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            int row = candidate.cell().row();
            if (row >= top + depth) {
                break;
            }
            block.add(candidate);
            labels.set(candidate.position());
            boolean endsRow =
                    i + 1 == candidates.size() || candidates.get(i + 1).cell().row() > row;
            Header header = endsRow && labels.cardinality() > best.found() ? header(top, block) : best;
            if (header.found() > best.found()) {
                best = header;
            }
        }
        return best;
    }

    private List<Header> apart(Header header) {
        if (!header.hasRivals()) {
            return List.of(header);
        }
        List<Candidate> block = candidates.stream()
                .filter(candidate -> candidate.cell().row() >= header.top()
                        && candidate.cell().row() <= header.bottom())
                .toList();
        List<Integer> starts = new SideBySide(axis, header, block).starts();
        List<Header> apart = new ArrayList<>();
        int before = 0;
        for (int i = 0; i < starts.size(); i++) {
            int from = starts.get(i);
            int to = i + 1 < starts.size() ? starts.get(i + 1) : Integer.MAX_VALUE;
            Header one = header(header.top(), SideBySide.between(block, from, to));
            boolean ownRows = i == 0 || SideBySide.hasRowLabels(sheet, one, before);
            if (one.found() < header.found() || one.hasRivals() || !ownRows) {
                return List.of(header);
            }
            apart.add(new Header(one.top(), one.bottom(), one.choices(), before));
            before = one.lastColumn() + 1;
        }
        return apart.isEmpty() ? List.of(header) : apart;
    }

    private Header header(int top, List<Candidate> all) {
        List<Candidate> block = axis.hasNumbers() ? HeaderNumbers.labels(all) : all;
        List<Choice> choices = new ArrayList<>(axis.size());
        int bottom = top;
        for (Choice choice : Choice.all(axis, block, Choice.Order.ACROSS)) {
            Choice settled = sameColumn(choice) ? choice.settled() : choice;
            choices.add(settled);
            Cell cell = settled.cell();
            bottom = cell == null ? bottom : Math.max(bottom, cell.row());
        }
        return new Header(top, bottom, choices);
    }

    /** A label that stands twice in one column, once for each level, is one label. */
    private static boolean sameColumn(Choice choice) {
        Cell cell = choice.cell();
        Cell rival = choice.rival();
        return cell != null && rival != null && cell.column() == rival.column();
    }

    /**
     * Where a form's column labels stand in a sheet.
     *
     * @param top 0-based row of its topmost label
     * @param bottom of its lowest; the rows below it are the form's
     * @param choices for each label of the axis
     * @param leftmost column in which row labels may stand: what is left of it belongs to a block beside this one; -1 where there is no
     *     header and values stand beside row labels, wherever these are
     */
    public record Header(int top, int bottom, List<Choice> choices, int leftmost) {

        /** One with nothing beside it. */
        public Header(int top, int bottom, List<Choice> choices) {
            this(top, bottom, choices, 0);
        }

        /** Whether values stand beside row labels, not under column labels. */
        public boolean beside() {
            return leftmost < 0;
        }

        boolean hasRivals() {
            for (Choice choice : choices) {
                if (choice.rival() != null) {
                    return true;
                }
            }
            return false;
        }

        int found() {
            int found = 0;
            for (Choice choice : choices) {
                found += choice.cell() == null ? 0 : 1;
            }
            return found;
        }

        /** The column of a label, or -1 where it is missing or ambiguous. */
        public int column(int position) {
            Choice choice = choices.get(position);
            Cell cell = choice.cell();
            return cell == null || choice.rival() != null ? -1 : cell.column();
        }

        /** Whether all that is found of it is hidden. */
        boolean hidden() {
            for (Choice choice : choices) {
                if (choice.cell() != null && !choice.hidden()) {
                    return false;
                }
            }
            return true;
        }

        public int lastColumn() {
            int last = -1;
            for (Choice choice : choices) {
                Cell cell = choice.cell();
                last = cell == null ? last : Math.max(last, cell.column());
            }
            return last;
        }

        public int firstColumn() {
            int first = Integer.MAX_VALUE;
            for (Choice choice : choices) {
                Cell cell = choice.cell();
                first = cell == null ? first : Math.min(first, cell.column());
            }
            return first;
        }

        boolean sameColumns(Header other) {
            for (int position = 0; position < choices.size(); position++) {
                if (column(position) != other.column(position)) {
                    return false;
                }
            }
            return true;
        }
    }
}
