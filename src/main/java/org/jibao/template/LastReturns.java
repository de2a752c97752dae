package org.jibao.template;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.store.Row;
import org.jibao.store.Rows;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;

/** What units said in the period before the one for which templates are made. */
public final class LastReturns {

    private static final String LAST = SqlText.read(LastReturns.class, "template_last");

    private final Optional<? extends Sql> sql;
    private final JobDefinition job;
    private final Period period;
    private final Instant asOf;

    /** @param sql of the published snapshot, or empty where nothing has been collected yet */
    public LastReturns(Optional<? extends Sql> sql, JobDefinition job, Period period, Instant asOf) {
        this.sql = sql;
        this.job = job;
        this.period = period.previous();
        this.asOf = asOf;
    }

    BroughtForward of(Unit unit) {
        if (sql.isEmpty()) {
            return BroughtForward.nothing(period);
        }
        Rows rows = sql.get().query(LAST, job.id(), period.code(), asOf, unit.code());
        if (rows.isEmpty()) {
            return BroughtForward.nothing(period);
        }
        Map<String, BigDecimal> figures = new HashMap<>();
        for (Row row : rows) {
            String cell = row.textOrNull("cell");
            BigDecimal value = row.numberOrNull("value");
            if (cell != null && value != null) {
                figures.put(cell, value);
            }
        }
        return new BroughtForward(period, true, figures);
    }
}
