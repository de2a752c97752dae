package org.jibao.batch.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jibao.guard.OwnFiles;
import org.jibao.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's file: one JSON object a line, two lines a run, only ever added to. A line is on the disk before anything
 * else is done. What a kill has cut off is passed over by readers, and ended by the next writer.
 */
public final class RunLedger {

    private final Path file;
    private final Map<String, RunRecord> read = new LinkedHashMap<>();
    private long readTo;

    private RunLedger(Path file) {
        this.file = file;
    }

    /** {@code data/jibao.duckdb} has {@code data/jibao.duckdb.runs.jsonl}. */
    public static RunLedger beside(Path store) {
        return new RunLedger(store.resolveSibling(store.getFileName() + ".runs.jsonl"));
    }

    public Path file() {
        return file;
    }

    /** Notes that a run begins. */
    public void begin(RunEntry run) throws IOException {
        append(run.begun());
    }

    /** Notes how a run ended. */
    public void end(RunEntry run, RunEnd end) throws IOException {
        append(end.line(run.id()));
    }

    /**
     * Every run, the first one first; a line that is no JSON is passed over. What was read once is not read again: only what
     * was added since.
     */
    public synchronized List<RunRecord> runs() throws IOException {
        if (!Files.exists(file)) {
            forget();
            return List.of();
        }
        byte[] added = added();
        int whole = wholeLines(added);
        add(read, new String(added, 0, whole, StandardCharsets.UTF_8));
        readTo += whole;
        // A last line without its end may be cut off, or be whole but for the end: it is looked at, and read again next
        // time.
        Map<String, RunRecord> runs = new LinkedHashMap<>(read);
        add(runs, new String(added, whole, added.length - whole, StandardCharsets.UTF_8));
        return runs.values().stream().map(RunRecord::asItIsNow).toList();
    }

    private byte[] added() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < readTo) {
                forget();
            }
            channel.position(readTo);
            return Channels.newInputStream(channel).readAllBytes();
        }
    }

    private void forget() {
        read.clear();
        readTo = 0;
    }

    private static int wholeLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static void add(Map<String, RunRecord> runs, String lines) {
        lines.lines().forEach(line -> parsed(line).ifPresent(object -> RunRecord.add(runs, object)));
    }

    private static java.util.Optional<Map<String, @Nullable Object>> parsed(String line) {
        try {
            return line.isBlank() ? java.util.Optional.empty() : java.util.Optional.of(Json.object(line));
        } catch (IOException cutOff) {
            return java.util.Optional.empty();
        }
    }

    private void append(Map<String, @Nullable Object> object) throws IOException {
        OwnFiles.folders(java.util.Objects.requireNonNull(file.toAbsolutePath().getParent()));
        try (FileChannel channel = OwnFiles.channel(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            String line = (endsInMidLine(channel) ? "\n" : "") + Json.line(object) + "\n";
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            channel.position(channel.size());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        }
    }

    private static boolean endsInMidLine(FileChannel channel) throws IOException {
        if (channel.size() == 0) {
            return false;
        }
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, channel.size() - 1);
        return last.get(0) != '\n';
    }
}
