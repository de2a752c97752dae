package org.jibao.store.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;
import org.jibao.store.gate.SqlGate.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes and what does not, by the engine's own parser. */
class SqlGateTest {

    private static @Nullable Store store;

    @BeforeAll
    static void open(@TempDir Path folder) {
        store = Store.openForFigures(folder.resolve("gate.duckdb"), StoreSettings.DEFAULT);
    }

    @AfterAll
    static void close() {
        Objects.requireNonNull(store).close();
    }

    private static List<Refusal> refusals(String sql) {
        return Objects.requireNonNull(store).sql().people().refusals(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT unit, sum(value) FROM returns.requests GROUP BY unit ORDER BY ALL LIMIT 5",
                "WITH a AS (SELECT 1 AS n), b AS (FROM a) SELECT * FROM b JOIN a USING (n);",
                "WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM a WHERE n < 5) SELECT * FROM a",
                "SELECT * FROM (VALUES (1, 'x')) AS t(a, b) WHERE a IN (SELECT 1) -- done;",
                "SELECT row_number() OVER (PARTITION BY unit ORDER BY period) FROM returns.submission QUALIFY true",
                "FROM (PIVOT intake.observation ON status IN ('value', 'zero') USING count(*) GROUP BY form)",
                "SELECT list_filter([1, 2], lambda x: x > 1), [y + 1 FOR y IN [1]], {'a': 1}.a, m['k'] FROM mart.m",
                "SELECT COLUMNS('a.*'), * EXCLUDE (b) REPLACE (lower(c) AS c) FROM mart.t",
                "SELECT ((a::DECIMAL(18, 4) / nullif(b, 0))::DECIMAL(38, 12)), try_cast(c AS INTEGER[]) FROM mart.t",
                "SELECT 'SELECT 1; DROP TABLE x', $$a; DELETE FROM y$$ /* ; DROP TABLE z */",
                "SELECT date '2026-01-31' + INTERVAL 1 MONTH, d AT TIME ZONE 'UTC', extract(year FROM d) FROM mart.t",
                "SELECT unnest(generate_series(d, e, INTERVAL 1 MONTH)) FROM mart.t",
                "SELECT i FROM range(10) AS t(i), generate_series(1, 3), unnest([1, 2])",
                "SELECT * FROM intake.standing_at((SELECT as_of FROM returns.parameter))",
                "SELECT printf('%+.2f', a), format('{:,}', b) FROM mart.t",
                "DESCRIBE returns.submission",
                "SELECT t.user, t.current_date FROM mart.t AS t",
                "SELECT a FROM mart.x UNION ALL BY NAME (SELECT a FROM reference.y EXCEPT SELECT b FROM intake.unit)"
            })
    void passesWhatOnlyReads(String sql) {
        assertEquals(List.of(), refusals(sql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-- nothing",
                "SELECT 1; SELECT 2",
                "SELECT 1 AS a; UPDATE intake.observation SET value = value * 10",
                "SELECT 1; DELETE FROM intake.observation",
                "SELECT 1 /* ; */; CREATE OR REPLACE TABLE mart.scope AS SELECT 1",
                "SELECT 1 --\n; COPY (SELECT 1) TO 'x.csv'",
                "SELECT '$$' ; DROP TABLE intake.unit; SELECT '$$'",
                "UPDATE intake.observation SET value = 1",
                "COPY (SELECT 1) TO 'x.csv' (FORMAT csv, USE_TMP_FILE false)",
                "ATTACH 'other.duckdb'",
                "DETACH x",
                "PRAGMA database_list",
                "SET threads = 1",
                "INSTALL httpfs",
                "LOAD httpfs",
                "CALL pragma_version()",
                "EXECUTE q",
                "PREPARE q AS SELECT 1",
                "EXPLAIN SELECT 1",
                "EXPLAIN ANALYZE SELECT 1",
                "PIVOT intake.observation ON status USING count(*)",
                "EXPORT DATABASE 'x'",
                "CHECKPOINT",
                "VACUUM",
                "BEGIN",
                "COMMIT; DELETE FROM intake.observation; BEGIN",
                "SHOW TABLES",
                "SHOW ALL TABLES",
                "SUMMARIZE intake.unit",
                "FROM (SUMMARIZE intake.unit)",
                "FROM (SHOW ALL TABLES)",
                "DESCRIBE SELECT * FROM 'x.csv'",
                "DESCRIBE 'x.csv'",
                "WITH x AS (DELETE FROM intake.unit RETURNING *) SELECT * FROM x",
                "WITH x AS (INSERT INTO intake.unit (code) VALUES ('a') RETURNING code) SELECT * FROM x",
                "WITH x AS (UPDATE intake.unit SET code = 'a' RETURNING code) SELECT * FROM x",
                "SELECT * FROM (SELECT 1) WHERE EXISTS (WITH x AS (DELETE FROM intake.unit RETURNING 1) FROM x)",
                "SELECT ?",
                "SELECT $1",
                "SELECT $name",
                "SELECT 1\0; DELETE FROM intake.unit"
            })
    void refusesWhatIsNoSingleSelect(String sql) {
        assertFalse(refusals(sql).isEmpty(), sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'x.csv'",
                "\"x.csv\"",
                "'/etc/passwd'",
                "'x.parquet'",
                "'*.json'",
                "x.csv",
                "mart.csv",
                "intake.\"a.csv\"",
                "intake.\"../x.csv\"",
                "read_csv('x.csv')",
                "READ_CSV_AUTO('x.csv')",
                "\"read_text\"('/etc/passwd')",
                "read_blob('x')",
                "read_json('x')",
                "read_ndjson_objects('x')",
                "read_parquet('x')",
                "parquet_scan(['x'])",
                "parquet_metadata('x')",
                "read_duckdb('x')",
                "sniff_csv('x')",
                "glob('*')",
                "query('SELECT 1')",
                "query_table('intake.unit')",
                "json_execute_serialized_sql('{}')",
                "duckdb_settings()",
                "duckdb_secrets()",
                "pragma_table_info('intake.unit')",
                "summary('intake.unit')",
                "repeat('x', 1000000000)",
                "main.range(3)",
                "system.main.read_text('x')",
                "seq_scan('x')",
                "enable_logging()",
                "checkpoint()",
                "test_all_types()",
                "which_secret('x', 'y')",
                "intake.other_macro(1)",
                "no_prefix",
                "duckdb_tables",
                "sqlite_master",
                "information_schema.tables",
                "pg_catalog.pg_class",
                "batch.BATCH_STEP_EXECUTION",
                "temp.main.x",
                "other.intake.unit",
                "intake.unit AT (VERSION => 1)",
                "intake.unit TABLESAMPLE 10%",
                "intake.unit USING SAMPLE 3"
            })
    void refusesSources(String source) {
        for (String frame : List.of(
                "SELECT * FROM %s",
                "FROM %s",
                "TABLE %s",
                "WITH a AS (SELECT * FROM %s) SELECT 1",
                "WITH a AS MATERIALIZED (FROM %s) SELECT * FROM a",
                "SELECT (SELECT max(x) FROM %s)",
                "SELECT 1 WHERE EXISTS (FROM %s)",
                "SELECT 1 WHERE 1 IN (FROM %s)",
                "SELECT 1 UNION ALL SELECT x FROM %s",
                "SELECT * FROM intake.unit u, LATERAL (SELECT u.code FROM %s) l",
                "SELECT * FROM intake.unit LEFT JOIN %s ON true",
                "SELECT * FROM intake.unit SEMI JOIN %s USING (code)",
                "VALUES ((SELECT 1 FROM %s))",
                "SELECT sum(1) FILTER (EXISTS (FROM %s)) FROM intake.unit",
                "SELECT 1 ORDER BY (SELECT 1 FROM %s)",
                "SELECT 1 LIMIT (SELECT 1 FROM %s)",
                "SELECT 1 OFFSET (SELECT 1 FROM %s)",
                "SELECT 1 GROUP BY (SELECT 1 FROM %s)",
                "SELECT 1 HAVING (SELECT true FROM %s)",
                "SELECT DISTINCT ON ((SELECT 1 FROM %s)) 1",
                "SELECT sum(1) OVER (ORDER BY (SELECT 1 FROM %s)) FROM intake.unit",
                "SELECT 1 FROM intake.unit QUALIFY (SELECT true FROM %s)",
                "SELECT [(SELECT 1 FROM %s)], {'a': (SELECT 1 FROM %s)}",
                "SELECT CASE WHEN true THEN (SELECT 1 FROM %s) END",
                "SELECT abs((SELECT 1 FROM %s))",
                "SELECT list_filter([1], lambda x: x = (SELECT 1 FROM %s))",
                "SELECT * FROM unnest((SELECT list(1) FROM %s))",
                "SELECT * FROM (PIVOT (FROM %s) ON a IN (1) USING count(*))",
                "SELECT * FROM (UNPIVOT (FROM %s) ON a INTO NAME n VALUE v)",
                "SELECT * FROM (DESCRIBE (FROM %s))",
                "SELECT * REPLACE ((SELECT 1 FROM %s) AS code) FROM intake.unit",
                "WITH RECURSIVE a AS (SELECT 1 UNION ALL SELECT 1 FROM a, %s) FROM a")) {
            assertFalse(refusals(frame.replace("%s", source)).isEmpty(), frame.replace("%s", source));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "now()",
                "random()",
                "uuid()",
                "\"RANDOM\"()",
                "gen_random_uuid()",
                "current_date",
                "CURRENT_TIMESTAMP",
                "localtime",
                "user",
                "session_user",
                "current_localtimestamp()",
                "transaction_timestamp()",
                "today()",
                "age(DATE '2000-01-01')",
                "ago(INTERVAL 1 DAY)",
                "pg_postmaster_start_time()",
                "main.now()",
                "pg_catalog.current_database()",
                "system.main.random()",
                "nextval('batch.x')",
                "currval('batch.x')",
                "setval('batch.x', 1)",
                "setseed(0.5)",
                "getvariable('x')",
                "getenv('HOME')",
                "current_setting('threads')",
                "current_query()",
                "version()",
                "txid_current()",
                "sleep_ms(100000)",
                "pg_sleep(100)",
                "write_log('x')",
                "error('x')",
                "read_text('/etc/passwd')",
                "no_such_function(1)",
                "list_aggregate([1], 'reservoir_quantile')",
                "[1].list_aggr('approx_top_k')",
                "repeat('x', 2000000000)",
                "lpad('x', 2000000000, 'y')",
                "range(300000000)",
                "generate_series(1, 300000000)",
                "generate_series(DATE '0001-01-01', DATE '9999-01-01', INTERVAL 1 SECOND)",
                "printf('%1000000000d', 1)",
                "format('{:>1000000000}', 1)",
                "format('{:>{}}', 1, 1000000000)",
                "printf('%*d', 1000000000, 1)",
                "printf(code, 1)",
                "json_serialize_plan('SELECT 1')",
                "approx_count_distinct(1)",
                "reservoir_quantile(1, 0.5)",
                "CAST('x' AS oid)",
                "'x'::main.mood",
                "'x'::nosuchtype"
            })
    void refusesExpressions(String expression) {
        for (String frame : List.of(
                "SELECT %s",
                "SELECT 1 FROM intake.unit WHERE %s IS NULL",
                "SELECT sum(1) FILTER (%s IS NULL) FROM intake.unit",
                "SELECT 1 ORDER BY %s",
                "SELECT 1 LIMIT %s",
                "SELECT sum(%s) OVER (PARTITION BY %s) FROM intake.unit",
                "SELECT sum(1) OVER (ROWS %s PRECEDING) FROM intake.unit",
                "VALUES (%s)",
                "WITH a AS (SELECT %s) SELECT 1",
                "SELECT (SELECT %s)",
                "SELECT 1 UNION SELECT %s",
                "SELECT list_transform([1], lambda x: %s)",
                "SELECT [%s FOR x IN [1]]",
                "SELECT {'a': %s}",
                "SELECT MAP {'a': %s}",
                "SELECT COLUMNS(lambda c: c = %s) FROM intake.unit",
                "SELECT * REPLACE (%s AS code) FROM intake.unit",
                "SELECT * FROM range(%s)",
                "SELECT * FROM unnest([%s])",
                "SELECT * FROM intake.standing_at(%s)",
                "SELECT * FROM intake.unit JOIN intake.period ON %s IS NULL",
                "SELECT coalesce(NULL, try(%s))",
                "SELECT 1 BETWEEN 0 AND %s",
                "SELECT [1, 2][%s]",
                "SELECT count(*) GROUP BY %s",
                "SELECT count(*) GROUP BY CUBE (%s)",
                "SELECT string_agg(code ORDER BY %s) FROM intake.unit",
                "SELECT * FROM (PIVOT intake.unit ON code IN ('x') USING max(%s))",
                "SELECT 1 IN (%s)")) {
            String sql = frame.replace("%s", expression);
            assertFalse(refusals(sql).isEmpty(), sql);
        }
    }

    @Test
    void seesNamesOnlyWhereTheyAreGiven() {
        assertEquals(
                1,
                refusals("SELECT * FROM (WITH duckdb_tables AS (SELECT 1) FROM duckdb_tables), duckdb_tables")
                        .size());
        assertEquals(
                1,
                refusals("WITH duckdb_tables AS (FROM duckdb_tables) FROM duckdb_tables")
                        .size());
        assertEquals(
                1,
                refusals("WITH a AS (FROM duckdb_tables), duckdb_tables AS (SELECT 1) FROM a")
                        .size());
        assertEquals(
                1,
                refusals(
                                "WITH RECURSIVE duckdb_tables AS (FROM duckdb_tables UNION FROM duckdb_tables) FROM duckdb_tables")
                        .size());
        assertEquals(
                0,
                refusals("WITH a AS (SELECT 1) SELECT (SELECT max(x) FROM (FROM A) AS t(x))")
                        .size());
    }

    @Test
    void tellsEachMistakeWithItsLine() {
        List<Refusal> found = refusals("""
                -- 汉字
                SELECT now(), '统计',
                    random()
                FROM 'x.csv'
                WHERE code = getenv('HOME')
                """);
        assertEquals(
                List.of(2, 3, 4, 5), found.stream().map(Refusal::line).sorted().toList());
        assertTrue(found.stream().anyMatch(one -> one.text().en().startsWith("the function random is not allowed")));
        assertTrue(found.stream().anyMatch(one -> one.text().zh().startsWith("不能用函数 random")));
        assertTrue(found.stream().anyMatch(one -> one.text().en().startsWith("\"x.csv\" cannot be read")));
        assertEquals(3, refusals("SELECT 1\n\nFORM x").get(0).line());
    }

    @Test
    void refusesWhatIsTooDeep() {
        assertFalse(refusals("SELECT " + "(".repeat(20_000) + "1" + ")".repeat(20_000))
                .isEmpty());
        assertFalse(
                refusals("SELECT " + "-".repeat(5_000).replace("-", "- ") + "1").isEmpty());
        assertFalse(refusals("SELECT 1" + " || 1".repeat(100_000)).isEmpty());
        assertEquals(List.of(), refusals("SELECT 1" + " + 1".repeat(100)));
    }

    @Test
    void refusesWhatTheEngineWouldPlanForMinutes() {
        assertTooLarge("joins and", "SELECT 1 FROM mart.a " + "JOIN mart.a USING (n) ".repeat(100));
        assertTooLarge("joins and", "SELECT 1 FROM " + "mart.a, ".repeat(100) + "mart.a");
        assertTooLarge("joins and", "SELECT " + "(SELECT 1), ".repeat(100) + "1");
        assertTooLarge("queries", "SELECT 1 UNION ALL ".repeat(300) + "SELECT 1");
        assertTooLarge("parts", "SELECT 1 WHERE 3 IN (1" + ", 1".repeat(25_000) + ")");
        assertTooLarge("characters", "SELECT '" + "x".repeat(200_000) + "'");
        assertEquals(List.of(), refusals("SELECT 1 FROM mart.a " + "JOIN mart.a USING (n) ".repeat(60)));
        assertEquals(List.of(), refusals("SELECT 1 UNION ALL ".repeat(200) + "SELECT 1"));
    }

    private static void assertTooLarge(String what, String sql) {
        List<Refusal> refusals = refusals(sql);
        assertEquals(1, refusals.size(), refusals.toString());
        assertTrue(
                refusals.get(0).text().en().matches("the statement is too large: it has \\d+ " + what + ".*"),
                refusals.toString());
    }
}
