package org.jibao.summary.bulletin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.finding.Language;
import org.jibao.finding.Wording;
import org.jibao.metrics.MetricTable;
import org.jibao.summary.Columns;
import org.jibao.summary.Context;
import org.jibao.summary.KeyFigure;
import org.jibao.summary.ShownTable;
import org.jibao.workbook.Display;
import org.jspecify.annotations.Nullable;

/**
 * A table as it stands on paper: words and nothing else.
 *
 * @param empty what stands in place of rows where there are none
 */
record Grid(List<Head> heads, List<Line> lines, String empty) {

    private static final Wording WORDS = Wording.of(Grid.class);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** Forty pages of a letter; a longer table belongs into the workbook. */
    static final int MOST_LINES = 2_000;

    /**
     * The head of a column.
     *
     * @param numeric whether its numbers stand to the right
     */
    record Head(String label, boolean numeric) {}

    /**
     * A row.
     *
     * @param strong whether it is a total of others
     */
    record Line(List<String> cells, boolean strong) {
        Line {
            cells = List.copyOf(cells);
        }
    }

    Grid {
        heads = List.copyOf(heads);
        lines = List.copyOf(lines);
    }

    /** A table of the summary. Figures whose formats differ from row to row are shown as the leaders' page shows them. */
    static Grid of(String id, Context context) {
        MetricTable figures = context.figures(id);
        Language language = context.speech().language();
        boolean mixed =
                List.of("label", "value", "format").stream().allMatch(name -> Columns.has(figures, name, language));
        return mixed ? ofFigures(KeyFigure.of(figures, language), context) : of(context.table(id), context);
    }

    private static Grid of(ShownTable table, Context context) {
        ZoneId zone = context.request().job().zone();
        List<Head> heads = table.columns().stream()
                .map(column -> new Head(column.label(), Display.isNumeric(column.format())))
                .toList();
        List<Line> lines = new ArrayList<>();
        for (List<@Nullable Object> row :
                table.rows().subList(0, Math.min(MOST_LINES, table.rows().size()))) {
            lines.add(new Line(
                    table.columns().stream()
                            .map(column -> shown(row.get(column.index()), column.format(), zone, context))
                            .toList(),
                    table.isEmphasized(row)));
        }
        int left = table.rows().size() - lines.size();
        if (left > 0) {
            List<String> cells = new ArrayList<>(java.util.Collections.nCopies(heads.size(), ""));
            cells.set(0, WORDS.text("table.more", left).in(context.speech().language()));
            lines.add(new Line(cells, false));
        }
        return new Grid(heads, lines, table.empty());
    }

    private static String shown(@Nullable Object value, Format format, ZoneId zone, Context context) {
        if (value == null || value instanceof Double number && !Double.isFinite(number)) {
            return Display.MISSING;
        }
        if (value instanceof Instant instant) {
            return MINUTE.format(LocalDateTime.ofInstant(instant, zone));
        }
        if (value instanceof Boolean yes) {
            return context.speech().word(yes ? "cell.yes" : "cell.no");
        }
        String shown = value instanceof Number number
                ? Display.text(format, number)
                : value instanceof LocalDate day ? day.toString() : value.toString();
        return shown.isBlank() ? Display.MISSING : shown;
    }

    /** One row a figure: its value with its unit, how it has changed, and its target where any has one. */
    static Grid ofFigures(List<KeyFigure> figures, Context context) {
        Language language = context.speech().language();
        boolean yearly = context.request()
                .period()
                .sameLastYear()
                .equals(context.request().period().previous());
        boolean aimed = figures.stream().anyMatch(figure -> !figure.target().isEmpty());
        List<Head> heads = new ArrayList<>();
        heads.add(head("figures.label", false, language));
        heads.add(head("figures.value", true, language));
        if (!yearly) {
            heads.add(head("figures.previous", true, language));
        }
        heads.add(head("figures.last-year", true, language));
        if (aimed) {
            heads.add(head("figures.target", false, language));
        }
        heads.add(head("figures.coverage", true, language));
        List<Line> lines = new ArrayList<>();
        for (KeyFigure figure : figures) {
            List<String> cells = new ArrayList<>();
            cells.add(figure.label());
            cells.add(FigureTexts.withUnit(Display.text(figure.format(), figure.value()), figure.unit(), language));
            if (!yearly) {
                cells.add(change(figure.onPrevious(), figure.changeFormat(), language));
            }
            cells.add(change(figure.onLastYear(), figure.changeFormat(), language));
            if (aimed) {
                cells.add(
                        figure.target().isEmpty()
                                ? Display.MISSING
                                : WORDS.text(figure.met() ? "figures.met" : "figures.missed", figure.target())
                                        .in(language));
            }
            cells.add(figure.coverage().isEmpty() ? Display.MISSING : figure.coverage());
            lines.add(new Line(cells, false));
        }
        return new Grid(heads, lines, WORDS.text("table.empty").in(language));
    }

    private static Head head(String key, boolean numeric, Language language) {
        return new Head(WORDS.text(key).in(language), numeric);
    }

    private static String change(@Nullable Object change, Format format, Language language) {
        if (change == null) {
            return Display.MISSING;
        }
        if (!(change instanceof Number number)) {
            return change.toString();
        }
        String size = Display.text(format, number);
        return format == Format.POINTS ? WORDS.text("figures.points", size).in(language) : size;
    }
}
