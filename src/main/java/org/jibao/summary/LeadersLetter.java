package org.jibao.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jibao.calendar.Period;
import org.jibao.chart.ChartPlan;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.definition.SummaryDefinition.SheetKind;
import org.jibao.summary.CardLines.ChangeLine;
import org.jibao.summary.LeadersSheet.Headlines;
import org.jibao.workbook.Display;
import org.jibao.workbook.Palette;
import org.jibao.workbook.Picture;
import org.jibao.workbook.Typefaces;
import org.jspecify.annotations.Nullable;

/**
 * The leaders' page as a letter: the key figures, the things to know and the charts, one below the other, so that it
 * can be read on a phone. A job without a leaders' page has the lines of its cover instead.
 */
public final class LeadersLetter {
    private static final int WIDTH = 680;
    private static final int CHART_WIDTH = 640;
    private static final int CHART_HEIGHT = 330;
    private static final String PAD = "padding:0 20px";

    private final Context context;
    private final Localizer speech;
    private final Html html;
    private final StringBuilder text = new StringBuilder();
    private final List<Picture> pictures = new ArrayList<>();

    private LeadersLetter(SummaryRequest request) {
        context = new Context(request, Typefaces.load().typeface());
        speech = context.speech();
        html = new Html(request.language().tag(), subject());
    }

    public static Letter of(SummaryRequest request) {
        return new LeadersLetter(request).letter();
    }

    private Letter letter() {
        html.open("table", "role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\"", "width:100%");
        html.open("tr", "", "").open("td", "align=\"center\"", "padding:12px 8px");
        html.open("div", "", "max-width:%dpx;background:#FFFFFF;text-align:left".formatted(WIDTH));
        head();
        Optional<Sheet> leaders = context.sheet(SheetKind.LEADERS);
        leaders.ifPresentOrElse(this::leaders, this::coverage);
        foot();
        html.close("div").close("td").close("tr").close("table");
        return new Letter(subject(), html.page(), text.toString(), pictures);
    }

    private String subject() {
        SummaryRequest request = context.request();
        return speech.say(request.job().title()) + " "
                + speech.say(request.period().label());
    }

    private void head() {
        html.open(
                "div",
                "",
                "padding:18px 20px;background:%s;color:#FFFFFF".formatted(Html.colour(Palette.PARTS.get(0))));
        html.line("div", "font-size:20px;font-weight:bold;line-height:1.4", subject());
        String asOf = speech.word(context.isFinal() ? "titles.final" : "titles.as-of", speech.asOf());
        html.line("div", "font-size:12px;padding-top:4px;color:%s".formatted(Html.colour(Palette.PARTS.get(2))), asOf);
        html.close("div");
        text.append(subject()).append('\n').append(asOf).append("\n\n");
    }

    private void leaders(Sheet sheet) {
        List<String> tables = sheet.blocks().stream().filter(context::isTable).toList();
        if (!tables.isEmpty()) {
            new LetterCards(context, html, text).add(KeyFigure.of(context.figures(tables.get(0)), speech.language()));
        }
        if (tables.size() > 1) {
            sentences(Headlines.of(context, tables.get(1)));
        }
        sheet.blocks().stream()
                .filter(block -> !context.isTable(block))
                .map(context::chart)
                .forEach(this::chart);
    }

    private void sentences(List<String> sentences) {
        if (sentences.isEmpty()) {
            return;
        }
        html.open("ol", "", "margin:14px 20px 6px;padding-left:22px;font-size:15px;line-height:1.6");
        int number = 1;
        for (String sentence : sentences) {
            html.line("li", "padding-bottom:6px", sentence);
            text.append(number++).append(". ").append(sentence).append('\n');
        }
        html.close("ol");
        text.append('\n');
    }

    /** Without fonts there is no picture, but what it would have said is said all the same. */
    private void chart(ChartPlan plan) {
        html.open("div", "", PAD + ";padding-top:10px");
        if (context.painter().isPresent()) {
            Picture picture = context.painter().get().paint(plan, CHART_WIDTH, CHART_HEIGHT);
            html.picture(Letter.pictureId(pictures.size()), CHART_WIDTH, picture.alternative());
            pictures.add(picture);
            text.append(picture.alternative()).append('\n');
        } else {
            html.line("p", "font-size:13px", speech.word("chart.no-fonts", plan.title()));
            text.append(plan.title()).append('\n');
        }
        html.close("div");
    }

