package org.jibao.summary;

import java.util.ArrayList;
import java.util.List;
import org.jibao.calendar.Period;
import org.jibao.calendar.PeriodKind;
import org.jibao.summary.KeyFigure.Alike;
import org.jibao.summary.KeyFigure.Estimate;
import org.jibao.workbook.Display;
import org.jspecify.annotations.Nullable;

/** What a card says below its value: the changes, first of the same units, and the estimate. */
public final class CardLines {

    private CardLines() {}

    /**
     * One change.
     *
     * @param versus what it is compared with
     * @param plain whether it is that of all who reported beside one of the same units: it is not judged
     */
    public record ChangeLine(String versus, @Nullable Object change, boolean plain) {

        /** For the better 1, for the worse -1, neither 0. */
        public int good(KeyFigure figure) {
            return plain ? 0 : figure.good(change);
        }
    }

    /** On the period before and on last year, each of the same units and of all; null for one that is not said. */
    static List<@Nullable ChangeLine> places(KeyFigure figure, Period period, Localizer speech) {
        List<@Nullable ChangeLine> lines = new ArrayList<>();
        String previous = Cards.onPrevious(period).in(speech.language());
        add(lines, previous, figure.onPrevious(), figure.alike(), speech);
        if (period.kind() != PeriodKind.YEAR) {
            String year = Cards.onLastYear(period).in(speech.language());
            add(lines, year, figure.onLastYear(), figure.alikeLastYear(), speech);
        }
        return lines;
    }

    /** Those that are said. */
    public static List<ChangeLine> of(KeyFigure figure, Period period, Localizer speech) {
        List<ChangeLine> lines = new ArrayList<>();
        for (ChangeLine line : places(figure, period, speech)) {
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static void add(
            List<@Nullable ChangeLine> lines,
            String versus,
            @Nullable Object plain,
            @Nullable Alike alike,
            Localizer speech) {
        if (alike == null) {
            lines.add(new ChangeLine(versus, plain, false));
            lines.add(null);
            return;
        }
        lines.add(new ChangeLine(speech.word("card.alike", versus, alike.units()), alike.change(), false));
        lines.add(plain == null ? null : new ChangeLine(speech.word("card.plain"), plain, true));
    }

    /** {@code 估计全部49家约1,020（970–1,080）}; empty where nothing is estimated. */
    public static String estimate(KeyFigure figure, Localizer speech) {
        Estimate estimate = figure.estimate();
        if (estimate == null) {
            return "";
        }
        boolean all = !estimate.all().isEmpty();
        return speech.word(
                all ? "card.estimate-all" : "card.estimate-some",
                all ? estimate.all() : estimate.missing(),
                Display.text(figure.format(), estimate.value()),
                Display.text(figure.format(), estimate.low()),
                Display.text(figure.format(), estimate.high()));
    }
}
