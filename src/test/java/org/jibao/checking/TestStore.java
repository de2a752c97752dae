package org.jibao.checking;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jibao.calendar.Period;
import org.jibao.checking.RuleQueries.RuleOutcome;
import org.jibao.checking.RuleQueries.RuleQuery;
import org.jibao.definition.Field;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.RegisterForm;
import org.jibao.definition.Unit;
import org.jibao.store.SqlFunctions;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/** A fresh DuckDB in memory with the store's own schema, and a table for each register of a job. */
final class TestStore implements AutoCloseable {

    /** Of so many returns tables are made in three parts; the few here lie in them as they come. */
    private static final long MANY = 10_000;

    private static final List<String> SCHEMA = List.of(
            "V001__intake",
            "V002__job",
            "V003__succession",
            "V004__reporting",
            "V005__decisions",
            "V006__judged_anew",
            "V007__rejected",
            "V008__senders",
            "V009__chains",
            "V010__periods",
            "V011__quotients",
            "V012__outlook",
            "V013__packages");

    private static final String RECEIVED = "TIMESTAMP '2026-10-01 00:00:00'";

    private final Connection connection;
    private final String job;
    private int cells;

    TestStore(JobDefinition job) throws SQLException, IOException {
        this.job = job.id();
        connection = DriverManager.getConnection("jdbc:duckdb:");
        SqlFunctions.register(connection);
        for (String version : SCHEMA) {
            try (InputStream schema = Objects.requireNonNull(
                    TestStore.class.getResourceAsStream("/org/jibao/store/schema/" + version + ".sql"))) {
                execute(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        execute("INSERT INTO returns.parameter (as_of) VALUES (TIMESTAMP '2026-12-31 00:00:00')");
        for (FormDefinition form : job.forms()) {
            if (form instanceof RegisterForm register) {
                createEntries(register);
            }
        }
    }

    private void createEntries(RegisterForm register) throws SQLException {
        String fields = RuleNames.stored(register).stream()
                .map(field -> ", " + SqlText.name(field.id()) + " " + type(field))
                .collect(Collectors.joining());
        execute("CREATE TABLE intake.entry_" + register.id() + " (submission BIGINT, sheet VARCHAR, \"row\" INTEGER"
                + fields + ")");
    }

    private static String type(Field field) {
        return switch (field.type().kind()) {
            case TEXT -> "VARCHAR";
            case DATE -> "DATE";
            default -> "DECIMAL(18, 4)";
        };
    }

    /** What a query gave. */
    record Result(List<String> columns, List<List<@Nullable Object>> rows) {}

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Result query(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int width = result.getMetaData().getColumnCount();
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= width; i++) {
                columns.add(result.getMetaData().getColumnLabel(i));
            }
            List<List<@Nullable Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
            return new Result(columns, rows);
        }
    }

    void period(String code, int year, int number, String previous) throws SQLException {
        insert(
                "intake.period (job, period, year, number, start_date, end_date, previous)",
                text(job) + ", " + text(code) + ", " + year + ", " + number + ", " + "make_date(" + year + ", "
                        + (number * 3 - 2) + ", 1), last_day(make_date(" + year + ", " + number * 3 + ", 1)), "
                        + text(previous));
    }

    /** A period of any job, with its kind and days. */
    void period(String ofJob, Period period) throws SQLException {
        insert(
                "intake.period (job, period, kind, year, number, start_date, end_date, previous)",
                text(ofJob) + ", " + text(period.code()) + ", "
                        + text(period.kind().word()) + ", " + period.year() + ", "
                        + period.index() + ", DATE " + text(period.start().toString()) + ", DATE "
                        + text(period.end().toString()) + ", "
                        + text(period.previous().code()));
    }

    void roster(JobDefinition of) throws SQLException {
        for (Unit unit : of.roster().units()) {
            insert(
                    "intake.unit (job, code, parent, active_to, owes)",
                    text(of.id()) + ", " + text(unit.code()) + ", " + SqlText.literal(unit.parent()) + ", "
                            + SqlText.literal(
                                    unit.activeTo() == null
                                            ? null
                                            : unit.activeTo().toString()) + ", " + of.owes(unit));
        }
    }

    void submission(long id, String unit, String period, int revision, String verdict) throws SQLException {
        submission(id, job, unit, period, revision, verdict);
    }

    void submission(long id, String ofJob, String unit, String period, int revision, String verdict)
            throws SQLException {
        String decided = verdict.equals("pending") ? "NULL" : "TIMESTAMP '2026-10-01 00:00:00'";
        insert(
                "intake.submission (id, job, file, unit, period, revision, verdict, decided_at, received_at)",
                id + ", " + text(ofJob) + ", 'file " + id + "', " + text(unit) + ", " + text(period) + ", " + revision
                        + ", " + text(verdict) + ", " + decided + ", " + RECEIVED);
        if (!verdict.equals("pending")) {
            insert("intake.judgement", id + ", " + RECEIVED + ", " + text(verdict) + ", ''");
        }
    }

    /**
     * Cells {@code D1, D2, …} in the order in which they are given. A number, or {@code blank}, {@code na},
     * {@code invalid}.
     */
    void cell(long submission, String form, String row, String column, String value) throws SQLException {
        boolean number = Character.isDigit(value.charAt(0));
        String status = number ? (value.equals("0") ? "zero" : "value") : value;
        String raw = value.equals("na") ? "/" : value.equals("blank") ? "" : value;
        insert(
                "intake.observation",
                submission + ", " + text(form) + ", " + text(row) + ", " + text(column) + ", " + text(status) + ", "
                        + (number ? value : "NULL") + ", " + text(raw) + ", " + text("表" + form) + ", 'D" + ++cells
                        + "'");
    }

    /** Numbers by {@code form.row.column}, in one go. */
    void cells(long submission, Map<String, String> figures) throws SQLException {
        String values = figures.entrySet().stream()
                .map(figure -> submission + ", "
                        + Stream.of(figure.getKey().split("\\."))
                                .map(TestStore::text)
                                .collect(Collectors.joining(", "))
                        + ", " + (figure.getValue().equals("0") ? "'zero'" : "'value'") + ", " + figure.getValue()
                        + ", " + text(figure.getValue()) + ", '表', 'D" + ++cells + "'")
                .collect(Collectors.joining("), ("));
        insert("intake.observation", values);
    }

    /** One column of a grid, from its first row on. */
    void column(long submission, String form, String column, List<String> rows, String... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            cell(submission, form, rows.get(i), column, values[i]);
        }
    }