    private void coverage() {
        context.sheet(SheetKind.COVER).stream()
                .flatMap(sheet -> sheet.blocks().stream())
                .forEach(table -> new LetterTable(context, html, text).add(context.table(table)));
    }

    private void foot() {
        String words = context.request()
                .dataFile()
                .map(file -> speech.word("letter.foot-data", file))
                .orElseGet(() -> speech.word("letter.foot"));
        html.line("p", PAD + ";margin:16px 0 0;font-size:12px;line-height:1.6;color:%s".formatted(quiet()), words);
        html.line(
                "p",
                PAD + ";margin:6px 0 18px;font-size:12px;color:%s".formatted(quiet()),
                speech.word("table.missing"));
        text.append('\n')
                .append(words)
                .append('\n')
                .append(speech.word("table.missing"))
                .append('\n');
    }

    private static String quiet() {
        return Html.colour(Palette.QUIET);
    }

    /** Key figures as cards of a letter, two beside each other: what fits a phone. */
    static final class LetterCards {
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
            String units = CardLines.units(figure, period, speech);
            if (!units.isEmpty()) {
                html.line("div", small(Palette.QUIET), units);
            }
            CardLines.of(figure, period, speech).forEach(line -> change(figure, line));
            if (!figure.target().isEmpty()) {
                html.line("div", small(Cards.targetColour(figure)), Cards.targetWords(figure, speech));
            }
            String coverage = figure.coverage().isEmpty() ? "" : speech.word("card.coverage", figure.coverage());
            html.line("div", small(Palette.QUIET), coverage);
            String estimate = CardLines.estimate(figure, speech);
            if (!estimate.isEmpty()) {
                html.line("div", small(Palette.QUIET), estimate);
            }
            html.close("td");
            text.append(Cards.words(figure, speech)).append(' ').append(value(figure));
            text.append(coverage.isEmpty() ? "" : "  " + coverage);
            text.append(estimate.isEmpty() ? "\n" : "  " + estimate + "\n");
        }

        private static String value(KeyFigure figure) {
            return Display.text(figure.format(), figure.value());
        }

        private void change(KeyFigure figure, ChangeLine line) {
            html.line(
                    "div",
                    small(Change.colour(line.good(figure))),
                    Change.words(line.versus(), line.change(), figure.changeFormat(), context.speech()));
        }

        private static String small(int colour) {
            return "font-size:12px;line-height:1.6;color:" + Html.colour(colour);
        }
    }

    /** A short table as part of a letter. */
    static final class LetterTable {
        private static final String CELL = "padding:5px 8px;font-size:13px;border-bottom:1px solid %s;text-align:%s";

        private final Context context;
        private final Html html;
        private final StringBuilder text;

        LetterTable(Context context, Html html, StringBuilder text) {
            this.context = context;
            this.html = html;
            this.text = text;
        }

        void add(ShownTable table) {
            html.open("div", "", "padding:12px 20px 0");
            html.line("div", "font-size:15px;font-weight:bold;padding-bottom:6px", table.title());
            html.open(
                    "table",
                    "width=\"100%\" cellpadding=\"0\" cellspacing=\"0\"",
                    "width:100%;border-collapse:collapse");
            row(
                    "th",
                    table,
                    table.columns().stream().map(ShownTable.Column::label).toList());
            table.rows().forEach(values -> row("td", table, shown(table, values)));
            html.close("table");
            if (table.rows().isEmpty()) {
                html.line("div", "font-size:13px;padding:6px 8px", table.empty());
            }
            html.close("div");
            text.append(table.title()).append('\n').append(plain(table)).append('\n');
        }

        private void row(String element, ShownTable table, List<String> values) {
            html.open("tr", "", element.equals("th") ? "background:" + Html.colour(Palette.HEADER) : "");
            for (int i = 0; i < values.size(); i++) {
                boolean number = Display.isNumeric(table.columns().get(i).format());
                html.line(element, CELL.formatted(Html.colour(Palette.GRID), number ? "right" : "left"), values.get(i));
            }
            html.close("tr");
        }

        private List<String> shown(ShownTable table, List<@Nullable Object> values) {
            return table.columns().stream()
                    .map(column -> {
                        Object value = values.get(column.index());
                        return value instanceof LocalDate day
                                ? day.toString()
                                : context.cells().shown(value, column);
                    })
                    .toList();
        }

        private String plain(ShownTable table) {
            return table.rows().isEmpty()
                    ? table.empty() + "\n"
                    : table.rows().stream()
                            .map(values -> String.join("  ", shown(table, values)) + "\n")
                            .collect(Collectors.joining());
        }
    }
}
