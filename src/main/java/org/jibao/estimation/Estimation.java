package org.jibao.estimation;

import java.util.List;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.SummaryDefinition.Estimates;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;

/**
 * What the figures would be about with the units that are missing: a series of its own beside the counts, in
 * {@code outlook.estimate} and {@code outlook.estimate_unit}; and what is open, in {@code outlook.open}. Reads the
 * metrics of the job, changes none of them, and gives the same for the same store.
 */
public final class Estimation {

    /** What the estimates are made from, each after those that it reads. */
    private static final List<String> STEPS =
            List.of("estimate_known", "estimate_missing", "estimate_prediction", "estimate_error", "estimate_spread");

    private Estimation() {}

    /**
     * Fills the tables after the metrics and {@code outlook.unlikely} were computed, for the period of
     * {@code returns.parameter}, in the caller's transaction. Of a job without figures only the units that are missing
     * are known.
     */
    public static void compute(Sql sql, JobDefinition job) {
        for (String table : List.of("estimate_unit", "estimate", "open")) {
            sql.execute("DELETE FROM outlook." + table);
        }
        if (job.figures().isEmpty()) {
            fill("open", "open_reporting", sql);
            return;
        }
        if (job.summary().estimates() == Estimates.ON) {
            estimate(sql);
        }
        fill("open", "open", sql);
    }

    private static void estimate(Sql sql) {
        for (String step : STEPS) {
            sql.execute("CREATE OR REPLACE TEMP TABLE " + step + " AS\n" + SqlText.read(Estimation.class, step));
        }
        fill("estimate_unit", "estimate_unit", sql);
        fill("estimate", "estimate", sql);
        STEPS.forEach(step -> sql.execute("DROP TABLE temp.main." + step));
    }

    /** Its rows are those of the job whose figures are in the store. */
    private static void fill(String table, String query, Sql sql) {
        sql.execute("INSERT INTO outlook." + table + " SELECT p.job, made.* FROM (\n"
                + SqlText.read(Estimation.class, query) + "\n) made CROSS JOIN returns.parameter p");
    }
}
