package org.jibao.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jibao.definition.Figure;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Problem;
import org.jibao.definition.SummaryDefinition.Chart;
import org.jibao.definition.SummaryDefinition.ChartType;
import org.jibao.definition.SummaryDefinition.Table;
import org.jibao.finding.Wording;
import org.jibao.metrics.MetricTable;
import org.jspecify.annotations.Nullable;

/**
 * Charts that draw the total of their other rows as one more bar. A total that its table marks by {@code emphasis} is never drawn; one
 * that is not marked shows in the figures of an example: in every column that is drawn, a row is the sum of all the others. Small
 * figures add up by chance, so that this is a warning.
 */
final class DrawnTotals {

    /** A total and three others: the larger of two is the sum of both often enough. */
    private static final int FEWEST_ROWS = 4;

    /** Along the axis of a trend stand periods, which have no total. */
    private static final Set<ChartType> BY_PERIOD = EnumSet.of(ChartType.TREND);

    private static final Wording WORDS = Wording.of(DrawnTotals.class);

    private DrawnTotals() {}

    /** Whether the figures of a table are wanted: it is the job's own, and a chart is drawn of it. */
    static boolean concern(JobDefinition job, Table table) {
        return !table.file().equals(Figure.FILE)
                && job.summary().charts().stream().anyMatch(chart -> isOf(chart, table.id()));
    }

    static List<Problem> warnings(List<Chart> charts, MetricTable figures) {
        List<Problem> warnings = new ArrayList<>();
        for (Chart chart : charts) {
            if (isOf(chart, figures.id())) {
                total(chart, figures)
                        .ifPresent(row -> warnings.add(new Problem(
                                "summary.yaml", 1, WORDS.text("chart.draws-total", chart.id(), figures.id(), row))));
            }
        }
        return warnings;
    }

    private static boolean isOf(Chart chart, String table) {
        return chart.table().equals(table) && chart.series() == null && !BY_PERIOD.contains(chart.type());
    }

    /** What the row is called that is the sum of the others. */
    private static Optional<String> total(Chart chart, MetricTable figures) {
        int emphasis = figures.columns().indexOf("emphasis");
        int category = column(figures, chart.category());
        List<List<@Nullable Object>> rows = figures.rows().stream()
                .filter(row -> emphasis < 0 || !Boolean.TRUE.equals(row.get(emphasis)))
                .toList();
        if (category < 0 || rows.size() < FEWEST_ROWS) {
            return Optional.empty();
        }
        List<Integer> drawn = chart.values().stream()
                .map(value -> figures.columns().indexOf(value))
                .toList();
        return rows.stream()
                .filter(row -> drawn.stream().allMatch(column -> isSum(row, rows, column)))
                .findFirst()
                .map(row -> String.valueOf(row.get(category)));
    }

    private static int column(MetricTable figures, String name) {
        return Math.max(
                figures.columns().indexOf(name),
                Math.max(
                        figures.columns().indexOf(name + "_zh"),
                        figures.columns().indexOf(name + "_en")));
    }

    /** Whether all are numbers, none is negative, at least two others are above 0, and the row has what the others have together. */
    private static boolean isSum(List<@Nullable Object> total, List<List<@Nullable Object>> rows, int column) {
        if (column < 0) {
            return false;
        }
        BigDecimal sum = BigDecimal.ZERO;
        int above = 0;
        for (List<@Nullable Object> row : rows) {
            if (!(row.get(column) instanceof Number number)) {
                return false;
            }
            BigDecimal value = new BigDecimal(number.toString());
            if (value.signum() < 0) {
                return false;
            }
            if (row != total) {
                sum = sum.add(value);
                above += value.signum();
            }
        }
        return above > 1 && sum.compareTo(new BigDecimal(String.valueOf(total.get(column)))) == 0;
    }
}