    void entry(long submission, int row, String title, String category, String channel, String formed, String published)
            throws SQLException {
        insert(
                "intake.entry_register (submission, sheet, \"row\", title, category, channel, formed_on, published_on)",
                submission + ", '台账', " + row + ", " + text(title) + ", " + text(category) + ", " + text(channel)
                        + ", DATE " + text(formed) + ", DATE " + text(published));
    }

    /** An entry of any register; fields as SQL, {@code status 'pending', received_on DATE '2026-07-01'} by name. */
    void entryOf(String register, long submission, int row, Map<String, String> fields) throws SQLException {
        insert(
                "intake.entry_" + register + " (submission, sheet, \"row\", " + String.join(", ", fields.keySet())
                        + ")",
                submission + ", '台账', " + row + ", " + String.join(", ", fields.values()));
    }

    private void insert(String table, String values) throws SQLException {
        execute("INSERT INTO " + table + " VALUES (" + values + ")");
    }

    private static String text(String value) {
        return SqlText.literal(value);
    }

    /** What the rules within a period say of everything pending; one outcome a rule. */
    List<RuleOutcome> within(JobDefinition job) throws SQLException {
        RuleQueries queries = new RuleQueries(job);
        executeAll(queries.prepare(MANY));
        return outcomes(queries, queries.within());
    }

    List<RuleOutcome> across(JobDefinition job, String period) throws SQLException {
        RuleQueries queries = new RuleQueries(job);
        executeAll(queries.prepare(MANY));
        executeAll(queries.cases(Period.parse(period).orElseThrow(), null));
        executeAll(queries.preparePrevious(period, MANY));
        return bySubmission(outcomes(queries, queries.across()));
    }

    List<RuleOutcome> beyond(JobDefinition job, Period period, List<String> units) throws SQLException {
        RuleQueries queries = new RuleQueries(job);
        executeAll(queries.prepare(MANY));
        executeAll(queries.cases(period, units));
        executeAll(queries.preparePrevious(period.code(), MANY));
        executeAll(queries.prepareBeyond(period));
        return bySubmission(outcomes(queries, queries.beyond()));
    }

    /** Outcomes over other returns go by the number of the case. */
    private List<RuleOutcome> bySubmission(List<RuleOutcome> outcomes) throws SQLException {
        Map<Long, Long> submissions = new HashMap<>();
        for (List<@Nullable Object> row :
                query("SELECT number, source FROM rule_case").rows()) {
            submissions.put((Long) Objects.requireNonNull(row.get(0)), (Long) Objects.requireNonNull(row.get(1)));
        }
        return outcomes.stream()
                .map(outcome -> new RuleOutcome(
                        outcome.failures().stream()
                                .map(failure -> new SubmissionFinding(
                                        Objects.requireNonNull(submissions.get(failure.submission())),
                                        failure.finding()))
                                .toList(),
                        outcome.passed(),
                        outcome.notAssessable()))
                .toList();
    }

    private void executeAll(List<String> statements) throws SQLException {
        for (String statement : statements) {
            execute(statement);
        }
    }

    private List<RuleOutcome> outcomes(RuleQueries queries, List<RuleQuery> some) throws SQLException {
        List<RuleOutcome> outcomes = new ArrayList<>();
        for (RuleQuery query : some) {
            Result result = query(query.sql());
            outcomes.add(queries.outcome(query, result.columns(), result.rows()));
        }
        return outcomes;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
