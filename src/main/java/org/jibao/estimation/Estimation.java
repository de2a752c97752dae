package org.jibao.estimation;

import java.util.List;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.SummaryDefinition.Estimates;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;

/**
 * What the figures would be about with the units that are missing: a series of its own beside the counts, in {@code mart.estimate} and
 * {@code mart.estimate_unit}; and what is open, in {@code mart.open}. Reads the metrics of the job, changes none of them, and gives
 * the same for the same store.
 */
public final class Estimation {

    /** The tables of schema {@code mart} that are taken over with the figures. */
    public static final List<String> TABLES = List.of("unlikely", "estimate_unit", "estimate", "open");

    /** What the estimates are made from, each after those that it reads. */
    private static final List<String> STEPS =
            List.of("estimate_known", "estimate_missing", "estimate_prediction", "estimate_error", "estimate_spread");

    private Estimation() {}

    /**
     * Fills the tables after the metrics and {@code mart.unlikely} were computed, for the period of {@code returns.parameter}, in the
     * caller's transaction. Of a job without figures only the units that are missing are known.
     */
    public static void compute(Sql sql, JobDefinition job) {
        if (job.figures().isEmpty()) {
            sql.execute(SqlText.read(Estimation.class, "open_reporting"));
            return;
        }
        if (job.summary().estimates() == Estimates.ON) {
            estimate(sql);
        }
        sql.execute("INSERT INTO mart.open\n" + SqlText.read(Estimation.class, "open"));
    }

    private static void estimate(Sql sql) {
        for (String step : STEPS) {
            sql.execute("CREATE OR REPLACE TEMP TABLE " + step + " AS\n" + SqlText.read(Estimation.class, step));
        }
        sql.execute("INSERT INTO mart.estimate_unit\n" + SqlText.read(Estimation.class, "estimate_unit"));
        sql.execute("INSERT INTO mart.estimate\n" + SqlText.read(Estimation.class, "estimate"));
        STEPS.forEach(step -> sql.execute("DROP TABLE temp.main." + step));
    }
}
