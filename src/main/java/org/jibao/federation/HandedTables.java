package org.jibao.federation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jibao.calendar.Period;
import org.jibao.definition.GridForm;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Label;
import org.jibao.federation.PackageManifest.Part;
import org.jibao.federation.PackageParts.Column;
import org.jibao.finding.Wording;
import org.jibao.store.ForeignTables;
import org.jibao.store.ForeignTables.Claim;
import org.jibao.store.Row;
import org.jibao.store.StoreException;
import org.jibao.support.SqlText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the tables of a package are those that this office's own program would have written: the same columns and
 * types, as many rows as the manifest says, no unit that is not the office's, no cell that no form has.
 */
final class HandedTables {

    private static final Logger LOG = LoggerFactory.getLogger(HandedTables.class);

    private static final Wording WORDS = Wording.of(HandedTables.class);

    /** Rows of one table: the cells of 20,000 returns of 300 cells are six million. */
    static final int MOST_ROWS = 50_000_000;

    /** Size of one table by its own words, unpacked: some 80 bytes a row. */
    static final int MOST_TABLE_MEBIBYTES = 4096;

    /** Units of one office. */
    static final int MOST_UNITS = 100_000;

    private final JobDefinition job;
    private final ExpectedTables expected;
    private final PackageManifest manifest;
    private final Period period;
    private final Refusals refusals;

    HandedTables(
            JobDefinition job, ExpectedTables expected, PackageManifest manifest, Period period, Refusals refusals) {
        this.job = job;
        this.expected = expected;
        this.manifest = manifest;
        this.period = period;
        this.refusals = refusals;
    }

    /** What is done with sound tables while they are open. */
    @FunctionalInterface
    interface Use {
        void of(long returns, ForeignTables tables);
    }

    /**
     * Looks at all of them.
     *
     * @param files by name of the table
     * @param scratch where a store for comparison may be made
     * @param use of what is sound; its own faults are none of the tables
     */
    void check(Map<String, Path> files, Path scratch, Use use) {
        Map<String, List<Column>> columns = expected.columns(period, scratch);
        try (ForeignTables tables = ForeignTables.open(List.copyOf(files.values()))) {
            long returns = look(tables, files, columns);
            if (refusals.none()) {
                use.of(returns, tables);
            }
        }
    }

    private long look(ForeignTables tables, Map<String, Path> files, Map<String, List<Column>> columns) {
        String name = "";
        try {
            name = String.join(", ", files.keySet());
            Map<Path, Claim> claims = tables.claims(files.values());
            for (var file : files.entrySet()) {
                name = file.getKey();
                Claim claim = Objects.requireNonNull(claims.get(file.getValue()));
                matchTable(tables, name, file.getValue(), claim, columns);
            }
            if (refusals.none()) {
                matchUnits(tables);
                matchCells(tables);
                contradictions(tables, files.keySet());
            }
            return refusals.none()
                    ? tables.query(SqlText.read(HandedTables.class, "handed_returns"))
                            .number()
                    : 0;
        } catch (StoreException e) {
            LOG.info("{} of a package cannot be read", name, e);
            refusals.add("package-table-unreadable", WORDS.text("check.table-unreadable", name));
            return 0;
        }
    }

    private void matchTable(
            ForeignTables tables, String name, Path file, Claim claim, Map<String, List<Column>> expected) {
        if (claim.rows() > MOST_ROWS || claim.bytes() > (long) MOST_TABLE_MEBIBYTES << 20) {
            refusals.add(
                    "package-table-too-large",
                    WORDS.text("check.table-too-large", name, claim.rows(), claim.bytes() >> 20));
            return;
        }
        List<Column> columns = tables.columns(name, file).stream()
                .map(column -> new Column(column.name(), column.type()))
                .toList();
        if (!columns.equals(expected.get(name))) {
            refusals.add("package-other-columns", WORDS.text("check.other-columns", name));
            return;
        }
        long rows = tables.read(name, file);
        Long stated = manifest.parts().stream()
                .filter(part -> part.name().equals(name + PackageParts.ENDING))
                .map(Part::rows)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (stated == null || stated != rows) {
            refusals.add("package-other-rows", WORDS.text("check.other-rows", name, String.valueOf(stated), rows));
        }
    }

    private void matchUnits(ForeignTables tables) {
        Set<String> own = expected.below(manifest.office());
        String query = SqlText.read(HandedTables.class, "handed_units", Map.of("most", String.valueOf(MOST_UNITS + 1)));
        List<String> strangers = tables.query(query).stream()
                .map(row -> row.text("unit"))
                .filter(code -> !own.contains(code))
                .toList();
        if (!strangers.isEmpty()) {
            refusals.add(
                    "package-foreign-unit",
                    WORDS.text("check.foreign-unit", Refusals.shown(strangers), manifest.office()));
        }
    }

    private void matchCells(ForeignTables tables) {
        Set<List<String>> known = new HashSet<>();
        job.forms().forEach(form -> {
            if (form instanceof GridForm grid) {
                for (Label row : grid.rows()) {
                    grid.columns().forEach(column -> known.add(List.of(grid.id(), row.id(), column.id())));
                }
            }
        });
        String query =
                SqlText.read(HandedTables.class, "handed_cells", Map.of("most", String.valueOf(known.size() + 1)));
        List<String> strangers = new ArrayList<>();
        for (Row row : tables.query(query)) {
            List<String> cell = List.of(row.textOr("form", ""), row.textOr("row", ""), row.textOr("column", ""));
            if (!known.contains(cell)) {
                strangers.add(String.join("/", cell));
            }
        }
        if (!strangers.isEmpty()) {
            refusals.add("package-unknown-cell", WORDS.text("check.unknown-cell", Refusals.shown(strangers)));
        }
    }

    private void contradictions(ForeignTables tables, Set<String> names) {
        List<String> found = new ArrayList<>();
        tables.query(SqlText.read(HandedTables.class, "contradictions"), period.code(), manifest.asOf()).stream()
                .map(row -> row.text("kind") + " " + row.count("times"))
                .forEach(found::add);
        for (String name : names) {
            if (name.startsWith(PackageParts.REGISTER)) {
                long strangers = tables.query(SqlText.read(
                                HandedTables.class, "foreign_entries", Map.of("table", SqlText.name(name))))
                        .number();
                if (strangers > 0) {
                    found.add(name + " " + strangers);
                }
            }
        }
        if (!found.isEmpty()) {
            refusals.add("package-contradicts-itself", WORDS.text("check.contradicts-itself", Refusals.shown(found)));
        }
    }
}
