package org.jibao.cluster;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jibao.finding.Wording;
import org.jibao.run.OperationalFailure;
import org.jibao.support.SqlText;
import org.springframework.dao.DataAccessException;

/**
 * The tables of a cluster: Spring Batch's and those of Spring Integration's queue, by the scripts that the two
 * libraries bring for PostgreSQL, and who takes part. Nothing in them outlives a run but the last sequence numbers; no
 * return is in this database.
 */
public final class ClusterSchema {

    private static final Wording WORDS = Wording.of(ClusterSchema.class);

    /** SQLState of PostgreSQL where the role may not do something. */
    private static final String NO_RIGHT = "42501";

    private static final String BATCH = "/org/springframework/batch/core/schema-postgresql";
    private static final String INTEGRATION = "/org/springframework/integration/jdbc/schema-postgresql";

    /** What the script of Spring Integration says for its authors' other uses in comments. */
    private static final Pattern COMMENT = Pattern.compile("(?m)^--.*$|/\\*[^*]*\\*/");

    /** Of Spring Integration's tables a queue needs this one and its sequence. */
    private static final List<String> QUEUE = List.of("INT_CHANNEL_MESSAGE", "INT_MESSAGE_SEQ");

    private ClusterSchema() {}

    /** The statements that make them, for the person who looks after the database. */
    public static String text() {
        // Both scripts are indented by tabs, which a console shows in another way.
        return (SqlText.read(ClusterSchema.class, BATCH) + queue()).replace("\t", "    ")
                + ClusterDatabase.statement("member_table");
    }

    private static String queue() {
        String script =
                COMMENT.matcher(SqlText.read(ClusterSchema.class, INTEGRATION)).replaceAll("");
        return Stream.of(script.split(";", -1))
                .filter(statement -> QUEUE.stream().anyMatch(statement::contains))
                .map(statement -> statement.strip() + ";\n\n")
                .collect(Collectors.joining());
    }

    /**
     * Makes them where there are none. A run and its workers may begin in an empty database at the same time.
     *
     * @throws OperationalFailure where the role has no right to, and they are not there
     */
    static void prepare(ClusterDatabase database) {
        try {
            if (!areMade(database)) {
                database.inTransaction(() -> {
                    database.sql().execute(ClusterDatabase.statement("schema_lock"));
                    if (!areMade(database)) {
                        database.sql().execute(text());
                    }
                });
            }
        } catch (DataAccessException e) {
            if (e.getMostSpecificCause() instanceof SQLException engine && NO_RIGHT.equals(engine.getSQLState())) {
                throw new OperationalFailure(WORDS.text("schema.no-right", database.address()), e);
            }
            throw database.unreachable(e);
        }
    }

    private static boolean areMade(ClusterDatabase database) {
        return Boolean.TRUE.equals(
                database.sql().queryForObject(ClusterDatabase.statement("has_tables"), Boolean.class));
    }
}
