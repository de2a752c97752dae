package org.jibao.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jibao.store.ResultLimit.ResultTooLarge;
import org.jibao.store.gate.SqlGate;
import org.jibao.store.gate.SqlGate.Refusal;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * The only way in which a statement runs that others wrote: past the gate, and as part of one statement of ours. A
 * result is first held by the engine, within its limits of time and memory, and then read in pages: a statement that
 * fails has given nothing, and a long result takes no room here.
 */
public final class PeoplesSql {

    private static final String RESULT = "temp.main.people_result";

    private static final int PAGE = 20_000;

    /** How the engine calls a column whose name another has already. */
    private static final Pattern RENAMED = Pattern.compile("[_:]\\d{1,9}\\z");

    private static final Pattern DESCRIBE = Pattern.compile("\\A\\s*desc(?:ribe)?\\b", Pattern.CASE_INSENSITIVE);

    /**
     * The texts that have passed the gate in this process. A run passes each twice, with the job folder and where it is
     * run; what the gate says depends on the text alone.
     */
    private static final Passed PASSED = new Passed();

    private final ConnectionSql sql;
    private final SqlGate gate;

    PeoplesSql(ConnectionSql sql) {
        this.sql = sql;
        this.gate = new SqlGate(text ->
                String.valueOf(sql.query("SELECT json_serialize_sql(?)", text).single()));
    }

    /** What the statement may not hold; empty for one that may run. Nothing of it is run. */
    public List<Refusal> refusals(String statement) {
        if (PASSED.has(statement)) {
            return List.of();
        }
        List<Refusal> refusals = gate.refusals(statement);
        if (refusals.isEmpty()) {
            PASSED.add(statement);
        }
        return refusals;
    }

    /**
     * Makes a table of schema mart of what statements select, in place of the one before.
     *
     * @param selects one or more, of the same columns
     */
    public void intoMart(String table, List<String> selects) {
        String name = "mart." + SqlText.name(table);
        String begin = "CREATE OR REPLACE TABLE " + name + " AS\n";
        for (String select : selects) {
            pass(select);
            sql.execute(begin + select);
            begin = "INSERT INTO " + name + "\n";
        }
    }

    /**
     * Everything that a statement selects; in a temporary file, where the limit allows it, what is too much to be held.
     *
     * @throws ResultTooLarge where it is more than may be held
     */
    public Rows rows(String select, ResultLimit limit) {
        ResultLimit.Kept rows = limit.keeping();
        List<String> columns = new ArrayList<>();
        read(select, limit::checkRows, columns::addAll, rows::add);
        return new Rows(columns, rows.all());
    }

    /** The same, row by row. */
    public void read(String select, Consumer<List<String>> columns, Consumer<List<@Nullable Object>> rows) {
        read(select, count -> {}, columns, rows);
    }

    private void read(
            String select,
            Consumer<Long> count,
            Consumer<List<String>> columns,
            Consumer<List<@Nullable Object>> rows) {
        pass(select);
        sql.withConnection(connection -> {
            String held = "CREATE OR REPLACE TEMP TABLE " + RESULT + " AS\n" + selectOf(select);
            long all = sql.runAtOnce(connection, statement -> statement.executeLargeUpdate(held));
            try {
                count.accept(all);
                if (all > PAGE) {
                    List<String> names = labels(connection, "FROM " + RESULT);
                    columns.accept(shown(connection, names, select));
                    longResult(connection, names, all, rows);
                } else {
                    shortResult(connection, select, columns, rows);
                }
            } finally {
                execute(connection, "DROP TABLE IF EXISTS " + RESULT);
            }
            return true;
        });
    }

    /** In one statement, which gives the names of the columns too. */
    private void shortResult(
            Connection connection, String select, Consumer<List<String>> columns, Consumer<List<@Nullable Object>> rows)
            throws SQLException {
        sql.runAtOnce(connection, statement -> {
            try (ResultSet result = statement.executeQuery("FROM " + RESULT + " ORDER BY rowid")) {
                columns.accept(shown(connection, RowReader.columns(result.getMetaData()), select));
                return RowReader.each(result, rows);
            }
        });
    }

    /**
     * Columns of the same name are renamed in the engine's table; to plan a statement again only for its names takes
     * long.
     */
    private List<String> shown(Connection connection, List<String> held, String select) throws SQLException {
        return held.stream().anyMatch(name -> RENAMED.matcher(name).find()) ? labels(connection, select) : held;
    }

    private List<String> labels(Connection connection, String select) throws SQLException {
        return sql.run(
                connection,
                select,
                statement ->
                        RowReader.columns(Objects.requireNonNull(statement.getMetaData(), "a SELECT has columns")));
    }

    private void longResult(
            Connection connection, List<String> columns, long all, Consumer<List<@Nullable Object>> rows)
            throws SQLException {
        RepeatedTexts texts = new RepeatedTexts(sql, connection, RESULT, columns);
        try {
            texts.number();
            pages(connection, texts.selected(), all, row -> {
                texts.put(row);
                rows.accept(row);
            });
        } finally {
            texts.forget();
        }
    }

    private void pages(Connection connection, String columns, long all, Consumer<List<@Nullable Object>> rows)
            throws SQLException {
        // Of rows that are not committed the first has another number than 0.
        long first = number(connection, "SELECT coalesce(min(rowid), 0) FROM " + RESULT);
        long read = 0;
        for (long from = 0; from < all; from += PAGE) {
            read += page(connection, columns, first + from, rows);
        }
        if (read != all) {
            throw new IllegalStateException(read + " rows were read of " + all);
        }
    }

    private long page(Connection connection, String columns, long from, Consumer<List<@Nullable Object>> rows)
            throws SQLException {
        String page = "SELECT " + columns + " FROM " + RESULT + " WHERE rowid >= " + from + " AND rowid < "
                + (from + PAGE) + " ORDER BY rowid";
        return sql.runAtOnce(connection, statement -> {
            try (ResultSet result = statement.executeQuery(page)) {
                return RowReader.each(result, rows);
            }
        });
    }

    private long number(Connection connection, String select) throws SQLException {
        return sql.runAtOnce(connection, statement -> {
            try (ResultSet result = statement.executeQuery(select)) {
                result.next();
                return result.getLong(1);
            }
        });
    }

    private void execute(Connection connection, String statement) throws SQLException {
        sql.runAtOnce(connection, running -> running.execute(statement));
    }

    private void pass(String select) {
        List<Refusal> refusals = refusals(select);
        if (!refusals.isEmpty()) {
            throw new RefusedSql(refusals);
        }
    }

    /** Only DESCRIBE cannot stand behind AS. */
    private static String selectOf(String select) {
        return DESCRIBE.matcher(select).find() ? "FROM (" + withoutEnd(select) + "\n)" : select;
    }

    /** Without blanks and semicolons at its end. */
    private static String withoutEnd(String select) {
        int end = select.length();
        while (end > 0 && (Character.isWhitespace(select.charAt(end - 1)) || select.charAt(end - 1) == ';')) {
            end--;
        }
        return select.substring(0, end);
    }

    /** Whole texts, not digests of them; as many as a few job folders have. */
    private static final class Passed {

        private static final int MOST_CHARACTERS = 4_000_000;

        private final Set<String> texts = new HashSet<>();
        private int characters;

        synchronized boolean has(String text) {
            return texts.contains(text);
        }

        synchronized void add(String text) {
            if (characters + text.length() > MOST_CHARACTERS) {
                texts.clear();
                characters = 0;
            }
            if (texts.add(text)) {
                characters += text.length();
            }
        }
    }
}
