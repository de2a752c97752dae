package org.jibao.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jibao.cli.log.LogFolder.Kept;
import org.jibao.guard.OwnFiles;
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

    FileAppender(Path folder, LogRetention room, Consumer<IOException> unwritable) {
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

    /**
     * Lines to the newest file of a kind; a new one each day, and where one is full. Each line is one write that appends, so
     * that processes may share a file and a kill cuts off the last line at most; the next writer ends what was cut off.
     */
    static final class RollingFile {

        private final LogFolder folder;
        private final LogRetention room;
        private @Nullable Kept file;
        private @Nullable OutputStream out;

        RollingFile(LogFolder folder, LogRetention room) {
            this.folder = folder;
            this.room = room;
        }

        /** After a failure everything is opened anew: what was in the way may be gone by the next line. */
        void append(LocalDate day, byte[] line) throws IOException {
            try {
                opened(day, line.length).write(line);
            } catch (IOException e) {
                close();
                throw e;
            }
        }

        private OutputStream opened(LocalDate day, int length) throws IOException {
            if (out != null
                    && file != null
                    && file.day().equals(day)
                    && Files.exists(file.path())
                    && fits(file, length)) {
                return out;
            }
            close();
            OwnFiles.folders(folder.path());
            List<Kept> files = folder.files();
            LogFolder.tidy(files, day, room);
            file = next(files, day, length);
            boolean cutOff = endsInMidLine(file.path());
            // Not a channel: that would be closed when the thread that writes is interrupted.
            OwnFiles.make(file.path());
            OutputStream opened = new FileOutputStream(file.path().toFile(), true);
            out = opened;
            if (cutOff) {
                opened.write('\n');
            }
            return opened;
        }

        private Kept next(List<Kept> files, LocalDate day, int length) throws IOException {
            Kept newest = files.stream()
                    .filter(kept -> kept.day().equals(day))
                    .findFirst()
                    .orElse(folder.file(day, 0));
            return fits(newest, length) ? newest : folder.file(day, newest.number() + 1);
        }

        /** Asked, not counted, as another process may write to it too. */
        private boolean fits(Kept newest, int length) throws IOException {
            long size = LogFolder.size(newest.path());
            return size == 0 || size + length <= room.file();
        }

        private static boolean endsInMidLine(Path file) throws IOException {
            if (LogFolder.size(file) == 0) {
                return false;
            }
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
                bytes.seek(bytes.length() - 1);
                return bytes.read() != '\n';
            }
        }

        void close() throws IOException {
            OutputStream open = out;
            out = null;
            if (open != null) {
                open.close();
            }
        }
    }
}
