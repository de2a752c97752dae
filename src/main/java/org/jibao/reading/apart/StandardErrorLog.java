package org.jibao.reading.apart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts into the log what a process apart prints. Once it has a file, only what a JVM says of itself: kinds of exceptions and places
 * in the program. Other words may quote a cell.
 */
final class StandardErrorLog {

    private static final Logger LOG = LoggerFactory.getLogger(StandardErrorLog.class);

    private static final int LONGEST_LINE = 300;
    private static final int MOST_LINES = 50;

    /** No repetition within another: a line is looked through once. */
    private static final Pattern OF_THE_JVM = Pattern.compile(
            "(?:\\tat [\\w$.<>/@]{1,200}\\([\\w.: ]{0,80}\\)|ended by [\\w$.<>:/@() ]{1,300}|Terminating due to java\\.lang\\.OutOfMemoryError: [A-Za-z ]{0,60})");

    private final InputStream stream;
    private volatile boolean hasFile;

    private StandardErrorLog(InputStream stream) {
        this.stream = stream;
    }

    static StandardErrorLog of(Process process) {
        StandardErrorLog log = new StandardErrorLog(process.getErrorStream());
        Thread thread = new Thread(log::drain, "apart-" + process.pid() + "-log");
        thread.setDaemon(true);
        thread.start();
        return log;
    }

    void hasFile() {
        hasFile = true;
    }

    /** To the end, so that the process never waits for us; what is more than a log is for is let go. */
    private void drain() {
        StringBuilder line = new StringBuilder();
        int lines = 0;
        byte[] bytes = new byte[1024];
        try (InputStream open = stream) {
            for (int count = open.read(bytes); count >= 0; count = open.read(bytes)) {
                for (char sign : new String(bytes, 0, count, StandardCharsets.ISO_8859_1).toCharArray()) {
                    if (sign == '\n') {
                        lines += lines < MOST_LINES && log(line.toString()) ? 1 : 0;
                        line.setLength(0);
                    } else if (line.length() < LONGEST_LINE && (sign >= ' ' && sign < 0x7F || sign == '\t')) {
                        line.append(sign);
                    }
                }
            }
        } catch (IOException gone) {
            // With its process.
        }
    }

    private boolean log(String line) {
        boolean said = !line.isBlank() && (!hasFile || OF_THE_JVM.matcher(line).matches());
        if (said) {
            LOG.atInfo()
                    .addKeyValue("event", "reader-apart-said")
                    .addKeyValue("line", line.strip())
                    .log("said by the reader apart");
        }
        return said;
    }
}
