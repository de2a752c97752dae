package org.jibao.summary.bulletin;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jibao.definition.Figure;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Nearest;
import org.jibao.definition.SummaryDefinition.Chart;
import org.jibao.definition.SummaryDefinition.Table;
import org.jibao.definition.figure.DefaultSummary;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/** The placeholders that a job's bulletin can fill, and what is wrong with any other. */
final class PlaceholderNames {

    private static final Wording WORDS = Wording.of(PlaceholderNames.class);

    static final String TABLE = "table";
    static final String CHART = "chart";
    static final String CAPTION = "caption";
    static final String LIST = "list";
    static final String COUNT = "count";
    static final String FIGURE = "figure";

    /** What stands in a line. */
    static final List<String> WORDS_OF_ALL = List.of("title", "heading", "period", "as_of", "date");

    /** Paragraphs and tables that take the place of the whole paragraph, for jobs that declare figures. */
    static final List<String> BLOCKS =
            List.of("opening", "overview", "sentences", "praised", "criticised", "figures", "annex");

    static final List<String> LISTS =
            List.of("missing", "held", "returned", "rejected", "late", "on_time", "praised", "criticised");

    static final List<String> COUNTS =
            List.of("expected", "reported", "missing", "held", "returned", "rejected", "late", "on_time");

    private final Set<String> figures = new LinkedHashSet<>();
    private final Set<String> tables = new LinkedHashSet<>();
    private final Set<String> charts = new LinkedHashSet<>();
    private final boolean declared;

    PlaceholderNames(JobDefinition job) {
        job.figures().stream().map(Figure::id).forEach(figures::add);
        job.summary().tables().stream()
                .map(Table::id)
                .filter(id -> !DefaultSummary.UNSHOWN.contains(id) || id.equals(DefaultSummary.UNITS))
                .forEach(tables::add);
        job.summary().charts().stream().map(Chart::id).forEach(charts::add);
        declared = !figures.isEmpty();
    }

    /** Whether it takes the place of its whole paragraph, and so must stand there alone. */
    static boolean isBlock(Placeholder placeholder) {
        return placeholder.kind().isEmpty()
                ? BLOCKS.contains(placeholder.named())
                : placeholder.kind().equals(TABLE) || placeholder.kind().equals(CHART);
    }

    /** What is wrong with it; empty where it can be filled. */
    Optional<Text> mistake(Placeholder placeholder) {
        if (isKnown(placeholder)) {
            return Optional.empty();
        }
        if (!declared && isOfFigures(placeholder)) {
            return Optional.of(WORDS.text("placeholder.no-figures", placeholder.written()));
        }
        return Optional.of(Nearest.to(placeholder.plain(), known())
                .map(near -> WORDS.text("placeholder.unknown-near", placeholder.written(), "{{" + near + "}}"))
                .orElseGet(() -> WORDS.text("placeholder.unknown", placeholder.written())));
    }

    private boolean isKnown(Placeholder placeholder) {
        return switch (placeholder.kind()) {
            case TABLE -> tables.contains(placeholder.table());
            case CHART -> charts.contains(placeholder.named());
            case CAPTION -> tables.contains(placeholder.table()) || charts.contains(placeholder.named());
            case LIST -> declared && LISTS.contains(placeholder.named());
            case COUNT -> declared && COUNTS.contains(placeholder.named());
            case FIGURE -> isFigure(placeholder);
            case "" ->
                WORDS_OF_ALL.contains(placeholder.named())
                        || declared && BLOCKS.contains(placeholder.named())
                        || isFigure(placeholder);
            default -> false;
        };
    }

    private boolean isFigure(Placeholder placeholder) {
        return figures.contains(placeholder.name())
                && (placeholder.aspect().isEmpty() || FigureTexts.ASPECTS.contains(placeholder.aspect()));
    }

    private static boolean isOfFigures(Placeholder placeholder) {
        return placeholder.kind().equals(LIST)
                || placeholder.kind().equals(COUNT)
                || placeholder.kind().isEmpty() && BLOCKS.contains(placeholder.named());
    }

    /** Every one that there is. */
    Set<String> known() {
        Set<String> known = new LinkedHashSet<>(WORDS_OF_ALL);
        if (declared) {
            known.addAll(BLOCKS);
            LISTS.forEach(list -> known.add(LIST + ":" + list));
            COUNTS.forEach(count -> known.add(COUNT + ":" + count));
        }
        for (String figure : figures) {
            known.add(figure);
            FigureTexts.ASPECTS.forEach(aspect -> known.add(figure + "." + aspect));
        }
        for (String table : tables) {
            known.add(TABLE + ":" + table);
            known.add(CAPTION + ":" + table);
        }
        figures.stream()
                .filter(figure -> tables.contains("ranking_" + figure))
                .forEach(figure -> known.add(TABLE + ":ranking." + figure));
        for (String chart : charts) {
            known.add(CHART + ":" + chart);
            known.add(CAPTION + ":" + chart);
        }
        return known;
    }
}
