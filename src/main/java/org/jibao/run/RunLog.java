package org.jibao.run;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jibao.delivery.OutgoingItem;
import org.jibao.run.ledger.RunEnd;
import org.jibao.run.ledger.RunEntry;
import org.jibao.run.ledger.RunRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * The events of a run, for whoever watches over the machine: constant words, an event's name, and values with keys. Files are
 * named; what is in them, people and their addresses are not.
 */
public final class RunLog {

    /** The key, in the logging context, of the run that is going on. */
    public static final String RUN = "run";

    /** The key, in the logging context, of the file that is being read. */
    public static final String FILE = "file";

    private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);

    private RunLog() {}

    public static void begun(RunEntry run, Path store) {
        event(LOG.atInfo(), "run-begun")
                .addKeyValue("command", run.command())
                .addKeyValue("job", run.job())
                .addKeyValue("as_of", run.asOf())
                .addKeyValue("program", run.program())
                .addKeyValue("process", run.process())
                .addKeyValue("store", store.toAbsolutePath())
                .log("run begun");
    }

    /** The ledger could not take it: there is no such run. */
    public static void notBegun(RunEntry run, Throwable why) {
        event(LOG.atError(), "run-not-begun")
                .addKeyValue("command", run.command())
                .addKeyValue("job", run.job())
                .setCause(why)
                .log("run not begun");
    }

    /** The run has done its work, and the ledger cannot say so. */
    public static void notNoted(Throwable why) {
        event(LOG.atError(), "run-not-noted").setCause(why).log("end of the run not noted");
    }

    public static void ended(RunEnd end, long milliseconds, @Nullable Throwable failure) {
        LoggingEventBuilder log = event(LOG.atLevel(level(end.state())), "run-ended")
                .addKeyValue("outcome", word(end.state()))
                .addKeyValue("milliseconds", milliseconds)
                .addKeyValue("peak_mebibytes", end.peakMebibytes())
                .addKeyValue("verdicts", end.verdicts())
                .addKeyValue("published", (long) end.published().size())
                .addKeyValue("sent", (long) end.sent().size())
                .addKeyValue("undelivered", end.undelivered())
                .addKeyValue("stages", end.stages());
        if (end.failure() != null) {
            log = log.addKeyValue("failure", end.failure().en());
        }
        log.setCause(failure).log("run ended");
    }

    private static Level level(RunRecord.State state) {
        return switch (state) {
            case FAILED -> Level.ERROR;
            case STOPPED -> Level.WARN;
            default -> Level.INFO;
        };
    }

    /** @param total of whatever the stage counts */
    static void stageBegun(Stage stage, long total) {
        event(LOG.atInfo(), "stage-begun")
                .addKeyValue("stage", word(stage))
                .addKeyValue("total", total)
                .log("stage begun");
    }

    static void stageEnded(Stage stage, long done, long milliseconds) {
        event(LOG.atInfo(), "stage-ended")
                .addKeyValue("stage", word(stage))
                .addKeyValue("done", done)
                .addKeyValue("milliseconds", milliseconds)
                .log("stage ended");
    }

    /**
     * @param file what the ledger has of it: its name, hash and verdict
     * @param finding the code of its weightiest finding, or empty where there is none
     */
    public static void settled(Map<String, String> file, String finding) {
        LoggingEventBuilder log = event(LOG.atInfo(), "file-settled");
        for (Map.Entry<String, String> known : file.entrySet()) {
            log = log.addKeyValue(known.getKey(), known.getValue());
        }
        log.addKeyValue("finding", finding).log("file settled");
    }

    public static void published(String output, String period, Path file, String sha256) {
        output("output-published", output, period)
                .addKeyValue("file", file)
                .addKeyValue("sha256", sha256)
                .log("output published");
    }

    public static void left(String output, String period, long files) {
        output("output-left", output, period).addKeyValue("files", files).log("output left as it was");
    }

    public static void removed(String output, String period, Path file) {
        output("output-removed", output, period).addKeyValue("file", file).log("output removed");
    }

    private static LoggingEventBuilder output(String event, String output, String period) {
        return event(LOG.atInfo(), event).addKeyValue("output", output).addKeyValue("period", period);
    }

    public static void delivered(OutgoingItem item) {
        delivery(LOG.atInfo(), item, "sent").addKeyValue("remaining", 0L).log("delivery tried");
    }

    /** Of the reason only its kind: a server's own words may name people. The outgoing delivery of this id has them. */
    public static void undelivered(OutgoingItem item, long remaining, Exception why) {
        Throwable innermost = why;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        delivery(LOG.atWarn(), item, "waiting")
                .addKeyValue("remaining", remaining)
                .addKeyValue("reason", innermost.getClass().getSimpleName())
                .log("delivery tried");
    }

    /** Not tried: the time that a run gives to the mail server was over. */
    public static void putOff(OutgoingItem item) {
        outgoing(LOG.atWarn(), "delivery-put-off", item).log("delivery put off");
    }

    private static LoggingEventBuilder delivery(LoggingEventBuilder log, OutgoingItem item, String outcome) {
        return outgoing(log, "delivery-tried", item)
                .addKeyValue("attempt", item.attempts() + 1L)
                .addKeyValue("recipients", (long) item.to().size())
                .addKeyValue("outcome", outcome);
    }

    private static LoggingEventBuilder outgoing(LoggingEventBuilder log, String event, OutgoingItem item) {
        return event(log, event)
                .addKeyValue("delivery", item.id())
                .addKeyValue("audience", item.audience())
                .addKeyValue("period", item.period());
    }

    private static LoggingEventBuilder event(LoggingEventBuilder log, String name) {
        return log.addKeyValue("event", name);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
