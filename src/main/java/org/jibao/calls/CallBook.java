package org.jibao.calls;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jibao.finding.Cause;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.guard.OwnFiles;
import org.jibao.run.OperationalFailure;
import org.jibao.support.Json;
import org.jibao.support.LineFile;

/**
 * The file of notes: one JSON object a line, only ever added to, for its owner alone. A file lock keeps apart the
 * programs that write, and a lock of this class the threads of one program. What a kill has cut off is passed over by
 * readers, and ended by the next writer. Thread-safe.
 */
public final class CallBook {

    /** MiB of the file: ten years of calls to 2,000 units. It is read whole. */
    static final int MOST_MEBIBYTES = 32;

    private static final int MOST_BYTES = MOST_MEBIBYTES * 1024 * 1024;

    private static final Wording WORDS = Wording.of(CallBook.class);

    /** A file lock holds for a whole process, and closing any channel of the file gives it back. */
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path file;

    private CallBook(Path file) {
        this.file = file;
    }

    /** {@code data/jibao.duckdb} has {@code data/jibao.duckdb.calls.jsonl}. */
    public static CallBook beside(Path store) {
        return new CallBook(store.resolveSibling(store.getFileName() + ".calls.jsonl"));
    }

    /**
     * Adds a note; it is on the disk when this returns.
     *
     * @throws OperationalFailure where it cannot be written, or the file is full
     */
    public void add(CallNote note) {
        synchronized (ONE_AT_A_TIME) {
            try {
                OwnFiles.folders(Objects.requireNonNull(file.toAbsolutePath().getParent()));
                append(Json.line(note.members()).strip() + "\n");
            } catch (IOException e) {
                throw new OperationalFailure(WORDS.text("call.unwritten", file, why(e)), e);
            }
        }
    }

    private void append(String line) throws IOException {
        try (FileChannel channel = OwnFiles.channel(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            String start = LineFile.endsInMidLine(channel) ? "\n" : "";
            byte[] bytes = (start + line).getBytes(StandardCharsets.UTF_8);
            if (channel.size() + bytes.length > MOST_BYTES) {
                throw new OperationalFailure(WORDS.text("call.full", file, MOST_MEBIBYTES), null);
            }
            LineFile.append(channel, bytes);
        }
    }

    /**
     * The notes of one job.
     *
     * @param period the only one wanted, by its code, or empty for all
     * @throws OperationalFailure where the file cannot be read
     */
    public NotedCalls of(String job, Optional<String> period) {
        Predicate<CallNote> wanted = note ->
                note.job().equals(job) && period.map(note.period()::equals).orElse(true);
        synchronized (ONE_AT_A_TIME) {
            try {
                return Files.exists(file) ? read(wanted) : new NotedCalls(file, List.of(), 0);
            } catch (IOException e) {
                throw new OperationalFailure(WORDS.text("call.unread", file, why(e)), e);
            }
        }
    }

    private NotedCalls read(Predicate<CallNote> wanted) throws IOException {
        byte[] bytes;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock lock = channel.lock(0, Long.MAX_VALUE, true)) {
            bytes = Channels.newInputStream(channel).readNBytes(MOST_BYTES);
        }
        List<CallNote> notes = new ArrayList<>();
        long unreadable = 0;
        int from = 0;
        while (from < bytes.length) {
            int to = from;
            while (to < bytes.length && bytes[to] != '\n') {
                to++;
            }
            Optional<CallNote> note = parsed(new String(bytes, from, to - from, StandardCharsets.UTF_8));
            if (note.isEmpty()) {
                unreadable++;
            }
            note.filter(wanted).ifPresent(notes::add);
            from = to + 1;
        }
        return new NotedCalls(file, notes, unreadable);
    }

    private static Optional<CallNote> parsed(String line) {
        try {
            return CallNote.of(Json.object(line));
        } catch (IOException cutOff) {
            return Optional.empty();
        }
    }

    private static Text why(IOException e) {
        return Cause.of(e)
                .map(cause -> WORDS.text("call.why", cause.why(), cause.cure()))
                .orElseGet(() -> Text.same(e.toString()));
    }
}
