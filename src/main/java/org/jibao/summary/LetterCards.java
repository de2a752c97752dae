package org.jibao.summary;

import java.util.List;
import org.jibao.calendar.Period;
import org.jibao.calendar.PeriodKind;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.workbook.Display;
import org.jibao.workbook.Palette;
import org.jspecify.annotations.Nullable;

/** Key figures as cards of a letter, two beside each other: what fits a phone. */
final class LetterCards {
    private static final int IN_ROW = 2;

    private final Context context;
    private final Html html;
    private final StringBuilder text;

    LetterCards(Context context, Html html, StringBuilder text) {
        this.context = context;
        this.html = html;
        this.text = text;
    }

    void add(List<KeyFigure> figures) {
        html.open(
                "table",
                "role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"8\"",
                "padding:8px 12px 0;width:100%");
        for (int start = 0; start < figures.size(); start += IN_ROW) {
            html.open("tr", "", "");
            figures.subList(start, Math.min(figures.size(), start + IN_ROW)).forEach(this::card);
            html.close("tr");
        }
        html.close("table");
        text.append('\n');
    }

    private void card(KeyFigure figure) {
        Localizer speech = context.speech();
        Period period = context.request().period();
        html.open(
                "td",
                "width=\"50%\" valign=\"top\"",
                "padding:10px 12px;background:%s;border-top:3px solid %s"
                        .formatted(Html.colour(Palette.PANEL), Html.colour(Palette.BLUE)));
        html.line("div", "font-size:13px", Cards.words(figure, speech));
        html.line("div", "font-size:24px;font-weight:bold;line-height:1.5", value(figure));
        change(Cards.onPrevious(period), figure.onPrevious(), figure.changeFormat());
        if (period.kind() != PeriodKind.YEAR) {
            change(Cards.onLastYear(period), figure.onLastYear(), figure.changeFormat());
        }
        String coverage = figure.coverage().isEmpty() ? "" : speech.say(SummaryWords.COVERAGE, figure.coverage());
        html.line("div", small(Palette.QUIET), coverage);
        html.close("td");
        text.append(Cards.words(figure, speech)).append(' ').append(value(figure));
        text.append(coverage.isEmpty() ? "\n" : "  " + coverage + "\n");
    }

    private static String value(KeyFigure figure) {
        return Display.text(figure.format(), figure.value());
    }

    private void change(org.jibao.finding.Text against, @Nullable Object change, Format format) {
        String versus =
                context.speech().say(SummaryWords.VERSUS, context.speech().say(against));
        html.line("div", small(Change.colour(change)), Change.words(versus, change, format, context.speech()));
    }

    private static String small(int colour) {
        return "font-size:12px;line-height:1.6;color:" + Html.colour(colour);
    }
}
