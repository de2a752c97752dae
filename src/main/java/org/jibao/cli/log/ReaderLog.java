package org.jibao.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the libraries that read workbooks have to say. Their words, and those of their exceptions, may quote a cell; the log
 * has in their place who said something of which file, and the kinds of the exceptions.
 */
final class ReaderLog {

    /** The key, in the logging context, of the file that is being read. */
    static final String FILE = "file";

    private static final List<String> READERS = List.of(
            "org.apache.poi.", "com.alibaba.excel.", "org.apache.xmlbeans.", "org.openxmlformats.", "com.fasterxml.");

    private static final int MOST_CAUSES = 6;

    private ReaderLog() {}

    static boolean isReader(ILoggingEvent event) {
        return READERS.stream().anyMatch(event.getLoggerName()::startsWith);
    }

    static String message(ILoggingEvent event) {
        return isReader(event) ? "a reading library met something unusual" : event.getFormattedMessage();
    }

    /** The kinds of the exceptions, the outermost first. */
    static String kinds(IThrowableProxy error) {
        StringBuilder kinds = new StringBuilder();
        @Nullable IThrowableProxy cause = error;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            kinds.append(depth == 0 ? "" : " < ").append(cause.getClassName());
            cause = cause.getCause();
        }
        return kinds.toString();
    }
}
