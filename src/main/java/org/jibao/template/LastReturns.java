package org.jibao.template;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

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
        List<List<@Nullable Object>> rows = sql.isEmpty()
                ? List.of()
                : sql.get()
                        .query(LAST, job.id(), period.code(), asOf, unit.code())
                        .rows();
        if (rows.isEmpty()) {
            return BroughtForward.nothing(period);
        }
        Map<String, BigDecimal> figures = new HashMap<>();
        for (List<@Nullable Object> row : rows) {
            if (row.get(0) != null && row.get(1) instanceof BigDecimal value) {
                figures.put(String.valueOf(row.get(0)), value);
            }
        }
        return new BroughtForward(period, true, figures);
    }
}
