package org.jibao.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jibao.definition.JobDefinition;
import org.jibao.support.SqlText;

/**
 * What stands in the tables of submissions, as Parquet files: written from the store of a process that reads a part of
 * the files, and added to the one store. The submissions have their numbers already. A table without rows has no file.
 */
public final class SubmissionParts {

    private static final String ENDING = ".parquet";

    private final ConnectionSql sql;
    private final JobDefinition job;

    SubmissionParts(ConnectionSql sql, JobDefinition job) {
        this.sql = sql;
        this.job = job;
    }

    /**
     * Writes the tables, as they are in the current transaction.
     *
     * @param folder in the store's own folder
     * @return the names of the files
     */
    public List<String> write(Path folder) throws IOException {
        List<String> files = new ArrayList<>();
        for (String table : tables()) {
            String name = SqlText.name(table);
            if (sql.query("SELECT 1 FROM intake." + name + " LIMIT 1").isEmpty()) {
                continue;
            }
            String file = table + ENDING;
            Files.deleteIfExists(folder.resolve(file));
            sql.execute(SqlText.read(
                    Store.class, "parts/write", Map.of("table", name, "file", literal(folder.resolve(file)))));
            files.add(file);
        }
        return files;
    }

    /**
     * Adds the rows of files that {@link #write} has written, in the current transaction.
     *
     * @param folders in the store's own folder, in the order of their submissions
     */
    public void add(List<Path> folders) {
        for (String table : tables()) {
            String files = folders.stream()
                    .map(folder -> folder.resolve(table + ENDING))
                    .filter(Files::exists)
                    .map(SubmissionParts::literal)
                    .collect(Collectors.joining(", "));
            if (!files.isEmpty()) {
                sql.execute(
                        SqlText.read(Store.class, "parts/add", Map.of("table", SqlText.name(table), "files", files)));
            }
        }
    }

    /** Whether a file of this name may hold rows of the job. */
    public boolean knows(String file) {
        return file.endsWith(ENDING) && tables().contains(file.substring(0, file.length() - ENDING.length()));
    }

    private List<String> tables() {
        return SubmissionWriter.tables(job);
    }

    private static String literal(Path file) {
        return SqlText.literal(file.toAbsolutePath().toString());
    }
}
