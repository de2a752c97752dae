package org.jibao.cluster;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.RowMapper;

/** Who takes part in the cluster, as each says of itself. When one was seen is the database's clock. */
final class Members {

    /** What can stand in a name; the database is not ours alone, and this is shown on a screen. */
    private static final Pattern STRANGE = Pattern.compile("[^\\p{IsAlphabetic}\\p{IsDigit}._ -]");

    private static final RowMapper<Participant> ROW = (row, number) -> new Participant(
            plain(row.getString("host")),
            row.getLong("process"),
            plain(row.getString("program")),
            plain(row.getString("job")),
            plain(row.getString("job_digest")),
            plain(row.getString("mark_key")),
            row.getLong("memory"));

    private final ClusterDatabase database;
    private final String id = UUID.randomUUID().toString();
    private final String role;

    private Members(ClusterDatabase database, String role) {
        this.database = database;
        this.role = role;
    }

    static Members asManager(ClusterDatabase database) {
        return new Members(database, "manager");
    }

    static Members asWorker(ClusterDatabase database) {
        return new Members(database, "worker");
    }

    /** Says that this process is there. */
    void beat(Participant here) {
        database.sql()
                .update(
                        ClusterDatabase.statement("member_beats"),
                        id,
                        role,
                        here.host(),
                        here.process(),
                        here.program(),
                        here.job(),
                        here.jobDigest(),
                        here.markKey(),
                        here.memory());
    }

    /** Those of the other role that were there in the last half minute. */
    List<Participant> others() {
        return database.sql()
                .query(ClusterDatabase.statement("members"), ROW, role.equals("worker") ? "manager" : "worker");
    }

    void leave() {
        database.sql().update("DELETE FROM jibao_cluster_member WHERE id = ?", id);
    }

    private static String plain(String text) {
        return STRANGE.matcher(text).replaceAll("?");
    }
}
