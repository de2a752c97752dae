package org.jibao.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jibao.chart.ChartPlan.Series;
import org.jibao.definition.SummaryDefinition.ChartType;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.workbook.Display;
import org.jspecify.annotations.Nullable;

/** Chooses what is drawn where not all fits, and says in the subtitle what was left out. */
final class Selection {
    /** Pixels that title, subtitle, legend and margins take. */
    private static final int SURROUND = 68;

    private static final int BAR = 17;
    private static final int MOST_COLUMNS = 16;
    private static final int MOST_SERIES = 5;

    private Selection() {}

    /** @param given with a value at least */
    static ChartPlan of(ChartPlan given, int height) {
        ChartPlan plan = withValues(given);
        ChartPlan fewer = plan.type() == ChartType.STACKED ? mergeSeries(plan) : plan;
        int bars = Math.max(3, (height - SURROUND) / BAR);
        return switch (plan.type()) {
            case RANKING -> largest(ReferenceLine.add(fewer), bars);
            case STACKED -> largest(fewer, bars);
            case COLUMNS -> inOrder(fewer, MOST_COLUMNS);
            case RING -> mergeCategories(fewer);
            case TREND -> fewer;
        };
    }

    /** A series without any value, such as the period before the first one, is in no legend. */
    private static ChartPlan withValues(ChartPlan plan) {
        return plan.with(
                plan.subtitle(),
                plan.categories(),
                plan.series().stream()
                        .filter(one -> one.values().stream().anyMatch(Objects::nonNull))
                        .toList());
    }

    /** The largest by their sum; those without any value are left out. */
    private static ChartPlan largest(ChartPlan plan, int room) {
        List<Integer> withValue = IntStream.range(0, plan.categories().size())
                .boxed()
                .filter(i -> total(plan, i) != null)
                .sorted(Comparator.comparing((Integer i) -> Objects.requireNonNull(total(plan, i)))
                        .reversed())
                .toList();
        int missing = plan.categories().size() - withValue.size();
        int most = plan.limit() > 0 ? Math.min(plan.limit(), room) : room;
        List<Integer> kept = withValue.subList(0, Math.min(most, withValue.size()));
        return keep(plan, kept, withValue.size() - kept.size(), missing);
    }

    private static ChartPlan inOrder(ChartPlan plan, int room) {
        int count = plan.categories().size();
        int most = plan.limit() > 0 ? plan.limit() : room;
        if (count <= most) {
            return plan;
        }
        return largest(plan, most);
    }

    private static ChartPlan keep(ChartPlan plan, List<Integer> kept, int left, int missing) {
        List<Series> series = plan.series().stream()
                .map(one -> new Series(one.name(), pick(one.values(), kept), one.focus()))
                .toList();
        List<String> notes = new ArrayList<>();
        if (!plan.subtitle().isEmpty()) {
            notes.add(plan.subtitle());
        }
        if (left > 0) {
            notes.add(plan.word("selection.first", kept.size(), left));
        }
        if (missing > 0) {
            notes.add(plan.word("selection.missing", missing));
        }
        return plan.with(String.join(" · ", notes), pick(plan.categories(), kept), series);
    }

    private static <T extends @Nullable Object> List<T> pick(List<T> all, List<Integer> kept) {
        List<T> picked = new ArrayList<>();
        kept.forEach(i -> picked.add(all.get(i)));
        return picked;
    }

    /** The sum over all series, or null where none has a value. */
    static @Nullable BigDecimal total(ChartPlan plan, int category) {
        return plan.series().stream()
                .map(one -> one.values().get(category))
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    /** Beyond what the eye tells apart by colour, the series from the fifth on are drawn as one. */
    private static ChartPlan mergeSeries(ChartPlan plan) {
        int count = plan.series().size();
        if (count <= MOST_SERIES) {
            return plan;
        }
        List<Series> bySize = plan.series().stream()
                .sorted(Comparator.comparing(Selection::sum).reversed())
                .toList();
        List<Series> series = new ArrayList<>(bySize.subList(0, MOST_SERIES - 1));
        ChartPlan rest = plan.with(plan.subtitle(), plan.categories(), bySize.subList(MOST_SERIES - 1, count));
        List<@Nullable BigDecimal> totals = new ArrayList<>();
        for (int i = 0; i < plan.categories().size(); i++) {
            totals.add(total(rest, i));
        }
        series.add(new Series(rest(plan, rest.series().size()), totals, false));
        return plan.with(plan.subtitle(), plan.categories(), series);
    }

    private static ChartPlan mergeCategories(ChartPlan plan) {
        List<@Nullable BigDecimal> values = plan.series().get(0).values();
        List<Integer> order = new ArrayList<>(IntStream.range(0, values.size())
                .filter(i -> value(values, i).signum() > 0)
                .boxed()
                .toList());
        // A table that has few parts has put them in order, its own rest last.
        if (order.size() > MOST_SERIES) {
            order.sort(Comparator.comparing((Integer i) -> value(values, i)).reversed());
        }
        int most = order.size() > MOST_SERIES ? MOST_SERIES - 1 : order.size();
        List<String> names = new ArrayList<>(pick(plan.categories(), order.subList(0, most)));
        List<@Nullable BigDecimal> shares = new ArrayList<>(pick(values, order.subList(0, most)));
        if (order.size() > most) {
            names.add(rest(plan, order.size() - most));
            shares.add(order.subList(most, order.size()).stream()
                    .map(i -> value(values, i))
                    .reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        return plan.with(
                plan.subtitle(), names, List.of(new Series(plan.series().get(0).name(), shares, false)));
    }

    private static String rest(ChartPlan plan, int count) {
        return plan.word("selection.rest", count);
    }

    private static BigDecimal value(List<@Nullable BigDecimal> values, int index) {
        BigDecimal value = values.get(index);
        return value == null ? BigDecimal.ZERO : value;
    }

    private static BigDecimal sum(Series series) {
        return series.values().stream().filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The line that a ranking is compared with: the average, or for rates, which are never averaged, the median. */
    static final class ReferenceLine {
        private ReferenceLine() {}

        /** The plan with its line, which its subtitle tells. */
        static ChartPlan add(ChartPlan plan) {
            List<BigDecimal> values = plan.series().get(0).values().stream()
                    .filter(Objects::nonNull)
                    .toList();
            boolean rate = plan.format() == Format.RATE;
            BigDecimal middle = rate ? median(values) : average(values);
            String shown = Display.text(rate ? Format.RATE : Format.DAYS, middle);
            String line = plan.word(rate ? "line.median" : "line.average", shown);
            return plan.comparedWith(middle, plan.subtitle().isEmpty() ? line : plan.subtitle() + " · " + line);
        }

        static BigDecimal average(List<BigDecimal> values) {
            BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            return sum.divide(BigDecimal.valueOf(values.size()), 6, RoundingMode.HALF_UP);
        }

        static BigDecimal median(List<BigDecimal> values) {
            List<BigDecimal> sorted = values.stream().sorted().toList();
            int half = sorted.size() / 2;
            return sorted.size() % 2 == 1 ? sorted.get(half) : average(sorted.subList(half - 1, half + 1));
        }
    }
}
