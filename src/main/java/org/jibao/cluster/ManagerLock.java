package org.jibao.cluster;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.jibao.finding.Wording;
import org.jibao.run.OperationalFailure;

/**
 * That one process at a time hands out slices in a database: a lock of the server's, which goes with its connection.
 */
final class ManagerLock implements AutoCloseable {

    private static final Wording WORDS = Wording.of(ManagerLock.class);

    private final Connection connection;

    private ManagerLock(Connection connection) {
        this.connection = connection;
    }

    /** @throws OperationalFailure where another process has it */
    static ManagerLock take(ClusterDatabase database) {
        try {
            Connection connection = database.source().getConnection();
            if (locked(connection)) {
                return new ManagerLock(connection);
            }
            connection.close();
        } catch (SQLException e) {
            throw database.unreachable(e);
        }
        String who = Members.asWorker(database).others().stream()
                .map(other -> other.host() + " (" + other.process() + ")")
                .collect(Collectors.joining(", "));
        throw new OperationalFailure(WORDS.text("lock.taken", database.address(), who), new TakenException());
    }

    /**
     * Whether a lock that could not be taken may be had in a moment by a process that has had it: its own old session
     * has it.
     */
    static boolean mayComeBack(OperationalFailure failure) {
        return failure.getCause() instanceof SQLException || failure.getCause() instanceof TakenException;
    }

    /** Another session has the lock. */
    static final class TakenException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private static boolean locked(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(ClusterDatabase.statement("lock"))) {
            return result.next() && result.getBoolean(1);
        }
    }

    /** The connection goes back to others, so the lock must be given back first. */
    @Override
    public void close() {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute(ClusterDatabase.statement("unlock"));
        } catch (SQLException gone) {
            // With the connection went the lock.
        }
    }
}
