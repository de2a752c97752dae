package org.jibao.summary.page;

import java.util.List;
import org.jibao.calendar.Period;
import org.jibao.chart.ChartPlan;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.summary.CardLines;
import org.jibao.summary.CardLines.ChangeLine;
import org.jibao.summary.Cards;
import org.jibao.summary.Change;
import org.jibao.summary.Context;
import org.jibao.summary.KeyFigure;
import org.jibao.summary.LeadersSheet.Headlines;
import org.jibao.summary.Localizer;
import org.jibao.workbook.Display;

/** The leaders' page: key figures as cards, the things to know, and the charts, each with its figures. */
final class LeadersPart {
    private final PageContext context;
    private final Context content;
    private final Localizer speech;
    private final PageMarkup page;
    private final PageChart charts;
    private final FigureOpenings openings;

    LeadersPart(PageContext context, PageChart charts, FigureOpenings openings) {
        this.context = context;
        this.charts = charts;
        this.openings = openings;
        content = context.content();
        speech = context.speech();
        page = context.page();
    }

    void add(Sheet sheet) {
        List<String> tables = sheet.blocks().stream().filter(content::isTable).toList();
        if (!tables.isEmpty()) {
            cards(KeyFigure.of(content.figures(tables.get(0)), speech.language()), openings.links(tables.get(0)));
        }
        if (tables.size() > 1) {
            sentences(Headlines.of(content, tables.get(1)));
        }
        List<ChartPlan> plans = sheet.blocks().stream()
                .filter(block -> !content.isTable(block))
                .map(content::chart)
                .toList();
        charts.add(plans, plan -> false);
        if (!tables.isEmpty()) {
            openings.addLeft(tables.get(0));
        }
    }

    /** @param links where each figure is opened, empty for those that are not */
    private void cards(List<KeyFigure> figures, List<String> links) {
        if (figures.isEmpty()) {
            return;
        }
        page.line("h3", speech.word("leaders.figures"), "class", "unseen");
        page.open("ul", "class", "cards");
        for (int i = 0; i < figures.size(); i++) {
            card(figures.get(i), links.get(i));
        }
        page.close("ul");
    }

    private void card(KeyFigure figure, String link) {
        Period period = content.request().period();
        page.open("li").line("p", Cards.words(figure, speech));
        page.line("p", Display.text(figure.format(), figure.value()), "class", "value");
        String units = CardLines.units(figure, period, speech);
        if (!units.isEmpty()) {
            page.line("p", units, "class", "quiet");
        }
        CardLines.of(figure, period, speech).forEach(line -> change(figure, line));
        if (!figure.target().isEmpty()) {
            page.line("p", Cards.targetWords(figure, speech), "class", figure.met() ? "good" : "bad");
        }
        if (!figure.coverage().isEmpty()) {
            page.line("p", speech.word("card.coverage", figure.coverage()), "class", "quiet");
        }
        String estimate = CardLines.estimate(figure, speech);
        if (!estimate.isEmpty()) {
            page.line("p", estimate, "class", "quiet");
        }
        if (!link.isEmpty()) {
            String name = context.word("opening.of", figure.label());
            page.open("p").line("a", context.word("opening.link"), "href", "#" + link, "aria-label", name);
            page.close("p");
        }
        page.close("li");
    }

    private void change(KeyFigure figure, ChangeLine line) {
        int good = line.good(figure);
        page.line(
                "p",
                Change.words(line.versus(), line.change(), figure.changeFormat(), speech),
                "class",
                good > 0 ? "good" : good < 0 ? "bad" : "quiet");
    }

    private void sentences(List<String> sentences) {
        if (sentences.isEmpty()) {
            return;
        }
        page.line("h3", speech.word("leaders.points"), "class", "unseen").open("ol", "class", "points");
        sentences.forEach(sentence -> page.line("li", sentence));
        page.close("ol");
    }
}
