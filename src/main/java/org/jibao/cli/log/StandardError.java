package org.jibao.cli.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Warnings and faults of the libraries, and of ours what was not foreseen. What has an event's name is for the log files:
 * the command prints the same in words.
 */
final class StandardError extends AppenderBase<ILoggingEvent> {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.WARN) && !LogLine.isNamed(event)) {
            System.err.writeBytes(line(event).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String line(ILoggingEvent event) {
        String logger = event.getLoggerName();
        String trace = event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        return "%s %-5s %s: %s%n%s"
                .formatted(
                        SECOND.format(event.getInstant().atZone(ZoneId.systemDefault())),
                        event.getLevel(),
                        logger.substring(logger.lastIndexOf('.') + 1),
                        event.getFormattedMessage(),
                        trace);
    }
}
