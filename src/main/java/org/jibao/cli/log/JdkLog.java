package org.jibao.cli.log;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Sends what is logged with {@code java.util.logging} where everything else goes, so that nothing of it reaches the screen.
 * Made by the JDK itself, by the system property {@code java.util.logging.config.class}.
 */
public final class JdkLog {

    public JdkLog() {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(new ToSlf4j());
    }

    /** Takes warnings and what is worse. */
    private static final class ToSlf4j extends Handler {

        @Override
        public void publish(LogRecord entry) {
            org.slf4j.Logger log = LoggerFactory.getLogger(String.valueOf(entry.getLoggerName()));
            boolean severe = entry.getLevel().intValue() >= Level.SEVERE.intValue();
            LoggingEventBuilder event = severe ? log.atError() : log.atWarn();
            event.setCause(entry.getThrown()).log(String.valueOf(entry.getMessage()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
