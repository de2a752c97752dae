package org.jibao.reading.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.LabelText;
import org.jspecify.annotations.Nullable;

/**
 * Which cell a label is: exactly one, or none, or two of which nobody can tell.
 *
 * @param cell the label's cell, or null
 * @param rival a second one with as good a claim, or null
 * @param hidden whether Excel does not show the label's cell
 * @param passedOver a hidden one that would have fitted as well, or null
 */
public record Choice(
        @Nullable Cell cell,
        @Nullable Cell rival,
        boolean hidden,
        @Nullable Cell passedOver) {

    private static final Choice NONE = new Choice(null, null, false, null);

    /** In which order labels with the same words are counted. */
    public enum Order {
        /** By columns: the levels of a header are one label. */
        ACROSS,
        /** By rows. */
        DOWN
    }

    /** Chooses for every label of an axis. */
    static List<Choice> all(Axis axis, List<Candidate> candidates, Order order) {
        List<List<Candidate>> own = new ArrayList<>(Collections.nCopies(axis.size(), List.of()));
        for (Candidate candidate : candidates) {
            if (own.get(candidate.position()).isEmpty()) {
                own.set(candidate.position(), new ArrayList<>(2));
            }
            own.get(candidate.position()).add(candidate);
        }
        List<Choice> choices = new ArrayList<>(axis.size());
        for (int position = 0; position < axis.size(); position++) {
            choices.add(of(axis, position, own.get(position), order));
        }
        return choices;
    }

    /**
     * Chooses for one label.
     *
     * @param own the cells that may be this label
     */
    public static Choice of(Axis axis, int position, List<Candidate> own, Order order) {
        List<Candidate> fitting = own.isEmpty() ? own : byGroup(axis, position, own);
        if (fitting.isEmpty()) {
            return NONE;
        }
        List<Candidate> visible = visible(fitting);
        // What a person sees goes first.
        boolean hidden = visible.isEmpty();
        List<Candidate> best = exactFirst(hidden ? fitting : visible);
        if (axis.label(position).placing().nth() > 0) {
            return counted(axis, position, best, order);
        }
        Cell rival = best.size() == 1 ? null : best.get(1).cell();
        return new Choice(best.get(0).cell(), rival, hidden, hidden ? null : hiddenOne(fitting));
    }

    private static List<Candidate> visible(List<Candidate> fitting) {
        return hiddenOne(fitting) == null
                ? fitting
                : fitting.stream().filter(candidate -> !candidate.hidden()).toList();
    }

    /** The n-th of labels with the same words. If there are more or fewer of them than the form has, nobody can tell which is which. */
    private static Choice counted(Axis axis, int position, List<Candidate> best, Order order) {
        TreeMap<Long, Candidate> byPlace = new TreeMap<>();
        for (Candidate candidate : best) {
            Cell cell = candidate.cell();
            long row = order == Order.ACROSS ? 0 : cell.row();
            byPlace.put((row << Integer.SIZE) + cell.column(), candidate);
        }
        List<Candidate> ordered = List.copyOf(byPlace.values());
        int expected = axis.expected(position);
        if (ordered.size() < expected) {
            return NONE;
        }
        if (ordered.size() > expected) {
            return new Choice(
                    ordered.get(0).cell(), ordered.get(1).cell(), ordered.get(0).hidden(), null);
        }
        Candidate own = ordered.get(axis.label(position).placing().nth() - 1);
        return new Choice(own.cell(), null, own.hidden(), null);
    }

    private static @Nullable Cell hiddenOne(List<Candidate> fitting) {
        for (Candidate candidate : fitting) {
            if (candidate.hidden()) {
                return candidate.cell();
            }
        }
        return null;
    }

    /** The second of two that are one label. */
    Choice settled() {
        return new Choice(rival, null, hidden, passedOver);
    }

    /** Where several labels share the words, only the group decides; where none does, the group is a preference. */
    private static List<Candidate> byGroup(Axis axis, int position, List<Candidate> own) {
        LabelText group = axis.group(position);
        List<Candidate> kept = new ArrayList<>();
        for (Candidate candidate : own) {
            boolean fits = group == null ? !inAnothersGroup(axis, candidate) : candidate.under(group);
            if (fits) {
                kept.add(candidate);
            }
        }
        if (kept.isEmpty() && group != null) {
            own.stream().filter(candidate -> candidate.rivals() == 1).forEach(kept::add);
        }
        return kept;
    }

    private static boolean inAnothersGroup(Axis axis, Candidate candidate) {
        if (candidate.rivals() == 1) {
            return false;
        }
        for (int rival : axis.hits(candidate.cell()).positions()) {
            LabelText group = axis.group(rival);
            if (rival != candidate.position() && (group == null ? !candidate.exact() : candidate.under(group))) {
                return true;
            }
        }
        return false;
    }

    private static List<Candidate> exactFirst(List<Candidate> candidates) {
        if (candidates.size() < 2) {
            return candidates;
        }
        List<Candidate> exact = candidates.stream().filter(Candidate::exact).toList();
        return exact.isEmpty() ? candidates : exact;
    }

    /**
     * A cell whose words may be a label's.
     *
     * @param position of the label in its axis
     * @param exact whether all words agree, not only the bare ones
     * @param rivals how many labels of the axis have the same words
     * @param ancestors the texts of the groups that the cell stands in
     * @param hidden whether Excel does not show the cell
     */
    public record Candidate(
            int position, Cell cell, boolean exact, int rivals, List<LabelText> ancestors, boolean hidden) {

        /** Adds one for each label that the cell may be. */
        public static void add(
                List<Candidate> candidates, Cell cell, Axis.Hits hits, List<LabelText> ancestors, boolean hidden) {
            int rivals = hits.positions().size();
            for (int position : hits.positions()) {
                candidates.add(new Candidate(position, cell, hits.exact(), rivals, ancestors, hidden));
            }
        }

        boolean under(LabelText group) {
            for (LabelText ancestor : ancestors) {
                if (ancestor.full().equals(group.full()) || ancestor.bare().equals(group.bare())) {
                    return true;
                }
            }
            return false;
        }
    }
}
