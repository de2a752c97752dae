package org.jibao.cli.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jibao.guard.VisibleText;

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

    private static String line(ILoggingEvent event) {
        String logger = event.getLoggerName();
        String trace = event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        return "%s %-5s %s: %s%n%s"
                .formatted(
                        SECOND.format(event.getInstant().atZone(ZoneId.systemDefault())),
                        event.getLevel(),
                        logger.substring(logger.lastIndexOf('.') + 1),
                        VisibleText.line(event.getFormattedMessage()),
                        trace.isEmpty() ? "" : VisibleText.lines(trace.stripTrailing()) + System.lineSeparator());
    }
}
