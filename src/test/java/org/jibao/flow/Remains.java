package org.jibao.flow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jibao.store.Rows;
import org.jspecify.annotations.Nullable;

/**
 * What is there after the last run in a folder: the store, table by table, and every file by its name, those that people
 * are given with their bytes. So a draft or a log that a killed run has left would be seen too.
 */
record Remains(Map<String, Rows> store, Map<String, String> files) {

    /** What a run begins with, not what comes of it, and the machine's own place for temporary files. */
    private static final Pattern GIVEN = Pattern.compile("(jobs|inbox|temporary)/.*");

    private static final Pattern FOR_PEOPLE = Pattern.compile("(out|leaders)/.*");

    /** What operators are told is named by the run that failed, and each run has a name of its own. */
    private static final Pattern NAMED_BY_RUN = Pattern.compile("[0-9a-f]{20}-operators");

    static Remains of(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String name : Folders.names(folder)) {
            if (!GIVEN.matcher(name).matches()) {
                boolean compared = FOR_PEOPLE.matcher(name).matches();
                files.put(
                        NAMED_BY_RUN.matcher(name).replaceAll("*-operators"),
                        compared ? Folders.sha256(folder.resolve(name)) : "");
            }
        }
        return new Remains(StoreContents.of(folder.resolve("data/jibao.duckdb")), files);
    }

    /** In words, none where all is equal. */
    List<String> differences(Remains other) {
        List<String> differences = new ArrayList<>();
        union(store, other.store).forEach(table -> {
            Rows here = store.get(table);
            Rows there = other.store.get(table);
            if (!Objects.equals(here, there)) {
                differences.add(table + ": " + size(here) + " and " + size(there) + " rows, or they differ");
            }
        });
        union(files, other.files).forEach(name -> {
            if (!Objects.equals(files.get(name), other.files.get(name))) {
                differences.add(name + ": " + words(files.get(name)) + " and " + words(other.files.get(name)));
            }
        });
        return differences;
    }

    /** How many files people were given. */
    long outputs() {
        return files.keySet().stream()
                .filter(name -> FOR_PEOPLE.matcher(name).matches())
                .count();
    }

    private static TreeSet<String> union(Map<String, ?> one, Map<String, ?> other) {
        TreeSet<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        return names;
    }

    private static String size(@Nullable Rows rows) {
        return rows == null ? "no" : String.valueOf(rows.rows().size());
    }

    private static String words(@Nullable String digest) {
        return digest == null ? "absent" : digest.isEmpty() ? "there" : "there, " + digest.substring(0, 8);
    }
}
