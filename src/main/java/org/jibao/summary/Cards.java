package org.jibao.summary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jibao.calendar.Period;
import org.jibao.calendar.PeriodKind;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.summary.CardLines.ChangeLine;
import org.jibao.workbook.Display;
import org.jibao.workbook.Look;
import org.jibao.workbook.Look.Upright;
import org.jibao.workbook.Palette;
import org.jibao.workbook.SheetCell;
import org.jibao.workbook.SheetRow;
import org.jspecify.annotations.Nullable;

/** Key figures as cards: what, how much, how it moved, and on how many units it rests. */
public final class Cards {
    private static final Wording WORDS = Wording.of(Cards.class);

    /** With one step between cards, rows of two, three, four, six and seven divide it evenly. */
    static final int GRID = 83;

    static final int STEP = 14;
    private static final int MOST_IN_ROW = 7;
    private static final double LABEL = 9.5;
    private static final double VALUE = 20;
    private static final double CHANGE = 9;
    private static final double ESTIMATE = 8.5;
    private static final double PLAIN = 8;
    private static final int PADDING = 16;
    private static final Look CARD = Look.BODY.indented().filled(Palette.PANEL);
    private static final Look SMALL = CARD.sized(9).coloured(Palette.QUIET);

    private final Context context;
    private final SheetBuilder draft;
    private int cardWidth;
    private double changeSize = CHANGE;
    private double plainSize = PLAIN;

    Cards(Context context, SheetBuilder draft) {
        this.context = context;
        this.draft = draft;
    }

    void add(List<KeyFigure> figures) {
        if (figures.isEmpty()) {
            return;
        }
        int rows = (figures.size() + MOST_IN_ROW - 1) / MOST_IN_ROW;
        int inRow = (figures.size() + rows - 1) / rows;
        cardWidth = (GRID / inRow - 1) * STEP - PADDING;
        changeSize = size(figures, false, CHANGE);
        plainSize = size(figures, true, PLAIN);
        for (int start = 0; start < figures.size(); start += inRow) {
            row(figures.subList(start, Math.min(figures.size(), start + inRow)), inRow, figures);
            draft.gap(7);
        }
    }

    /** @param all those of every row: cards are of one height */
    private void row(List<KeyFigure> figures, int inRow, List<KeyFigure> all) {
        line(3, inRow, figures.stream().map(figure -> bar()).toList());
        line(labelPoints(figures), inRow, figures.stream().map(this::label).toList());
        line(28, inRow, figures.stream().map(this::value).toList());
        if (all.stream().anyMatch(figure -> !units(figure).isEmpty())) {
            line(
                    13,
                    inRow,
                    figures.stream()
                            .map(figure -> SheetCell.text(units(figure), SMALL.sized(ESTIMATE)))
                            .toList());
        }
        for (int i = 0; i < places(all.get(0)).size(); i++) {
            int place = i;
            if (all.stream().anyMatch(figure -> places(figure).get(place) != null)) {
                line(
                        15,
                        inRow,
                        figures.stream()
                                .map(figure -> change(figure, places(figure).get(place)))
                                .toList());
            }
        }
        if (all.stream().anyMatch(figure -> !figure.target().isEmpty())) {
            line(15, inRow, figures.stream().map(this::target).toList());
        }
        line(
                all.stream().anyMatch(figure -> figure.estimate() != null) ? 14 : 18,
                inRow,
                figures.stream().map(this::coverage).toList());
        estimates(figures, inRow, all);
    }

    private String units(KeyFigure figure) {
        return CardLines.units(figure, context.request().period(), context.speech());
    }

    private List<@Nullable ChangeLine> places(KeyFigure figure) {
        return CardLines.places(figure, context.request().period(), context.speech());
    }

    /** Below what is counted, and no brighter. */
    private void estimates(List<KeyFigure> figures, int inRow, List<KeyFigure> all) {
        int lines = all.stream()
                .map(figure -> CardLines.estimate(figure, context.speech()))
                .mapToInt(words -> words.isEmpty() ? 0 : context.measure().lines(words, ESTIMATE, cardWidth))
                .max()
                .orElse(0);
        if (lines > 0) {
            line(
                    lines * 12 + 6,
                    inRow,
                    figures.stream()
                            .map(figure -> SheetCell.text(
                                    CardLines.estimate(figure, context.speech()),
                                    SMALL.sized(ESTIMATE).wrapping().standing(Upright.TOP)))
                            .toList());
        }
    }

