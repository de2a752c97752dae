package org.jibao.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jibao.support.Json;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/** How an event stands in the files: the same time, level, words and values in both. */
final class LogLine {

    /** Of the machine, as a run's place in the ledger; the offset says which zone that is. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

    private static final String EVENT = "event";

    private LogLine() {}

    /** Whether it is an event with a name and values, and not only a sentence. */
    static boolean isNamed(ILoggingEvent event) {
        return pairs(event).stream().anyMatch(pair -> EVENT.equals(pair.key));
    }

    /** For a log collector: one object; a stack trace is a text in it. */
    static String json(ILoggingEvent event, @Nullable String run) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("time", time(event));
        members.put("level", event.getLevel().toString());
        values(event).forEach((key, value) -> members.putIfAbsent(key, member(value)));
        members.put("message", ReaderLog.message(event));
        String file = event.getMDCPropertyMap().get(ReaderLog.FILE);
        if (file != null) {
            members.putIfAbsent(ReaderLog.FILE, file);
        }
        members.put("run", run);
        members.put("logger", event.getLoggerName());
        members.put("thread", event.getThreadName());
        IThrowableProxy error = event.getThrowableProxy();
        if (error != null) {
            Map<String, @Nullable Object> failure = new LinkedHashMap<>();
            failure.put("class", error.getClassName());
            failure.put("message", ReaderLog.isReader(event) ? null : error.getMessage());
            failure.put("trace", trace(event, error));
            members.put("error", failure);
        }
        return Json.line(members) + "\n";
    }

    /** For people: one line; a stack trace is indented below it, so that nothing in it looks like another line. */
    static String plain(ILoggingEvent event, @Nullable String run) {
        StringBuilder line = new StringBuilder(time(event)).append(' ');
        String level = event.getLevel().toString();
        line.append(level).append(" ".repeat(6 - level.length()));
        line.append(LogText.visible(ReaderLog.message(event)));
        values(event).forEach((key, value) -> add(line, key, value));
        if (!isNamed(event)) {
            add(line, "logger", event.getLoggerName());
            add(line, "thread", event.getThreadName());
        }
        String file = event.getMDCPropertyMap().get(ReaderLog.FILE);
        if (file != null && !isNamed(event)) {
            add(line, ReaderLog.FILE, file);
        }
        if (run != null) {
            add(line, "run", run);
        }
        line.append('\n');
        if (event.getThrowableProxy() != null) {
            trace(event, event.getThrowableProxy()).lines().forEach(below -> line.append("    ")
                    .append(LogText.visible(below.stripTrailing()))
                    .append('\n'));
        }
        return line.toString();
    }

    private static String trace(ILoggingEvent event, IThrowableProxy error) {
        return ReaderLog.isReader(event) ? ReaderLog.kinds(error) : ThrowableProxyUtil.asString(error);
    }

    /** A path is a list of its folders to whoever does not know paths. */
    private static @Nullable Object member(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof Map) {
            return value;
        }
        return value.toString();
    }

    private static void add(StringBuilder line, String key, @Nullable Object value) {
        line.append(' ').append(key).append('=').append(LogText.value(String.valueOf(value)));
    }

    private static String time(ILoggingEvent event) {
        return TIME.format(event.getInstant().atZone(ZoneId.systemDefault()));
    }

    private static Map<String, @Nullable Object> values(ILoggingEvent event) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        pairs(event).forEach(pair -> values.put(pair.key, pair.value));
        return values;
    }

    private static List<KeyValuePair> pairs(ILoggingEvent event) {
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        return pairs == null ? List.of() : pairs;
    }

    /**
     * Text from outside, such as a file's name, in a line for people: with nothing in it that ends the line, moves the cursor or
     * turns the order of letters round.
     */
    static final class LogText {

        private LogText() {}

        /** As it is; in quotation marks where one could not see where it begins and ends. */
        static String value(String text) {
            boolean plain = !text.isEmpty()
                    && text.codePoints().noneMatch(sign -> sign == '"' || sign == '=' || Character.isSpaceChar(sign));
            return plain
                    ? visible(text)
                    : '"' + visible(text.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
        }

        static String visible(String text) {
            StringBuilder shown = new StringBuilder(text.length());
            text.codePoints().forEach(sign -> {
                if (isVisible(sign)) {
                    shown.appendCodePoint(sign);
                } else {
                    shown.append("\\u%04x".formatted(sign));
                }
            });
            return shown.toString();
        }

        private static boolean isVisible(int sign) {
            return switch (Character.getType(sign)) {
                case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    sign == '\t';
                case Character.SURROGATE -> false;
                default -> true;
            };
        }
    }

    /**
     * What the libraries that read workbooks have to say. Their words, and those of their exceptions, may quote a cell; the log
     * has in their place who said something of which file, and the kinds of the exceptions.
     */
    static final class ReaderLog {

        /** The key, in the logging context, of the file that is being read. */
        static final String FILE = "file";

        private static final List<String> READERS = List.of(
                "org.apache.poi.",
                "com.alibaba.excel.",
                "org.apache.xmlbeans.",
                "org.openxmlformats.",
                "com.fasterxml.");

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
}
