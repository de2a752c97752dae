package org.jibao.definition;

import java.util.List;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/**
 * {@code metrics/<id>.sql} with its twin {@code <id>.yaml}: one table {@code mart.<id>}.
 *
 * @param id the table's name; unique in a store
 * @param grain the columns that tell its rows apart
 * @param columns what its value columns mean, for the notes sheet
 * @param sql the SELECT
 * @param ofRecord whether its rows are the job's figures of record, {@code returns.figure_of_record}: they are kept with every
 *     summary that is published, and the next one says what has changed since. Columns: period, scope, name_zh, name_en,
 *     position, figure, figure_zh, figure_en, format (count, amount, rate or days) and value
 * @param file where it is declared, seen from the job folder
 * @param parts how it is made part by part where its rows are very many, or null
 */
public record MetricDefinition(
        String id,
        Text title,
        List<String> grain,
        List<Measure> columns,
        String sql,
        boolean ofRecord,
        String file,
        @Nullable InParts parts) {

    public MetricDefinition {
        grain = List.copyOf(grain);
        columns = List.copyOf(columns);
    }

    /** One that is made by one statement. */
    public MetricDefinition(
            String id,
            Text title,
            List<String> grain,
            List<Measure> columns,
            String sql,
            boolean ofRecord,
            String file) {
        this(id, title, grain, columns, sql, ofRecord, file, null);
    }

    /** One whose SQL is a file of the job's own. */
    public MetricDefinition(
            String id, Text title, List<String> grain, List<Measure> columns, String sql, boolean ofRecord) {
        this(id, title, grain, columns, sql, ofRecord, "metrics/" + id + ".sql");
    }

    /** One whose rows are not figures of record. */
    public MetricDefinition(String id, Text title, List<String> grain, List<Measure> columns, String sql) {
        this(id, title, grain, columns, sql, false);
    }

    /** A statement of which each part gives some of the rows, and all parts give each row once. */
    public interface InParts {

        /** A SELECT of how many there are to be, 1 or more, run when the metrics before are there. */
        String number();

        /**
         * The SELECT of one part.
         *
         * @param part from 0
         * @param parts how many there are, 1 or more
         */
        String sql(int part, int parts);
    }

    /**
     * One value column of a metric, as the notes sheet explains it.
     *
     * @param unit such as {@code 条} or {@code %}
     * @param numerator, denominator, empty for a count
     * @param note definition, exclusions and source
     */
    public record Measure(String name, Text label, Text unit, Text numerator, Text denominator, Text note) {}
}
