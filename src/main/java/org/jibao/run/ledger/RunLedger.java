package org.jibao.run.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
 * The ledger's file: one JSON object a line, only ever added to; two lines a run, and more where it settled very many
 * files. A line is on the disk before anything else is done. What a kill has cut off is passed over by readers, and ended
 * by the next writer. Each line carries a hash over itself and all before it.
 */
public final class RunLedger {

    private static final int BLOCK = 1 << 16;

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

    /**
     * Notes files that a run has settled: very many, which are not to be held until it ends.
     *
     * @param inputs each with its hash and verdict
     * @param last the number of the last of them, up to which this and earlier lines say all
     */
    public void settled(RunEntry run, List<Map<String, String>> inputs, long last) throws IOException {
        append(RunEnd.settled(run.id(), inputs, last));
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
        String rest = readOn();
        // A last line without its end may be cut off, or be whole but for the end: it is looked at, and read again next
        // time.
        Map<String, RunRecord> runs = new LinkedHashMap<>(read);
        add(runs, rest);
        return runs.values().stream().map(RunRecord::asItIsNow).toList();
    }

    /**
     * Line by line, as the ledger of a large office may be longer than memory.
     *
     * @return what stands behind the last whole line
     */
    private String readOn() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < readTo) {
                forget();
            }
            channel.position(readTo);
            InputStream in = Channels.newInputStream(channel);
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            byte[] block = new byte[BLOCK];
            for (int length = in.read(block); length >= 0; length = in.read(block)) {
                int from = 0;
                for (int at = 0; at < length; at++) {
                    if (block[at] == '\n') {
                        line.write(block, from, at - from);
                        addWhole(line.toByteArray());
                        line.reset();
                        from = at + 1;
                    }
                }
                line.write(block, from, length - from);
            }
            return line.toString(StandardCharsets.UTF_8);
        }
    }

    private void forget() {
        read.clear();
        check = new LedgerCheck();
        readTo = 0;
    }

    private void addWhole(byte[] line) {
        Optional<Map<String, @Nullable Object>> object = parsed(new String(line, StandardCharsets.UTF_8));
        object.ifPresent(members -> RunRecord.add(read, members));
        check.line(line, object.orElse(null));
        readTo += line.length + 1;
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
         * @param bytes of it, without its end
         * @param object what it says, or null where it is none
         */
        void line(byte[] bytes, @Nullable Map<String, @Nullable Object> object) {
            line++;
            boolean fits;
            if (LedgerLines.isChained(bytes, 0, bytes.length)) {
                String hash = LedgerLines.hash(bytes, bytes.length);
                fits = LedgerLines.expected(chain, bytes).equals(hash);
                chain = new HashChain(hash);
                chained = true;
            } else {
                chain.add(bytes, 0, bytes.length);
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
