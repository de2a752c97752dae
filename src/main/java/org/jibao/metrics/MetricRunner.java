package org.jibao.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.MetricDefinition;
import org.jibao.definition.SummaryDefinition.Column;
import org.jibao.definition.SummaryDefinition.SheetKind;
import org.jibao.definition.SummaryDefinition.Table;
import org.jibao.store.ResultLimit;
import org.jibao.store.Rows;
import org.jibao.store.Sql;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes a job's metrics, each into its table of schema {@code mart}, and then the tables of the summary. Runs on the
 * caller's transaction: either all of {@code mart} is new, or none of it.
 */
public final class MetricRunner {

    private static final Logger LOG = LoggerFactory.getLogger(MetricRunner.class);

    private final Sql sql;
    private final JobDefinition job;
    private final IntConsumer computed;

    public MetricRunner(Sql sql, JobDefinition job) {
        this(sql, job, computed -> {});
    }

    /** @param computed is told how many metrics there are by now */
    public MetricRunner(Sql sql, JobDefinition job, IntConsumer computed) {
        this.sql = sql;
        this.job = job;
        this.computed = computed;
    }

    /**
     * Every figure as of a time, and what the summary shows of them for one period.
     *
     * @throws MetricException where a file's SQL fails, naming the file
     */
    public Metrics run(Period period, Instant asOf) {
        compute(period, asOf);
        return tables(period, asOf);
    }

    /**
     * What the summary shows of the metrics that were {@linkplain #compute computed} for the period as of the time.
     *
     * @throws MetricException where a file's SQL fails, naming the file
     */
    public Metrics tables(Period period, Instant asOf) {
        return new Metrics(period, asOf, selected(job.summary().tables(), period));
    }

    /**
     * The same of metrics that are committed: two tables at once, each on a connection of its own. Of those that may be long
     * only one, as all share the memory of one engine.
     *
     * @throws MetricException where a file's SQL fails, naming the first
     */
    public Metrics tablesSideBySide(Period period, Instant asOf) {
        Map<String, List<Table>> turns = new LinkedHashMap<>();
        for (Table table : job.summary().tables()) {
            turns.computeIfAbsent(turn(table), turn -> new ArrayList<>()).add(table);
        }
        Map<String, MetricTable> made = new ConcurrentHashMap<>();
        ExecutorService two = Executors.newFixedThreadPool(2);
        CompletableFuture<?>[] running = turns.values().stream()
                .map(tables -> CompletableFuture.runAsync(() -> made.putAll(selected(tables, period)), two)
                        .whenComplete((done, failed) -> logIfAny(failed, tables)))
                .toArray(CompletableFuture<?>[]::new);
        two.shutdown();
        // Nothing may run on a store that is closed, also where one of them fails.
        CompletableFuture.allOf(running).exceptionally(failed -> null).join();
        // Together two may need more memory than the engine has: what failed is selected again, alone.
        turns.values().stream()
                .filter(tables -> !made.containsKey(tables.get(0).id()))
                .forEach(tables -> made.putAll(selected(tables, period)));
        Map<String, MetricTable> inOrder = new LinkedHashMap<>();
        for (Table table : job.summary().tables()) {
            inOrder.put(table.id(), Objects.requireNonNull(made.get(table.id())));
        }
        return new Metrics(period, asOf, inOrder);
    }

    private static void logIfAny(@Nullable Throwable failed, List<Table> tables) {
        if (failed != null) {
            LOG.info("failed beside another: {}", tables.stream().map(Table::id).toList(), failed);
        }
    }

    /** Tables that are made of the same facts, and long ones, are selected one after the other. */
    private String turn(Table table) {
        if (FigureWords.makes(table.id(), table.file())) {
            return table.sql();
        }
        return isContinued(table) ? "" : table.id();
    }

    private Map<String, MetricTable> selected(List<Table> some, Period period) {
        Map<String, MetricTable> selected = new LinkedHashMap<>();
        Map<String, FigureWords> words = new HashMap<>();
        some.forEach(table -> selected.put(table.id(), select(table, period, words)));
        return selected;
    }

    /**
     * Some of these tables.
     *
     * @throws MetricException where a file's SQL fails, naming the file
     */
    public List<MetricTable> tables(Period period, Predicate<Table> wanted) {
        Map<String, FigureWords> words = new HashMap<>();
        return job.summary().tables().stream()
                .filter(wanted)
                .map(table -> select(table, period, words))
                .toList();
    }

