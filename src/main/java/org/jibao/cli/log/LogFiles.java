package org.jibao.cli.log;

import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is logged from now on until the end of a run goes to two files in {@code <store>.logs/} as well, a line an event:
 * {@code jibao.<day>.<number>.log} for people and {@code .jsonl} for a log collector, in UTF-8. Both are made when the first
 * event is there.
 */
public final class LogFiles implements AutoCloseable {

    private final FileAppender appender;

    LogFiles(Path folder, LogRetention room, Consumer<IOException> unwritable) {
        LoggerContext context = context();
        this.appender = new FileAppender(folder, room, unwritable);
        appender.setContext(context);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }

    /**
     * Begins to log into the folder that belongs to a store.
     *
     * @param unwritable is told the first time that a line cannot be written; the work goes on
     */
    public static LogFiles beside(Path store, Consumer<IOException> unwritable) {
        return new LogFiles(folder(store), LogRetention.USUAL, unwritable);
    }

    /** {@code data/jibao.duckdb} has {@code data/jibao.duckdb.logs}. */
    public static Path folder(Path store) {
        return store.resolveSibling(store.getFileName() + ".logs");
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    @Override
    public void close() {
        context().getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(appender);
        appender.stop();
    }
}
