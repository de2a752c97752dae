package org.jibao.benchmark;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.estimation.Estimation;
import org.jibao.metrics.MetricRunner;
import org.jibao.store.FiguresCopy;
import org.jibao.store.Row;
import org.jibao.store.Sql;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;
import org.jibao.support.SqlText;

/**
 * How often the range of an estimate holds the figure, and how wide it is: each unit is left out by itself, and some at
 * a time, in every period of a store; what it had is the truth. Arguments: the store, the job folder, how many at a
 * time, and draws a period; 0 draws for each unit by itself.
 */
public final class LeaveOut {

    private static final Instant AS_OF = Instant.parse("2036-01-01T00:00:00Z");

    private final Sql sql;
    private final JobDefinition job;
    private final Map<String, List<Trial>> trials = new TreeMap<>();

    private LeaveOut(Sql sql, JobDefinition job) {
        this.sql = sql;
        this.job = job;
    }

    /** One figure of the whole with units left out. */
    private record Trial(double truth, double estimate, double low, double high, boolean quotient) {

        boolean holds() {
            return low - 1e-9 <= truth && truth <= high + 1e-9;
        }

        /** Of a quotient in points, of a sum relative to it. */
        double width() {
            return quotient ? high - low : truth == 0 ? 0 : (high - low) / Math.abs(truth);
        }

        double error() {
            return quotient ? Math.abs(estimate - truth) : truth == 0 ? 0 : Math.abs((estimate - truth) / truth);
        }
    }

    /** Prints one line a figure. */
    public static void main(String[] arguments) {
        JobDefinition job = JobLoader.load(Path.of(arguments[1]));
        int atOnce = Integer.parseInt(arguments[2]);
        int draws = Integer.parseInt(arguments[3]);
        try (Store store = Store.openExisting(Path.of(arguments[0]), StoreSettings.DEFAULT);
                FiguresCopy figures = store.figures(() -> false)) {
            Store copy = figures.store();
            copy.inTransaction(() -> {
                LeaveOut bench = new LeaveOut(copy.sql(), job);
                bench.prepare(copy);
                bench.run(atOnce, draws);
                bench.print();
                return true;
            });
        }
    }

    private void prepare(Store copy) {
        List<Period> periods = periods();
        copy.define(job, periods, WorkingDays.china(), AS_OF);
        new MetricRunner(sql, job).compute(periods.get(periods.size() - 1), AS_OF);
        // What a unit had that is really missing is not known.
        sql.execute("DELETE FROM mart.reporting_unit WHERE NOT accepted");
    }

    private List<Period> periods() {
        return sql.query("SELECT period FROM intake.period WHERE job = ? ORDER BY period", job.id()).stream()
                .map(row -> Period.parse(row.text("period")).orElseThrow())
                .toList();
    }

    private void run(int atOnce, int draws) {
        for (Period period : periods()) {
            sql.execute("UPDATE returns.parameter SET period = ?", period.code());
            List<String> units = new ArrayList<>(sql
                    .query(
                            "SELECT unit FROM mart.reporting_unit WHERE period = ? AND accepted ORDER BY unit",
                            period.code())
                    .stream()
                    .map(row -> row.text("unit"))
                    .toList());
            if (draws == 0) {
                units.forEach(unit -> leaveOut(period, List.of(unit)));
            } else {
                Random random = new Random(period.code().hashCode());
                for (int draw = 0; draw < draws && units.size() > atOnce; draw++) {
                    Collections.shuffle(units, random);
                    leaveOut(period, units.subList(0, atOnce).stream().sorted().toList());
                }
            }
        }
    }

    private void leaveOut(Period period, List<String> units) {
        String names = units.stream().map(SqlText::literal).collect(Collectors.joining(", "));
        String here = " WHERE period = " + SqlText.literal(period.code());
        String these = here + " AND unit IN (" + names + ")";
        sql.execute("CREATE OR REPLACE TEMP TABLE kept_operand AS FROM mart.figure_operand" + these);
        sql.execute("CREATE OR REPLACE TEMP TABLE kept_unit AS FROM mart.reporting_unit" + here);
        sql.execute(
                "CREATE OR REPLACE TEMP TABLE kept_figure AS FROM mart.figure" + here + " AND top AND dimension = ''");
        sql.execute("DELETE FROM mart.figure" + here + " AND top AND dimension = ''");
        sql.execute("INSERT INTO mart.figure SELECT kept_figure.* REPLACE (numerator - coalesce(n, 0) AS numerator,"
                + " denominator - coalesce(d, 0) AS denominator) FROM kept_figure LEFT JOIN (SELECT figure AS id,"
                + " sum(numerator) AS n, sum(denominator) AS d FROM kept_operand WHERE dimension = '' GROUP BY figure)"
                + " ON id = figure");
        sql.execute("DELETE FROM mart.figure_operand" + these);
        sql.execute("UPDATE mart.reporting_unit SET accepted = false" + these);
        sql.execute("DELETE FROM outlook.estimate; DELETE FROM outlook.estimate_unit; DELETE FROM outlook.open");
        Estimation.compute(sql, job);
        sql.query(
                        "SELECT f.figure, f.value::DECIMAL(38, 12) AS truth, e.estimate, e.low, e.high, q.quotient FROM kept_figure f"
                                + " JOIN outlook.estimate e USING (level, scope, figure) JOIN mart.figure_definition q USING (figure)"
                                + " WHERE f.value IS NOT NULL AND e.estimated = ?",
                        (long) units.size())
                .forEach(this::add);
        sql.execute("INSERT INTO mart.figure_operand FROM kept_operand");
        sql.execute("DELETE FROM mart.reporting_unit" + here);
        sql.execute("INSERT INTO mart.reporting_unit FROM kept_unit");
        sql.execute("DELETE FROM mart.figure" + here + " AND top AND dimension = ''");
        sql.execute("INSERT INTO mart.figure FROM kept_figure");
    }

    private void add(Row row) {
        trials.computeIfAbsent(row.text("figure"), figure -> new ArrayList<>())
                .add(new Trial(
                        number(row, "truth"),
                        number(row, "estimate"),
                        number(row, "low"),
                        number(row, "high"),
                        row.flag("quotient")));
    }

    private static double number(Row row, String column) {
        BigDecimal number = row.numberOrNull(column);
        return number == null ? Double.NaN : number.doubleValue();
    }

    private void print() {
        System.out.printf(Locale.ROOT, "%-28s %7s %8s %9s %9s%n", "figure", "trials", "held", "width", "error");
        trials.forEach(LeaveOut::print);
        print("all", trials.values().stream().flatMap(List::stream).toList());
    }

    private static void print(String figure, List<Trial> tried) {
        System.out.printf(
                Locale.ROOT,
                "%-28s %7d %7.1f%% %8.2f%% %8.2f%%%n",
                figure,
                tried.size(),
                100.0 * tried.stream().filter(Trial::holds).count() / tried.size(),
                100 * tried.stream().mapToDouble(Trial::width).average().orElse(Double.NaN),
                100 * tried.stream().mapToDouble(Trial::error).average().orElse(Double.NaN));
    }
}
