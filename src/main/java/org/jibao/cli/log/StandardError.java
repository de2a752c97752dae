package org.jibao.cli.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.Locale;
import org.jibao.guard.VisibleText;
import org.slf4j.Logger;

/**
 * What this program did not foresee. What has an event's name is for the log files, as the command prints the same in words;
 * what libraries say is for them too: it helps no officer, and ten thousand broken files make a library say a lot.
 */
final class StandardError extends AppenderBase<ILoggingEvent> {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    @Override
    protected void append(ILoggingEvent event) {
        boolean ours = event.getLoggerName().startsWith(LogSetup.OURS);
        if (ours && event.getLevel().isGreaterOrEqual(Level.WARN) && !LogLine.isNamed(event)) {
            System.err.writeBytes(line(event).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Where a log file keeps the trace, the screen has none. */
    private String line(ILoggingEvent event) {
        String logger = event.getLoggerName();
        String trace = event.getThrowableProxy() == null || isKeptInFile()
                ? ""
                : ThrowableProxyUtil.asString(event.getThrowableProxy());
        return "%s %-5s %s: %s%n%s"
                .formatted(
                        SECOND.format(event.getInstant().atZone(ZoneId.systemDefault())),
                        event.getLevel(),
                        logger.substring(logger.lastIndexOf('.') + 1),
                        VisibleText.line(event.getFormattedMessage()),
                        trace.isEmpty() ? "" : VisibleText.lines(trace.stripTrailing()) + System.lineSeparator());
    }

    private boolean isKeptInFile() {
        Iterator<Appender<ILoggingEvent>> all = ((LoggerContext) getContext())
                .getLogger(Logger.ROOT_LOGGER_NAME)
                .iteratorForAppenders();
        while (all.hasNext()) {
            if (all.next() instanceof FileAppender) {
                return true;
            }
        }
        return false;
    }
}
