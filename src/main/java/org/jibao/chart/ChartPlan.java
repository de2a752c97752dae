package org.jibao.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jibao.definition.SummaryDefinition.ChartType;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.finding.Language;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What a chart shows, in one language.
 *
 * @param title its message
 * @param subtitle what is plotted, with its unit
 * @param categories along the axis, in the table's order
 * @param middle what a ranking is compared with, over all units whether drawn or not; null where that makes no sense
 * @param limit the most categories that are drawn, 0 for as many as there is room for
 */
public record ChartPlan(
        String id,
        ChartType type,
        String title,
        String subtitle,
        Format format,
        List<String> categories,
        List<Series> series,
        int limit,
        Language language,
        @Nullable BigDecimal middle) {
    private static final Wording WORDS = Wording.of(ChartPlan.class);

    public ChartPlan {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
    }

    /**
     * One series.
     *
     * @param values one a category, null where missing
     * @param focus drawn in colour where others are grey
     */
    public record Series(String name, List<@Nullable BigDecimal> values, boolean focus) {
        public Series {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    /** Whether there is not one value to draw; of a ring, none above zero. */
    public boolean isEmpty() {
        return values().allMatch(value -> type == ChartType.RING && value.signum() <= 0);
    }

    /** Why nothing is drawn: there are no values, or all are zero. */
    public String nothing() {
        return word(values().findAny().isPresent() ? "chart.zero" : "chart.empty");
    }

    private Stream<BigDecimal> values() {
        return series.stream().flatMap(one -> one.values().stream()).filter(Objects::nonNull);
    }

    /**
     * What is drawn of it where not all fits; its subtitle says what is left out.
     *
     * @param height of the chart in pixels of 1/96 inch
     */
    public ChartPlan drawn(int height) {
        return isEmpty() ? this : Selection.of(this, height);
    }

    ChartPlan with(String newSubtitle, List<String> newCategories, List<Series> newSeries) {
        return new ChartPlan(id, type, title, newSubtitle, format, newCategories, newSeries, limit, language, middle);
    }

    ChartPlan comparedWith(BigDecimal newMiddle, String newSubtitle) {
        return new ChartPlan(id, type, title, newSubtitle, format, categories, series, limit, language, newMiddle);
    }

    String word(String key, Object... values) {
        return WORDS.text(key, values).in(language);
    }
}
