package org.jibao.outlook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jibao.calendar.Period;
import org.jibao.definition.GridForm;
import org.jibao.definition.JobDefinition;
import org.jibao.plausibility.Plausibility;
import org.jibao.plausibility.PlausibilityInput;
import org.jibao.plausibility.Suspicion;
import org.jibao.plausibility.UnitFigures;
import org.jibao.store.Row;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;

/**
 * Lists in {@code outlook.unlikely} the figures of a period that are probably mistakes, form by form, of the returns
 * that count as of {@code returns.parameter}. Runs on the caller's transaction.
 */
public final class UnlikelyFigures {

    /**
     * So many units are compared at once; of more, each batch has units from the whole roster. 2,000 units with ten
     * periods of 300 cells take 50 MiB.
     */
    static final int BATCH = 2_000;

    /** So many cells of them are in memory as rows at once: as rows they take ten times as much as side by side. */
    private static final int MOST_ROWS = 50_000;

    /** Two years of quarters: what is older says little of today. */
    private static final int EARLIER = 8;

    /** Days and weeks have no season that so short a past would show. */
    private static final int MOST_SEASONS = 12;

    private final Sql sql;
    private final JobDefinition job;

    public UnlikelyFigures(Sql sql, JobDefinition job) {
        this.sql = sql;
        this.job = job;
    }

    /** Replaces what was listed of the job and period before. */
    public void list(Period period) {
        sql.execute("DELETE FROM outlook.unlikely WHERE job = ? AND period = ?", job.id(), period.code());
        List<Judged> units = units();
        if (units.isEmpty()) {
            return;
        }
        for (FormCells form : forms()) {
            sql.execute(form.table(periods(period)));
            for (List<Integer> batch : batches(units.size())) {
                list(form, period, units, batch);
            }
            sql.execute("DROP TABLE unlikely_cell");
        }
    }

    /** A unit whose return is judged. */
    record Judged(String unit, String name, String kind, long submission) {}

    private List<Judged> units() {
        return sql.query(SqlText.read(UnlikelyFigures.class, "units")).stream()
                .map(row -> new Judged(row.text("unit"), row.text("name"), row.text("kind"), row.count("submission")))
                .toList();
    }

    private List<FormCells> forms() {
        return job.forms().stream()
                .filter(GridForm.class::isInstance)
                .map(GridForm.class::cast)
                .filter(form -> form.falseAlarms().signum() > 0)
                .map(form -> new FormCells(form, job.rules()))
                .toList();
    }

    /** The period and those before it. */
    private static List<Period> periods(Period period) {
        List<Period> periods = new ArrayList<>(List.of(period));
        while (periods.size() <= EARLIER) {
            periods.add(periods.get(periods.size() - 1).previous());
        }
        return periods;
    }

    /** Every so many-th unit in one batch. */
    private static List<List<Integer>> batches(int units) {
        int number = (units + BATCH - 1) / BATCH;
        List<List<Integer>> batches = new ArrayList<>();
        for (int batch = 0; batch < number; batch++) {
            List<Integer> some = new ArrayList<>();
            for (int unit = batch; unit < units; unit += number) {
                some.add(unit);
            }
            batches.add(some);
        }
        return batches;
    }

    private void list(FormCells form, Period period, List<Judged> units, List<Integer> batch) {
        List<UnitFigures> figures = figures(form, period, units, batch);
        int perYear = period.kind().perYear();
        boolean seasonal = perYear <= MOST_SEASONS;
        PlausibilityInput input =
                new PlausibilityInput(form.cells(), figures, seasonal ? perYear : 0, seasonal ? period.index() : 0);
        Map<String, Judged> byUnit = new LinkedHashMap<>();
        batch.forEach(number -> byUnit.put(units.get(number).unit(), units.get(number)));
        Map<String, List<Suspicion>> mistakes = new LinkedHashMap<>();
        for (Suspicion one : Plausibility.judge(input, form.form().falseAlarms().doubleValue())) {
            mistakes.computeIfAbsent(one.unit() + " " + one.cause(), mistake -> new ArrayList<>())
                    .add(one);
        }
        new UnlikelyRows(sql, job, period, form).add(mistakes.values(), byUnit);
    }

    private List<UnitFigures> figures(FormCells form, Period period, List<Judged> units, List<Integer> batch) {
        int ages = periods(period).size();
        List<UnitFigures> figures = new ArrayList<>();
        int width = form.cells().size();
        int step = batch.size() < 2 ? 1 : batch.get(1) - batch.get(0);
        Map<Integer, List<double[]>> values = new TreeMap<>();
        int parts = 1 + batch.size() * width / MOST_ROWS;
        for (int part = 0; part < parts; part++) {
            for (Row row :
                    sql.query(SqlText.read(UnlikelyFigures.class, "batch"), step * parts, batch.get(0) + step * part)) {
                List<double[]> own = values.computeIfAbsent((int) row.count("number"), unit -> none(ages));
                for (int age = 0; age < ages; age++) {
                    java.math.BigDecimal value = row.numberOrNull("v" + age);
                    if (value != null) {
                        own.set(age, with(own.get(age), width, (int) row.count("place"), value.doubleValue()));
                    }
                }
            }
        }
        values.forEach((number, own) -> {
            Judged unit = units.get(number);
            figures.add(new UnitFigures(unit.unit(), unit.kind(), own));
        });
        return figures;
    }

    private static List<double[]> none(int ages) {
        List<double[]> none = new ArrayList<>();
        for (int age = 0; age < ages; age++) {
            none.add(new double[0]);
        }
        return none;
    }

    private static double[] with(double[] values, int width, int place, double value) {
        double[] all = values;
        if (all.length == 0) {
            all = new double[width];
            java.util.Arrays.fill(all, Double.NaN);
        }
        all[place] = value;
        return all;
    }
}
