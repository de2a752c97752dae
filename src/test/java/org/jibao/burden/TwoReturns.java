package org.jibao.burden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.store.Store;
import org.jibao.testkit.FreshStore;

/** A quarterly and a yearly job of the same twelve towns, and what they have sent. */
public final class TwoReturns implements AutoCloseable {

    static final Instant AS_OF = Instant.parse("2026-02-20T01:00:00Z");

    static final int TOWNS = 12;

    private static final String JOB = """
            title: {zh: %s, en: %s}
            version: "1"
            period: %s
            due: {day: 10, shift: none}
            open-for: 60
            time-zone: Asia/Shanghai
            schedule: "0 0 1 * * *"
            file-name: '(?<unit>[A-Za-z0-9]+)_(?<period>.*)'
            unit-kinds:
              town: {zh: 镇, en: Towns}
            owed-by: [town]
            roster: units.csv
            forms: [%s]
            """;

    private static final String QUARTERLY = """
            layout: grid
            title: {zh: 季表, en: Quarterly table}
            sheet: {name: 季表}
            cell: {kind: count, unit: 件, blank: missing}
            columns:
              - {id: number, zh: 件数, en: Number}
            rows:
              - {id: carried_in, zh: 一、上季结转, en: Carried in}
              - {id: received, zh: 二、本季新收, en: Received}
              - {id: total, zh: 合计, en: Total}
              - {id: carried_out, zh: 结转下季, en: Carried out}
              - {id: staff, zh: 在编人数, en: Staff}
              - {id: other, zh: 其他, en: Other}
              - {id: complaints, zh: 投诉, en: Complaints}
              - {id: always, zh: 应有人数, en: Posts}
            """;

    private static final String CHECKS = """
            rules:
              - {id: quarter.sum, sums: quarter.total.* = carried_in + received}
              - id: quarter.carried
                each: column
                left: carried_in
                operator: "="
                right: previous.carried_out
                missing: skip-if-any
                severity: error
                message: {zh: "{left} {right}", en: "{left} {right}"}
                cure: {zh: 核对, en: Check}
            """;

    private static final String YEARLY = """
            layout: grid
            title: {zh: 年表, en: Yearly table}
            sheet: {name: 年表}
            cell: {kind: count, unit: 件, blank: missing}
            columns:
              - {id: number, zh: 件数, en: Number}
            rows:
              - {id: received, zh: 1. 本年新收, en: Received}
              - {id: staff, zh: 在编人数（人）, en: Staff}
              - {id: other, zh: 其他, en: Other}
              - {id: complaints, zh: 投诉, en: Complaints}
            """;

    private final Path root;
    private final Store store;
    private long submissions;

    public TwoReturns(Path root) {
        this.root = root;
        write("quarters", JOB.formatted("季报", "Quarterly", "quarter", "quarter"), "quarter", QUARTERLY, CHECKS);
        write("years", JOB.formatted("年报", "Yearly", "year", "year"), "year", YEARLY, "");
        store = FreshStore.open(storeFile());
    }

    Path jobs() {
        return root.resolve("jobs");
    }

    Path storeFile() {
        return root.resolve("data/jibao.duckdb");
    }

    public Store store() {
        return store;
    }

    void write(String job, String head, String form, String yaml, String checks) {
        StringBuilder units = new StringBuilder("code,name,kind,parent,aliases,active_from,active_to\n");
        for (int i = 1; i <= TOWNS; i++) {
            units.append(town(i)).append(",Town ").append(i).append(",town,,,,\n");
        }
        try {
            Path folder = jobs().resolve(job);
            Files.createDirectories(folder.resolve("forms"));
            Files.createDirectories(folder.resolve("checks"));
            Files.writeString(folder.resolve("job.yaml"), head);
            Files.writeString(folder.resolve("forms").resolve(form + ".yaml"), yaml);
            Files.writeString(folder.resolve("units.csv"), units.toString());
            if (!checks.isEmpty()) {
                Files.writeString(folder.resolve("checks").resolve(form + ".yaml"), checks);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JobDefinition job(String name) {
        return JobLoader.load(jobs().resolve(name));
    }

    static String town(int number) {
        return "T%02d".formatted(number);
    }

    /** What the job folder says goes into the store, with its periods. */
    void define(String job, String... periods) {
        List<Period> all = new ArrayList<>();
        for (String period : periods) {
            all.add(Period.parse(period).orElseThrow());
        }
        store.inTransaction(() -> store.define(job(job), all, WorkingDays.china()));
    }

    /** A return that counts; a row without a value is blank. */
    void send(String job, String form, String period, int town, Map<String, Integer> values) {
        long id = ++submissions;
        Instant at = Instant.parse("2026-01-05T01:00:00Z");
        store.sql()
                .execute(
                        "INSERT INTO intake.submission (id, job, file, sha256, received_at, decided_at, unit, period, revision, verdict)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, 'accepted')",
                        id,
                        job,
                        id + ".xlsx",
                        String.valueOf(id),
                        at,
                        at,
                        town(town),
                        period);
        store.sql().execute("INSERT INTO intake.judgement VALUES (?, ?, 'accepted', '')", id, at);
        values.forEach((row, value) -> store.sql()
                .execute(
                        "INSERT INTO intake.observation VALUES (?, ?, ?, 'number', ?, ?, ?, 'x', 'B2')",
                        id,
                        form,
                        row,
                        value < 0 ? "blank" : value == 0 ? "zero" : "value",
                        value < 0 ? null : BigDecimal.valueOf(value),
                        value < 0 ? "" : String.valueOf(value)));
    }

    /**
     * Four quarters and the year 2025 of every town: what was received adds up, staff is that of the last quarter,
     * other is something else, complaints are made by one town only.
     */
    public void year2025() {
        define("quarters", "2025Q1", "2025Q2", "2025Q3", "2025Q4");
        define("years", "2025");
        for (int town = 1; town <= TOWNS; town++) {
            int received = 0;
            for (int quarter = 1; quarter <= 4; quarter++) {
                int now = town + quarter;
                received += now;
                int carriedIn = quarter == 1 ? 0 : quarter - 1;
                send(
                        "quarters",
                        "quarter",
                        "2025Q" + quarter,
                        town,
                        Map.of(
                                "carried_in",
                                carriedIn,
                                "received",
                                now,
                                "total",
                                carriedIn + now,
                                "carried_out",
                                quarter,
                                "staff",
                                10 * town + quarter,
                                "other",
                                town * quarter,
                                "complaints",
                                town == 1 ? 1 : 0,
                                "always",
                                3 * town));
            }
            send(
                    "years",
                    "year",
                    "2025",
                    town,
                    Map.of("received", received, "staff", 10 * town + 4, "other", 7, "complaints", town == 1 ? 4 : 0));
        }
    }

    BurdenReport report(int periods, String... jobs) {
        List<JobDefinition> all = new ArrayList<>();
        for (String name : jobs) {
            all.add(job(name));
        }
        return new BurdenQuery(store.sql(), AS_OF, periods).report(all, List.of());
    }

    @Override
    public void close() {
        store.close();
    }
}
