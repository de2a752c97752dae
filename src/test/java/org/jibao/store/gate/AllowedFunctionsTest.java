package org.jibao.store.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the lists say all of this engine's functions, so that whoever raises its version decides on each that is new. */
class AllowedFunctionsTest {

    /** Of the parser: it stands where a value does, and the engine does not list it there. */
    private static final Set<String> SYNTAX = Set.of("unnest");

    /** Listed as macros or of two kinds, and decided on with those that are constant. */
    private static final String CONSTANT = """
            SELECT lower(function_name)
            FROM duckdb_functions()
            WHERE function_type IN ('scalar', 'aggregate', 'window', 'macro')
            GROUP BY ALL
            HAVING bool_and(stability IS NULL OR stability = 'CONSISTENT')
            """;

    private final Path folder;

    AllowedFunctionsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Set<String> engine(String sql) {
        try (Store store = Store.openForFigures(folder.resolve("gate.duckdb"), StoreSettings.DEFAULT)) {
            return store.sql().query(sql).rows().stream()
                    .map(row -> String.valueOf(row.get(0)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void saysEachConstantFunctionOfTheEngine() {
        Set<String> listed = new TreeSet<>(AllowedFunctions.names("allowed-functions"));
        listed.addAll(AllowedFunctions.names("refused-functions"));
        listed.removeAll(SYNTAX);
        assertEquals(engine(CONSTANT), listed);
    }

    @Test
    void allowsNoneThatIsRefusedOrChanges() {
        Set<String> allowed = AllowedFunctions.names("allowed-functions");
        Set<String> both = new TreeSet<>(allowed);
        both.retainAll(AllowedFunctions.names("refused-functions"));
        assertEquals(Set.of(), both);
        Set<String> changing =
                engine("SELECT DISTINCT lower(function_name) FROM duckdb_functions() WHERE stability <> 'CONSISTENT'");
        assertEquals(31, changing.size());
        changing.retainAll(allowed);
        assertEquals(Set.of(), changing);
    }

    @Test
    void allowsOnlyTypesOfTheEngine() {
        Set<String> types = engine("SELECT DISTINCT lower(type_name) FROM duckdb_types()");
        Set<String> unknown = new TreeSet<>(AllowedFunctions.names("allowed-types"));
        unknown.removeAll(types);
        assertEquals(Set.of(), unknown);
    }

    /** Every name that is a function without brackets, where no column is called so. */
    @Test
    void knowsEachClockWithoutBrackets() {
        Set<String> names = engine(
                "SELECT DISTINCT lower(function_name) FROM duckdb_functions() WHERE regexp_matches(function_name, '^[a-z_]+$')");
        names.addAll(Set.of(
                "current_time",
                "current_timestamp",
                "localtime",
                "localtimestamp",
                "sysdate",
                "system_user",
                "current_path"));
        try (Store store = Store.openForFigures(folder.resolve("other.duckdb"), StoreSettings.DEFAULT)) {
            Set<String> answered = new TreeSet<>();
            for (String name : names) {
                boolean answers;
                try {
                    answers = !store.sql().query("SELECT " + name).isEmpty();
                } catch (RuntimeException none) {
                    answers = false;
                }
                if (answers) {
                    answered.add(name);
                }
                assertTrue(
                        !answers
                                || !store.sql()
                                        .people()
                                        .refusals("SELECT " + name.toUpperCase(Locale.ROOT))
                                        .isEmpty(),
                        name);
            }
            assertEquals(ExpressionCheck.CLOCKS, answered);
        }
    }
}