    /** The shape and the word say it to those who see no colours. */
    private SheetCell target(KeyFigure figure) {
        if (figure.target().isEmpty()) {
            return SheetCell.blank(SMALL);
        }
        return SheetCell.text(
                targetWords(figure, context.speech()), SMALL.sized(changeSize).coloured(targetColour(figure)));
    }

    public static String targetWords(KeyFigure figure, Localizer speech) {
        return speech.word(figure.met() ? "card.target-met" : "card.target-missed", figure.target());
    }

    static int targetColour(KeyFigure figure) {
        return figure.met() ? Palette.BLUE : Palette.RUST;
    }

    private static SheetCell bar() {
        return SheetCell.blank(Look.BODY.filled(Palette.BLUE));
    }

    private double labelPoints(List<KeyFigure> figures) {
        int lines = figures.stream()
                .mapToInt(figure -> context.measure().lines(words(figure), LABEL, cardWidth))
                .max()
                .orElse(1);
        return lines * 14 + 8;
    }

    private String words(KeyFigure figure) {
        return words(figure, context.speech());
    }

    /** What it is, with its unit. */
    public static String words(KeyFigure figure, Localizer speech) {
        if (figure.unit().isEmpty()) {
            return figure.label();
        }
        return speech.word("card.with-unit", figure.label(), figure.unit());
    }

    private SheetCell label(KeyFigure figure) {
        return SheetCell.text(words(figure), CARD.sized(LABEL).wrapping().standing(Upright.MIDDLE));
    }

    private SheetCell value(KeyFigure figure) {
        Look look = CARD.strong();
        if (figure.value() == null) {
            return SheetCell.text(Display.MISSING, look.sized(VALUE).coloured(Palette.QUIET));
        }
        Format format = figure.format();
        double size = fitting(Display.text(format, figure.value()), VALUE);
        return SheetCell.number(
                Display.cellValue(format, figure.value()), look.sized(size).patterned(Display.pattern(format)));
    }

    private SheetCell change(KeyFigure figure, @Nullable ChangeLine line) {
        if (line == null) {
            return SheetCell.blank(SMALL);
        }
        return Change.cell(
                line.versus(),
                line.change(),
                line.good(figure),
                figure.changeFormat(),
                context.speech(),
                SMALL.sized(line.plain() ? plainSize : changeSize));
    }

    /** One size for the changes of all cards: the one in which the longest fits. */
    private double size(List<KeyFigure> figures, boolean plain, double largest) {
        return figures.stream()
                .flatMap(figure -> CardLines.of(figure, context.request().period(), context.speech()).stream()
                        .filter(line -> line.plain() == plain)
                        .map(line ->
                                Change.shown(line.versus(), line.change(), figure.changeFormat(), context.speech())))
                .mapToDouble(shown -> fitting(shown, largest))
                .reduce(largest, Math::min);
    }

    /** Of years, the one before is last year. */
    public static Text onPrevious(Period period) {
        if (period.kind() == PeriodKind.YEAR) {
            return onLastYear(period);
        }
        return WORDS.text("card.on-previous", inEnglishOnly(period.previous()));
    }

    public static Text onLastYear(Period period) {
        return WORDS.text("card.on-last-year", inEnglishOnly(period.sameLastYear()));
    }

    /** Chinese has a word for each comparison, and needs no period beside it. */
    private static Text inEnglishOnly(Period period) {
        return new Text("", period.label().en());
    }

    /** The size of type, at most the given one, in which the text fits a card: a number too wide is shown as ###. */
    private double fitting(String text, double largest) {
        double points = cardWidth / context.measure().pixels(text, 1);
        return Math.min(largest, Math.floor(points * 2) / 2);
    }

    private SheetCell coverage(KeyFigure figure) {
        return figure.coverage().isEmpty()
                ? SheetCell.blank(SMALL)
                : SheetCell.text(
                        context.speech().word("card.coverage", figure.coverage()),
                        SMALL.sized(8.5).standing(Upright.TOP));
    }

    /** One line of all cards of a row, each over its share of the grid and one step apart. */
    private void line(double points, int inRow, List<SheetCell> cards) {
        List<SheetCell> cells = new ArrayList<>(Collections.nCopies(GRID, SheetCell.blank(Look.BODY)));
        int row = draft.nextRow();
        for (int i = 0; i < cards.size(); i++) {
            int first = Math.round((float) i * (GRID + 1) / inRow);
            int last = Math.round((float) (i + 1) * (GRID + 1) / inRow) - 2;
            Collections.fill(
                    cells.subList(first, last + 1), SheetCell.blank(cards.get(i).look()));
            cells.set(first, cards.get(i));
            draft.merge(row, row, first, last);
        }
        draft.add(new SheetRow(points, cells));
    }
}
