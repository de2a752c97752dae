package org.jibao.run.ledger;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jibao.guard.OwnFiles;
import org.jibao.store.DecisionChain;
import org.jibao.store.DecisionChain.Head;
import org.jibao.store.HashChain;
import org.jibao.support.Json;
import org.jibao.support.LineFile;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's file: one JSON object a line, two lines a run, only ever added to. A line is on the disk before anything
 * else is done. What a kill has cut off is passed over by readers, and ended by the next writer. Each line carries a hash over
 * itself and all before it.
 */
public final class RunLedger {

    private final Path file;
    private final Map<String, RunRecord> read = new LinkedHashMap<>();
    private LedgerCheck check = new LedgerCheck();
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

    /** Notes that officers have decided something, once the store has it. */
    public void decided(Instant at, String job, DecisionChain.Head head) throws IOException {
        append(LedgerDecisions.line("decided", at, job, head));
    }

    /** Notes that a backup is about to take the store's place. */
    public void restoring(Instant at, Path backup) throws IOException {
        append(LedgerDecisions.line("restoring", at, backup.toString(), null));
    }

    /** Notes that it has, and what decisions it holds. */
    public void restored(Instant at, Path backup, DecisionChain.Head head) throws IOException {
        append(LedgerDecisions.line("restored", at, backup.toString(), head));
    }

    /** The first line that no longer fits those before it; empty where all do. */
    public synchronized Optional<LedgerBreak> broken() throws IOException {
        runs();
        return Optional.ofNullable(check.broken());
    }

    /** Where the chain of decisions has ended at some time, in the store that is now in place. */
    public synchronized Set<DecisionChain.Head> decisionHeads() throws IOException {
        runs();
        return check.heads();
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
        addWhole(added, whole);
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
        check = new LedgerCheck();
        readTo = 0;
    }

    private static int wholeLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private void addWhole(byte[] bytes, int whole) {
        int from = 0;
        for (int at = 0; at < whole; at++) {
            if (bytes[at] == '\n') {
                Optional<Map<String, @Nullable Object>> object =
                        parsed(new String(bytes, from, at - from, StandardCharsets.UTF_8));
                object.ifPresent(line -> RunRecord.add(read, line));
                check.line(bytes, from, at, object.orElse(null));
                from = at + 1;
            }
        }
    }

    private static void add(Map<String, RunRecord> runs, String line) {
        parsed(line).ifPresent(object -> RunRecord.add(runs, object));
    }

    private static Optional<Map<String, @Nullable Object>> parsed(String line) {
        try {
            return line.isBlank() ? Optional.empty() : Optional.of(Json.object(line));
        } catch (IOException cutOff) {
            return Optional.empty();
        }
    }

    private void append(Map<String, @Nullable Object> object) throws IOException {
        OwnFiles.folders(java.util.Objects.requireNonNull(file.toAbsolutePath().getParent()));
        try (FileChannel channel = OwnFiles.channel(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            String line = LedgerLines.following(channel, LineFile.endsInMidLine(channel), Json.line(object));
            LineFile.append(channel, line.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Holds the lines of a ledger against their hashes, as they are read, and gathers what they say of decisions. Lines without a
     * hash are those of an earlier program, at the beginning, and what a kill has cut off; the next hash covers them.
     */
    static final class LedgerCheck {

        private final Set<DecisionChain.Head> heads = new LinkedHashSet<>();
        private HashChain chain = new HashChain("");
        private boolean chained;
        private long line;
        private @Nullable LedgerBreak broken;

        /**
         * The next line.
         *
         * @param to where it ends, without its end
         * @param object what it says, or null where it is none
         */
        void line(byte[] bytes, int from, int to, @Nullable Map<String, @Nullable Object> object) {
            line++;
            boolean fits;
            if (LedgerLines.isChained(bytes, from, to)) {
                String hash = LedgerLines.hash(bytes, to);
                fits = LedgerLines.expected(chain, bytes, from, to).equals(hash);
                chain = new HashChain(hash);
                chained = true;
            } else {
                chain.add(bytes, from, to - from);
                chain.add("\n");
                // A kill leaves no whole object.
                fits = !chained || object == null;
            }
            if (!fits && broken == null) {
                broken = new LedgerBreak(line, object == null ? "" : String.valueOf(object.getOrDefault("at", "")));
            }
            if (object != null) {
                decisions(object);
            }
        }

        /** A restored store begins anew: what it has is known once it is in place. */
        private void decisions(Map<String, @Nullable Object> object) {
            if ("restoring".equals(object.get("event"))) {
                heads.clear();
            }
            if (object.get(LedgerDecisions.MEMBER) instanceof Map<?, ?> member
                    && member.get("count") instanceof Long count
                    && member.get("chain") instanceof String hash) {
                heads.add(new DecisionChain.Head(count, hash));
            }
        }

        @Nullable
        LedgerBreak broken() {
            return broken;
        }

        Set<DecisionChain.Head> heads() {
            return Set.copyOf(heads);
        }
    }

    /**
     * The first line of a ledger that no longer fits it and those before it.
     *
     * @param line counted from 1
     * @param at its time as it stands there, or empty
     */
    public record LedgerBreak(long line, String at) {}

    /** What the ledger says of decisions: where their chain ends, so that those are missed too that are gone from its end. */
    static final class LedgerDecisions {

        static final String MEMBER = "decisions";

        private LedgerDecisions() {}

        static Map<String, @Nullable Object> member(Head head) {
            Map<String, @Nullable Object> member = new LinkedHashMap<>();
            member.put("count", head.count());
            member.put("chain", head.hash());
            return member;
        }

        /** @param event decided, restoring or restored */
        static Map<String, @Nullable Object> line(String event, Instant at, String subject, @Nullable Head head) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            object.put("event", event);
            object.put("at", at);
            object.put("subject", subject);
            if (head != null) {
                object.put(MEMBER, member(head));
            }
            return object;
        }
    }
}
