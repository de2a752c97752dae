package org.jibao.cluster;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jibao.finding.Wording;
import org.jibao.run.OperationalFailure;
import org.jibao.support.SqlText;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** PostgreSQL as queue and job repository of a cluster, through a few connections. */
final class ClusterDatabase implements AutoCloseable {

    private static final Wording WORDS = Wording.of(ClusterDatabase.class);

    /**
     * A worker works in one, beats in another, and polls; the manager's job and its watch have one each, and the lock.
     */
    private static final int CONNECTIONS = 4;

    private static final int CONNECT_MILLISECONDS = 10_000;
    private static final int CONNECT_SECONDS = 10;

    /** A server that says nothing for so long has gone. No statement takes longer. */
    private static final int SOCKET_SECONDS = 60;

    /**
     * The server ends a session whose machine has gone, and one whose transaction does nothing: a worker says something
     * every twenty seconds while it reads. Until then no other worker has what this one holds.
     */
    private static final String SESSION = "-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10"
            + " -c tcp_keepalives_count=3 -c idle_in_transaction_session_timeout=120s -c lock_timeout=30s";

    private final ClusterAddress address;
    private final HikariDataSource source;
    private final JdbcTransactionManager transactions;
    private final JdbcTemplate sql;

    private ClusterDatabase(ClusterAddress address, HikariDataSource source) {
        this.address = address;
        this.source = source;
        this.transactions = new JdbcTransactionManager(source);
        this.sql = new JdbcTemplate(source);
    }

    /** @throws OperationalFailure where the database cannot be reached or refuses the role */
    static ClusterDatabase open(ClusterAddress address) {
        HikariDataSource source = new HikariDataSource(configuration(address));
        ClusterDatabase database = new ClusterDatabase(address, source);
        try (Connection first = source.getConnection()) {
            first.isValid(1);
            return database;
        } catch (SQLException e) {
            source.close();
            throw database.unreachable(e);
        }
    }

    private static HikariConfig configuration(ClusterAddress address) {
        HikariConfig configuration = new HikariConfig();
        configuration.setPoolName("cluster");
        configuration.setDataSource(driver(address));
        configuration.setMaximumPoolSize(CONNECTIONS);
        configuration.setMinimumIdle(0);
        configuration.setConnectionTimeout(CONNECT_MILLISECONDS);
        configuration.setInitializationFailTimeout(-1);
        return configuration;
    }

    private static DataSource driver(ClusterAddress address) {
        PGSimpleDataSource driver = new PGSimpleDataSource();
        driver.setUrl(address.url());
        driver.setApplicationName("jibao");
        driver.setOptions(SESSION);
        driver.setTcpKeepAlive(true);
        driver.setSocketTimeout(SOCKET_SECONDS);
        driver.setConnectTimeout(CONNECT_SECONDS);
        driver.setLoginTimeout(CONNECT_SECONDS);
        try {
            for (String name : address.properties().stringPropertyNames()) {
                driver.setProperty(name, address.properties().getProperty(name));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return driver;
    }

    ClusterAddress address() {
        return address;
    }

    DataSource source() {
        return source;
    }

    JdbcTransactionManager transactions() {
        return transactions;
    }

    JdbcTemplate sql() {
        return sql;
    }

    /** Runs the work in a transaction. */
    void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    static String statement(String name) {
        return SqlText.read(ClusterDatabase.class, name);
    }

    /** What the driver says of a password is that it is wrong; it is never in the message. */
    OperationalFailure unreachable(Exception e) {
        Throwable said = e;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            said = cause instanceof SQLException ? cause : said;
        }
        String words = String.valueOf(said.getMessage()).strip().replaceFirst("[.]$", "");
        return new OperationalFailure(WORDS.text("database.unreachable", address, words), e);
    }

    /** Whether it is the connection that failed, or the server that went down, and trying again may help. */
    static boolean isAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException engine && engine.getSQLState() != null) {
                String state = engine.getSQLState();
                return state.startsWith("08")
                        || state.startsWith("57P")
                        || state.equals("25P03")
                        || state.startsWith("53");
            }
            if (cause instanceof java.sql.SQLTransientException
                    || cause instanceof org.springframework.dao.TransientDataAccessException
                    || cause instanceof org.springframework.dao.DataAccessResourceFailureException) {
                return true;
            }
        }
        return false;
    }

    /** Whether anything of the database's is behind a failure. */
    static boolean isOfDatabase(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException || cause instanceof DataAccessException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        source.close();
    }
}
