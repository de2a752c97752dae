package org.jibao.cluster;

import java.sql.SQLException;
import org.jibao.finding.Wording;
import org.jibao.run.OperationalFailure;
import org.springframework.dao.DataAccessException;

/** The tables of a cluster: Spring Batch's, Spring Integration's queue, and who takes part. */
public final class ClusterSchema {

    private static final Wording WORDS = Wording.of(ClusterSchema.class);

    /** SQLState of PostgreSQL where the role may not do something. */
    private static final String NO_RIGHT = "42501";

    private ClusterSchema() {}

    /** The statements that make them, for whoever looks after the database. */
    public static String text() {
        return ClusterDatabase.statement("schema");
    }

    /**
     * Makes them where there are none.
     *
     * @throws OperationalFailure where the role has no right to, and they are not there
     */
    static void prepare(ClusterDatabase database) {
        try {
            if (Boolean.TRUE.equals(
                    database.sql().queryForObject(ClusterDatabase.statement("has_tables"), Boolean.class))) {
                return;
            }
            database.inTransaction(() -> database.sql().execute(text()));
        } catch (DataAccessException e) {
            if (e.getMostSpecificCause() instanceof SQLException engine && NO_RIGHT.equals(engine.getSQLState())) {
                throw new OperationalFailure(WORDS.text("schema.no-right", database.address()), e);
            }
            throw database.unreachable(e);
        }
    }
}
