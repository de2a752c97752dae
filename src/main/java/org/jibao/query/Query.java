package org.jibao.query;

import java.util.List;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.run.OperationalFailure;
import org.jibao.store.PeoplesSql;
import org.jibao.store.RefusedSql;
import org.jibao.store.ResultLimit;
import org.jibao.store.ResultLimit.ResultTooLarge;
import org.jibao.store.Rows;
import org.jspecify.annotations.Nullable;

/** One statement of an officer, on the published snapshot. */
public final class Query {
    private static final Wording WORDS = Wording.of(Query.class);

    /** A table is held until its widths are known, and takes several times what its values do. */
    private static final int TABLE_SHARE = 12;

    private final PeoplesSql sql;

    public Query(PeoplesSql sql) {
        this.sql = sql;
    }

    public void run(String statement, QueryListener listener) {
        try {
            sql.read(statement, listener::columns, listener::row);
        } catch (RefusedSql e) {
            throw new OperationalFailure(refused(e.text()), e);
        }
    }

    /** All rows at once, which must find room in memory. */
    public QueryResult held(String statement) {
        try {
            return QueryResult.of(sql.rows(statement, limit()));
        } catch (RefusedSql e) {
            throw new OperationalFailure(refused(e.text()), e);
        } catch (ResultTooLarge e) {
            throw new OperationalFailure(tooLarge(e.text()), e);
        }
    }

    private static ResultLimit limit() {
        return new ResultLimit(Long.MAX_VALUE, Runtime.getRuntime().maxMemory() / TABLE_SHARE);
    }

    private static Text refused(Text why) {
        return WORDS.text("query.refused", why);
    }

    private static Text tooLarge(Text why) {
        return WORDS.text("query.too-large", why);
    }

    /** Takes what people asked for: the columns once, then row by row. */
    public interface QueryListener {

        void columns(List<String> columns);

        /** @param values String, Long, BigDecimal, Boolean, LocalDate, Instant, Double where not finite, or null */
        void row(List<@Nullable Object> values);
    }

    /**
     * Rows as people asked for them.
     *
     * @param rows values: String, Long, BigDecimal, Boolean, LocalDate, Instant, Double where not finite, or null
     */
    public record QueryResult(List<String> columns, List<List<@Nullable Object>> rows) {

        static QueryResult of(Rows rows) {
            return new QueryResult(rows.columns(), rows.rows());
        }
    }
}
