package org.jibao.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which cell a label is: exactly one, or none, or two of which nobody can tell.
 *
 * @param cell the label's cell, or null
 * @param rival a second one with as good a claim, or null
 */
record Choice(@Nullable Cell cell, @Nullable Cell rival) {

    /** Chooses for one label among all candidates of its axis. */
    static Choice of(Axis axis, int position, List<Candidate> all) {
        List<Candidate> own = new ArrayList<>();
        for (Candidate candidate : all) {
            if (candidate.position() == position) {
                own.add(candidate);
            }
        }
        List<Candidate> best = exactFirst(byGroup(axis, position, own));
        return switch (best.size()) {
            case 0 -> new Choice(null, null);
            case 1 -> new Choice(best.get(0).cell(), null);
            default -> new Choice(best.get(0).cell(), best.get(1).cell());
        };
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
        for (int rival : axis.hits(LabelText.of(candidate.cell().text())).positions()) {
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
}
