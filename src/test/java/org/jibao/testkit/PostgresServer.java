package org.jibao.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A real PostgreSQL on this machine, in a folder of a test, that can be stopped and started again. */
public final class PostgresServer implements AutoCloseable {

    private final Path data;
    private EmbeddedPostgres server;

    public PostgresServer(Path folder) throws IOException {
        this.data = folder.resolve("postgres");
        this.server = started(0);
    }

    private EmbeddedPostgres started(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off")
                .setPort(port)
                .start();
    }

    public int port() {
        return server.getPort();
    }

    /** For {@code --cluster}. */
    public String address() {
        return address(port());
    }

    /** The same through another port of this machine. */
    public static String address(int port) {
        return "postgresql://postgres@127.0.0.1:" + port + "/postgres?sslmode=disable";
    }

    public void stop() throws IOException {
        server.close();
    }

    /** At the port where it was. */
    public void start() throws IOException {
        server = started(server.getPort());
    }

    public void execute(String... statements) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first value of the first row. */
    public String value(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