    /**
     * The metrics alone, of all periods. The store is one of a passing use: its views of what became of the returns are tables
     * afterwards, which show what they showed now.
     *
     * @throws MetricException where a file's SQL fails, naming the file
     */
    public void compute(Period period, Instant asOf) {
        prepare(period, asOf);
        computePrepared();
    }

    /** The first part of {@link #compute}, after which the rest may run in a transaction of its own. */
    public void prepare(Period period, Instant asOf) {
        sql.execute("DELETE FROM returns.parameter");
        sql.execute("INSERT INTO returns.parameter VALUES (?, ?, ?)", job.id(), period.code(), asOf);
        HeldViews.hold(sql);
    }

    /**
     * The metrics, once the store is {@linkplain #prepare prepared}.
     *
     * @throws MetricException where a file's SQL fails, naming the file
     */
    public void computePrepared() {
        int count = 0;
        for (MetricDefinition metric : job.metrics()) {
            compute(metric);
            computed.accept(++count);
        }
        nameFiguresOfRecord(sql, job);
    }

    /**
     * On a copy of a store that holds the metrics: its views of what became of the returns are tables afterwards, as after
     * {@link #compute}. Each query that shows one would work it out anew, with all the memory that this takes.
     */
    public void holdViews() {
        HeldViews.hold(sql);
    }

    /** {@code returns.figure_of_record} shows the job's figures of record, once its metrics stand in schema {@code mart}. */
    public static void nameFiguresOfRecord(Sql sql, JobDefinition job) {
        String ofRecord = job.metrics().stream()
                .filter(MetricDefinition::ofRecord)
                .map(metric -> "mart.\"" + metric.id() + "\"")
                .findFirst()
                .orElse("returns.no_figure");
        sql.execute("CREATE OR REPLACE VIEW returns.figure_of_record AS FROM " + ofRecord);
    }

    private void compute(MetricDefinition metric) {
        named(metric.file(), () -> {
            sql.people().intoMart(metric.id(), statements(metric));
            return true;
        });
    }

    /** As many as it needs; an engine that has too little memory for all of it at once has enough for a part. */
    private List<String> statements(MetricDefinition metric) {
        MetricDefinition.InParts parts = metric.parts();
        if (parts == null) {
            return List.of(metric.sql());
        }
        int number = Math.toIntExact(sql.query(parts.number()).number());
        return IntStream.range(0, number)
                .mapToObj(part -> parts.sql(part, number))
                .toList();
    }

    /** @param words of the figures, by the SQL that gives their facts: several tables are made of the same */
    private MetricTable select(Table table, Period period, Map<String, FigureWords> words) {
        if (FigureWords.makes(table.id(), table.file())) {
            return words.computeIfAbsent(table.sql(), facts -> new FigureWords(job, period, rows(table)))
                    .table(table.id());
        }
        Rows rows = rows(table);
        ShownColumns.check(table, rows.columns());
        return new MetricTable(table.id(), rows.columns(), rows.rows());
    }

    private Rows rows(Table table) {
        ResultLimit limit = isContinued(table) ? ResultLimit.ofLongTable() : ResultLimit.ofSheet();
        return named(table.file(), () -> sql.people().rows(table.sql(), limit));
    }

    /** Whether every sheet that shows a table continues it on further ones where it is too long. */
    private boolean isContinued(Table table) {
        return job.summary().sheets().stream()
                .filter(sheet -> sheet.blocks().contains(table.id()))
                .allMatch(sheet -> sheet.kind() == SheetKind.TIDY);
    }

    private <T> T named(String file, Statement<T> statement) {
        try {
            return statement.run();
        } catch (RuntimeException e) {
            throw MetricException.orOf(file, e);
        }
    }

    private interface Statement<T> {
        T run();
    }

    /** Whether a table's SQL gives what {@code summary.yaml} shows: each column, or both of its languages. */
    static final class ShownColumns {

        private ShownColumns() {}

        static void check(Table table, List<String> given) {
            Set<String> names = Set.copyOf(given);
            List<String> absent = table.columns().stream()
                    .map(Column::name)
                    .filter(name -> !names.contains(name))
                    .filter(name -> !(names.contains(name + "_zh") && names.contains(name + "_en")))
                    .toList();
            if (!absent.isEmpty()) {
                throw MetricException.columns(table.file(), absent, given);
            }
        }
    }
}
