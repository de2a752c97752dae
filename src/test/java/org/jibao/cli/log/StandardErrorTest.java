package org.jibao.cli.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class StandardErrorTest {

    @Test
    @ResourceLock(Resources.SYSTEM_ERR)
    void forgesNoLineAndTellsTheTerminalNothing() {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            append("met in {}", "a.xlsx\n01:00:00 ERROR forged\u001b[2J", new IllegalStateException("x\nforged\u202e"));
        } finally {
            System.setErr(before);
        }
        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertTrue(lines.get(0).endsWith(": met in a.xlsx\\u000a01:00:00 ERROR forged\\u001b[2J"), lines.get(0));
        assertEquals("java.lang.IllegalStateException: x", lines.get(1));
        assertEquals("    forged\\u202e", lines.get(2));
        assertTrue(lines.subList(2, lines.size()).stream().allMatch(line -> line.startsWith("    ")));
    }

    private static void append(String message, String argument, Throwable thrown) {
        LoggerContext context = new LoggerContext();
        StandardError appender = new StandardError();
        appender.setContext(context);
        appender.start();
        appender.doAppend(new LoggingEvent(
                "here", context.getLogger("org.jibao.collect.Test"), Level.ERROR, message, thrown, new Object[] {
                    argument
                }));
    }
}
