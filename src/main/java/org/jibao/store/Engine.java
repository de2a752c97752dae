package org.jibao.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jibao.guard.OwnFiles;
import org.jibao.store.function.CalendarFunctions;
import org.jibao.store.function.RequestFunctions;
import org.jibao.support.SqlText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens DuckDB files with everything shut that Jibao does not use, and with the functions of its calendar. */
public final class Engine {

    /** People's SQL is stopped after this long: ten times what the heaviest metric of a large province takes. */
    static final int SANDBOX_MILLISECONDS = 30_000;

    private static final String READ_ONLY = "duckdb.read_only";

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    /**
     * The engine gathers small batches of rows after a filter or a join. Its version 2.0 does that wrongly where a
     * column's texts come from one dictionary: over 100,000 returns a rule ended with an internal error, after which
     * the store had to be opened anew.
     */
    private static final String NO_GATHERING = "SET GLOBAL enable_caching_operators = false";

    private static final String UTC = "SET GLOBAL TimeZone = 'UTC'";

    private Engine() {}

    /** For the one writer: files may be touched in the store's own folder only. */
    static DuckDBConnection writer(Path file, StoreSettings settings) throws SQLException {
        Path folder = file.toAbsolutePath().getParent();
        Properties properties = closed(file, settings);
        properties.setProperty("temp_directory", file.toAbsolutePath() + ".tmp");
        return open(
                file,
                properties,
                List.of(
                        "SET allowed_directories = [" + SqlText.literal(folder + "/") + "]",
                        "SET enable_external_access = false",
                        "SET lock_configuration = true"));
    }

    /**
     * For people's SQL: nothing can be written, no other file read, nothing spilled to disk, and no query runs for
     * ever.
     */
    static DuckDBConnection sandbox(Path file, StoreSettings settings) throws SQLException {
        Properties properties = closed(file, settings);
        properties.setProperty(READ_ONLY, "true");
        properties.setProperty("temp_directory", "");
        return open(
                file,
                properties,
                List.of(
                        "SET max_execution_time = " + SANDBOX_MILLISECONDS,
                        "SET enable_external_access = false",
                        "SET lock_configuration = true"));
    }

    /**
     * For the SQL of job folders, on a copy of a store: the copy can be written and nothing else, no file is read, and
     * no statement runs longer than the time it is given.
     */
    static DuckDBConnection figures(Path file, StoreSettings settings, Duration most) throws SQLException {
        Properties properties = closed(file, settings);
        properties.setProperty("temp_directory", file.toAbsolutePath() + ".tmp");
        return open(
                file,
                properties,
                List.of(
                        "SET max_execution_time = " + most.toMillis(),
                        "SET enable_external_access = false",
                        "SET lock_configuration = true"));
    }

    /**
     * For looking at stores from outside: it has no file of its own, and touches others in the given files' folders
     * only.
     */
    public static DuckDBConnection apart(StoreSettings settings, List<Path> files) throws SQLException {
        String folders = files.stream()
                .map(file -> SqlText.literal(file.toAbsolutePath().getParent() + "/"))
                .distinct()
                .collect(Collectors.joining(", "));
        Properties properties = closed(files.get(0), settings);
        properties.setProperty("temp_directory", files.get(0).toAbsolutePath() + ".tmp");
        return open(
                connect("", files.get(0), properties),
                List.of(
                        "SET allowed_directories = [" + folders + "]",
                        "SET enable_external_access = false",
                        "SET lock_configuration = true"));
    }

    /**
     * For files that others have made: it has none of its own, reads these and no other, spills nothing, and no query
     * runs for ever.
     */
    static DuckDBConnection reader(StoreSettings settings, List<Path> files) throws SQLException {
        String paths = files.stream()
                .map(file -> SqlText.literal(file.toAbsolutePath().toString()))
                .collect(Collectors.joining(", "));
        Properties properties = closed(files.get(0), settings);
        properties.setProperty("temp_directory", "");
        return open(
                connect("", files.get(0), properties),
                List.of(
                        "SET max_execution_time = " + SANDBOX_MILLISECONDS,
                        "SET allowed_paths = [" + paths + "]",
                        "SET enable_external_access = false",
                        "SET lock_configuration = true"));
    }

    private static Properties closed(Path file, StoreSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("allow_community_extensions", "false");
        properties.setProperty("allow_persistent_secrets", "false");
        properties.setProperty("memory_limit", settings.memoryLimit());
        properties.setProperty("threads", String.valueOf(settings.threadsFor(size(file))));
        return properties;
    }

    /** In bytes; 0 where there is none yet. What is wrong with a file the engine says better. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    /**
     * The first connection loads the engine, which is unpacked into the temporary folder where it does not lie beside
     * us.
     */
    private static Connection connect(String name, Path file, Properties properties) throws SQLException {
        try {
            return new DuckDBDriver().connect("jdbc:duckdb:" + name, properties);
        } catch (LinkageError e) {
            throw new Faults(file).engineNotLoaded(e);
        }
    }

    private static DuckDBConnection open(Path file, Properties properties, List<String> settings) throws SQLException {
        Connection connection = connect(file.toAbsolutePath().toString(), file, properties);
        if (properties.containsKey(READ_ONLY)) {
            return open(connection, settings);
        }
        keepToItsOwner(file);
        DuckDBConnection writer = open(connection, settings);
        removeSpilled(Path.of(properties.getProperty("temp_directory")));
        return writer;
    }

    /**
     * What an engine has spilled that was killed: parts of returns, and the next engine takes them away only where it spills
     * itself. This one has the file's lock, and has spilled nothing yet.
     */
    private static void removeSpilled(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (DirectoryStream<Path> spilled = Files.newDirectoryStream(folder, "duckdb_temp_*")) {
            for (Path one : spilled) {
                Files.delete(one);
            }
            Files.delete(folder);
        } catch (IOException e) {
            LOG.warn("what was spilled stays in {}", folder, e);
        }
    }

    /** Also of a store that an earlier program made: its copies and outputs are as private from now on. */
    private static void keepToItsOwner(Path file) {
        try {
            if (OwnFiles.tighten(file)) {
                LOG.atInfo()
                        .addKeyValue("event", "rights-taken-from-others")
                        .addKeyValue("file", file.toAbsolutePath())
                        .log("rights taken from others");
            }
        } catch (IOException e) {
            LOG.debug("the rights of {} cannot be set", file, e);
        }
    }

    private static DuckDBConnection open(Connection connection, List<String> settings) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(UTC);
            statement.execute(NO_GATHERING);
            for (String setting : settings) {
                statement.execute(setting);
            }
            CalendarFunctions.register(connection);
            RequestFunctions.register(connection);
            return connection.unwrap(DuckDBConnection.class);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
