package org.jibao.inspect;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.definition.JobDefinition;
import org.jibao.guard.PersonalNumbers;
import org.jibao.store.Row;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;

/** Finds what has become of files of the inbox, by their names. */
public final class SubmissionsQuery {

    private final Sql sql;
    private final JobDefinition job;
    private final Instant asOf;

    public SubmissionsQuery(Sql sql, JobDefinition job, Instant asOf) {
        this.sql = sql;
        this.job = job;
        this.asOf = asOf;
    }

    /** The submissions that came as one of these files, or lay in one, in the order in which they were taken in. */
    public List<NamedSubmission> of(Collection<String> files) {
        // The store has names without the numbers of persons.
        Map<String, String> asked = new HashMap<>();
        files.stream()
                .filter(file -> file.indexOf('\n') < 0)
                .forEach(file -> asked.put(PersonalNumbers.masked(file), file));
        if (asked.isEmpty()) {
            return List.of();
        }
        String names = String.join("\n", asked.keySet());
        String query = SqlText.read(SubmissionsQuery.class, "submissions_of_files");
        return sql.query(query, job.id(), asOf, names).stream()
                .map(row -> submission(row, asked.getOrDefault(row.text("asked"), "")))
                .toList();
    }

    private static NamedSubmission submission(Row row, String of) {
        return new NamedSubmission(
                of,
                row.count("id"),
                row.textOrNull("unit"),
                row.textOrNull("name"),
                row.textOrNull("period"),
                row.text("file"),
                row.text("verdict"),
                row.text("standing"));
    }
}
