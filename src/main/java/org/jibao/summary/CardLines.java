package org.jibao.summary;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jibao.calendar.Period;
import org.jibao.calendar.PeriodKind;
import org.jibao.definition.SummaryDefinition.Format;
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

    /**
     * Which units the changes are of, such as {@code 同样40家}; empty where those that count now are those of then.
     */
    public static String units(KeyFigure figure, Period period, Localizer speech) {
        boolean yearly = period.kind() == PeriodKind.YEAR;
        Alike previous = figure.alike();
        Alike year = yearly ? previous : figure.alikeLastYear();
        if (previous == null) {
            return year == null ? "" : speech.word("card.same-last-year", year.units());
        }
        if (year == null) {
            String key = figure.onLastYear() == null ? "card.same" : "card.same-previous";
            return speech.word(key, previous.units());
        }
        return previous.units().equals(year.units())
                ? speech.word("card.same", previous.units())
                : speech.word("card.same-both", previous.units(), year.units());
    }

    /**
     * On the period before, on last year, and that of all on the period before where the first is not; null for one not
     * said.
     */
    static List<@Nullable ChangeLine> places(KeyFigure figure, Period period, Localizer speech) {
        List<@Nullable ChangeLine> lines = new ArrayList<>();
        String previous = Cards.onPrevious(period).in(speech.language());
        lines.add(first(previous, figure.onPrevious(), figure.alike()));
        if (period.kind() != PeriodKind.YEAR) {
            String year = Cards.onLastYear(period).in(speech.language());
            lines.add(first(year, figure.onLastYear(), figure.alikeLastYear()));
        }
        lines.add(
                figure.alike() == null || figure.onPrevious() == null
                        ? null
                        : new ChangeLine(speech.word("card.plain", previous), figure.onPrevious(), true));
        return lines;
    }

    /** Of the same units, where other units count in one of the periods. */
    private static ChangeLine first(String versus, @Nullable Object plain, @Nullable Alike alike) {
        return new ChangeLine(versus, alike == null ? plain : alike.change(), false);
    }

    /** Those that are said. */
    public static List<ChangeLine> of(KeyFigure figure, Period period, Localizer speech) {
        List<ChangeLine> lines = new ArrayList<>();
        for (@Nullable ChangeLine line : places(figure, period, speech)) {
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
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
                shown(figure, estimate.value()),
                shown(figure, estimate.low()),
                shown(figure, estimate.high()));
    }

    /** A count is estimated to whole ones. */
    private static String shown(KeyFigure figure, Number value) {
        return Display.text(
                figure.format(),
                figure.format() == Format.COUNT ? Display.exact(value).setScale(0, RoundingMode.HALF_UP) : value);
    }
}
