package org.jibao.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes each event to both files. Opens them for the first one: where nothing happens, nothing is written. */
final class FileAppender extends AppenderBase<ILoggingEvent> {

    /** Under which a run's id is in the logging context. */
    private static final String RUN = "run";

    private final RollingFile plain;
    private final RollingFile json;
    private final Consumer<IOException> unwritable;
    private @Nullable String run;
    private boolean told;

    FileAppender(Path folder, Room room, Consumer<IOException> unwritable) {
        this.plain = new RollingFile(new LogFolder(folder, "log"), room);
        this.json = new RollingFile(new LogFolder(folder, "jsonl"), room);
        this.unwritable = unwritable;
    }

    /** What other threads say, those of libraries too, belongs to the one run that is going on. */
    @Override
    protected void append(ILoggingEvent event) {
        run = event.getMDCPropertyMap().getOrDefault(RUN, run);
        LocalDate day = LocalDate.ofInstant(event.getInstant(), ZoneId.systemDefault());
        write(plain, day, () -> LogLine.plain(event, run));
        write(json, day, () -> LogLine.json(event, run));
    }

    private void write(RollingFile file, LocalDate day, Supplier<String> line) {
        try {
            file.append(day, line.get().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            tell(e);
        } catch (RuntimeException | StackOverflowError e) {
            // The library would pass over a fault of ours in silence.
            tell(new IOException("a fault of ours, please report it: " + e, e));
        }
    }

    /** Once: the work goes on without a log, its proof is the ledger. */
    private void tell(IOException e) {
        if (!told) {
            told = true;
            unwritable.accept(e);
        }
    }

    @Override
    public void stop() {
        super.stop();
        try {
            plain.close();
            json.close();
        } catch (IOException e) {
            tell(e);
        }
    }
}
