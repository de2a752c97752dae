package org.jibao.plausibility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the mistakes that explain a return best: whole lines first, then single cells that no line explains. */
final class ReturnJudge {

    private static final Comparator<Cause> LIKELIEST = Comparator.comparingDouble((Cause cause) -> -cause.surprise())
            .thenComparing(Cause::scope, Comparator.reverseOrder())
            .thenComparingInt(cause -> cause.cells()[0])
            .thenComparingInt(cause -> cause.slip() == null ? -1 : cause.slip().ordinal());

    private final FormLines lines;
    private final PastedRows pasted;
    private final Consequences consequences;
    private final ForgottenForms forgotten;

    ReturnJudge(PlausibilityInput input, PeerSample sample) {
        this.lines = FormLines.of(input.cells());
        this.pasted = new PastedRows(input, lines, sample.all());
        this.forgotten = new ForgottenForms(lines);
        this.consequences = new Consequences(input.cells());
    }

    /** Likeliest first; no two share a cell. */
    List<Cause> causes(JudgedReturn judged, int age) {
        List<Cause> ofLines = new ArrayList<>(new LineCauses(judged).of(lines));
        ofLines.addAll(new Shifts(judged).of(lines));
        ofLines.addAll(pasted.of(judged, age));
        ofLines.sort(LIKELIEST);
        @Nullable Cause[] single = new Cause[judged.size()];
        Arrays.setAll(single, cell -> CellCauses.of(judged, cell));
        boolean[] taken = new boolean[judged.size()];
        List<Cause> chosen = new ArrayList<>();
        for (Cause line : ofLines) {
            if (!line.touches(taken) && explainsMore(line, single)) {
                chosen.add(line);
                for (int cell : line.cells()) {
                    taken[cell] = true;
                }
            }
        }
        for (int cell = 0; cell < single.length; cell++) {
            Cause alone = single[cell];
            if (!taken[cell] && alone != null && !judged.forecast(cell).expects(judged.value(cell))) {
                chosen.add(alone);
            }
        }
        chosen = forgotten.together(chosen, judged);
        chosen.sort(LIKELIEST);
        return consequences.dropped(chosen, judged);
    }

    /**
     * A line explains more than its cells one by one. A return sent again is no less one if a cell of it was wrong
     * before too.
     */
    private static boolean explainsMore(Cause line, @Nullable Cause[] single) {
        if (line.slip() == Slip.REPEATED) {
            return true;
        }
        for (int cell : line.cells()) {
            Cause alone = single[cell];
            if (alone != null && alone.surprise() > line.surprise()) {
                return false;
            }
        }
        return true;
    }
}
