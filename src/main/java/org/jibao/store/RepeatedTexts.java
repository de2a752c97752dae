package org.jibao.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a long result that come again and again: the name of a unit stands in each of its rows. The engine gives
 * them by number, and each text once. A text that the driver makes takes it fifty times as long as a number.
 */
final class RepeatedTexts {

    /** A column is numbered where each of its texts comes so often on average. */
    private static final int TIMES = 20;

    private static final String TYPE = "people_text_";

    private final ConnectionSql sql;
    private final Connection connection;
    private final String table;
    private final List<String> columns;
    private final List<@Nullable List<String>> texts = new ArrayList<>();

    /**
     * @param table in which the engine holds the result
     * @param columns of the table, by their names there
     */
    RepeatedTexts(ConnectionSql sql, Connection connection, String table, List<String> columns) {
        this.sql = sql;
        this.connection = connection;
        this.table = table;
        this.columns = columns;
        columns.forEach(column -> texts.add(null));
    }

    /** Numbers the texts of the columns that have few. */
    void number() throws SQLException {
        List<@Nullable Object> few = rows("SELECT "
                        + each("typeof(any_value(%1$s)) = 'VARCHAR' AND" + " approx_count_distinct(%1$s) * " + TIMES
                                + " < count(%1$s)")
                        + " FROM " + table)
                .get(0);
        for (int i = 0; i < columns.size(); i++) {
            if (Boolean.TRUE.equals(few.get(i))) {
                texts.set(i, numbered(i));
            }
        }
    }

    private List<String> numbered(int index) throws SQLException {
        String column = SqlText.name(columns.get(index));
        execute("CREATE TEMP TYPE " + TYPE + index + " AS ENUM (SELECT DISTINCT " + column + " FROM " + table
                + " WHERE " + column + " IS NOT NULL ORDER BY ALL)");
        return rows("SELECT unnest(enum_range(NULL::" + TYPE + index + "))").stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }

    /** What is selected of the table, in place of a star. */
    String selected() {
        List<String> selected = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = SqlText.name(columns.get(i));
            selected.add(texts.get(i) == null ? column : "enum_code(" + column + "::" + TYPE + i + ")");
        }
        return String.join(", ", selected);
    }

    /** Puts the texts into a row in place of their numbers. */
    void put(List<@Nullable Object> row) {
        for (int i = 0; i < row.size(); i++) {
            List<String> known = texts.get(i);
            if (known != null && row.get(i) instanceof Long number) {
                row.set(i, known.get(number.intValue()));
            }
        }
    }

    /** Takes the numbers away from the engine. */
    void forget() throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            execute("DROP TYPE IF EXISTS " + TYPE + i);
        }
    }

    private String each(String expression) {
        return columns.stream()
                .map(column -> expression.formatted(SqlText.name(column)))
                .collect(Collectors.joining(", "));
    }

    private void execute(String statement) throws SQLException {
        sql.runAtOnce(connection, running -> running.execute(statement));
    }

    private List<List<@Nullable Object>> rows(String select) throws SQLException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        sql.runAtOnce(connection, statement -> {
            try (var result = statement.executeQuery(select)) {
                return RowReader.each(result, rows::add);
            }
        });
        return rows;
    }
}
