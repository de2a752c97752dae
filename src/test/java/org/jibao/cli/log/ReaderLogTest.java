package org.jibao.cli.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Libraries speak to the log only, and what those say that read workbooks is kept without its words. */
class ReaderLogTest {

    private static final String POI = "org.apache.poi.hssf.record.PropertyTable";

    private static LoggingEvent event(String logger, String message, @Nullable Throwable error) {
        Logger log = new LoggerContext().getLogger(logger);
        LoggingEvent event = new LoggingEvent(Logger.class.getName(), log, Level.WARN, message, error, new Object[0]);
        event.setMDCPropertyMap(Map.of("file", "乡镇/甲.xlsx"));
        return event;
    }

    private static String printed(LoggingEvent event) {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            StandardError screen = new StandardError();
            screen.append(event);
        } finally {
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void keepsLibrariesOffTheScreen() {
        IllegalStateException error = new IllegalStateException("13800138000");
        assertEquals("", printed(event(POI, "Index 20 out of bounds", error)));
        assertEquals("", printed(event("com.alibaba.excel.analysis.v07.XlsxSaxAnalyser", "oops", error)));
        assertEquals("", printed(event("org.springframework.batch.core", "oops", null)));
        String ours = printed(event("org.jibao.collect.Something", "a fault of ours", null));
        assertEquals("WARN  Something: a fault of ours", ours.strip().substring("00:00:00 ".length()));
    }

    @Test
    void logsTheFileAndTheKindOfFaultButNoWords() {
        IllegalStateException error = new IllegalStateException("13800138000", new java.io.IOException("张三"));
        LoggingEvent event = event(POI, "unexpected value 张三", error);
        String plain = LogLine.plain(event, "7");
        assertEquals(
                "a reading library met something unusual logger=" + POI + " thread="
                        + Thread.currentThread().getName() + " file=乡镇/甲.xlsx run=7\n"
                        + "    java.lang.IllegalStateException < java.io.IOException\n",
                plain.substring(plain.indexOf("a reading")));
        String json = LogLine.json(event, "7");
        for (String word : new String[] {"13800138000", "张三"}) {
            assertEquals(-1, (plain + json).indexOf(word), json);
        }
    }
}
