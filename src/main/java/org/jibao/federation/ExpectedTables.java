package org.jibao.federation;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.federation.PackageParts.Column;
import org.jibao.store.Sql;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;

/**
 * What packages of a job are held against: the columns that this program gives their tables, and the units below each
 * office. Both are made once, for however many packages.
 */
final class ExpectedTables {

    private final JobDefinition job;
    private final Map<String, List<Column>> columns = new LinkedHashMap<>();
    private final Map<String, List<String>> below = new HashMap<>();

    ExpectedTables(JobDefinition job) {
        this.job = job;
    }

    /**
     * The columns of each table, over an empty store.
     *
     * @param scratch where that store may be made
     */
    synchronized Map<String, List<Column>> columns(Period period, Path scratch) {
        if (columns.isEmpty()) {
            try (Store store = Store.open(scratch.resolve("expected.duckdb"), StoreSettings.DEFAULT)) {
                store.define(job, List.of(period), WorkingDays.china());
                Sql sql = store.sql();
                sql.execute("CREATE OR REPLACE VIEW returns.figure_of_record AS FROM returns.no_figure");
                PackageParts parts = new PackageParts(job, period);
                parts.create(sql);
                parts.names().forEach(name -> columns.put(name, PackageParts.columns(sql, name)));
            }
        }
        return columns;
    }

    /** The codes of an office and of all units below it. */
    synchronized Set<String> below(String office) {
        if (below.isEmpty()) {
            for (Unit unit : job.roster().units()) {
                String parent = unit.parent() == null ? "" : unit.parent();
                below.computeIfAbsent(parent, code -> new ArrayList<>()).add(unit.code());
            }
        }
        Set<String> own = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(office));
        while (!open.isEmpty()) {
            String code = open.pop();
            if (own.add(code)) {
                open.addAll(below.getOrDefault(code, List.of()));
            }
        }
        return own;
    }
}
