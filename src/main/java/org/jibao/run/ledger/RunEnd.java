package org.jibao.run.ledger;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jibao.finding.Text;
import org.jibao.run.ledger.RunLedger.LedgerDecisions;
import org.jibao.store.DecisionChain.Head;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param state done, failed or stopped
 * @param failure what stopped it, or null where it did its work
 * @param verdicts how many files came to each verdict, {@code superseded} among them
 * @param inputs the files that it settled, each with its hash and verdict, but for those that have a line of their own
 * @param settled the number of the last submission up to which this and earlier lines say all, or null where it took in none
 * @param published the outputs that it wrote, each with its hash
 * @param sent the deliveries that went
 * @param undelivered how many deliveries still wait
 * @param stages how long each took, in milliseconds
 * @param peakMebibytes of memory, by the kernel's account; 0 where there is none
 * @param folder the job folder that it read, or null where it read none, or one that leans on others
 * @param decisions where their chain ended in the store that it opened, or null where it opened none
 * @param alarms what was reported of decisions or a ledger that are no longer what was written, and of a mailbox out of reach
 */
public record RunEnd(
        Instant at,
        RunRecord.State state,
        @Nullable Text failure,
        Map<String, Long> verdicts,
        List<Map<String, String>> inputs,
        @Nullable Long settled,
        List<Map<String, String>> published,
        List<String> sent,
        long undelivered,
        Map<String, Long> stages,
        long peakMebibytes,
        @Nullable ReadJob folder,
        @Nullable Head decisions,
        List<Text> alarms) {

    public RunEnd {
        verdicts = new LinkedHashMap<>(verdicts);
        inputs = List.copyOf(inputs);
        published = List.copyOf(published);
        sent = List.copyOf(sent);
        stages = new LinkedHashMap<>(stages);
        alarms = List.copyOf(alarms);
    }

    /** One that did its work, or failed. */
    public RunEnd(
            Instant at,
            @Nullable Text failure,
            Map<String, Long> verdicts,
            List<Map<String, String>> inputs,
            @Nullable Long settled,
            List<Map<String, String>> published,
            List<String> sent,
            long undelivered,
            Map<String, Long> stages,
            long peakMebibytes) {
        this(
                at,
                failure == null ? RunRecord.State.DONE : RunRecord.State.FAILED,
                failure,
                verdicts,
                inputs,
                settled,
                published,
                sent,
                undelivered,
                stages,
                peakMebibytes,
                null,
                null,
                List.of());
    }

    private static Map<String, String> alarm(Text text) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("zh", text.zh());
        words.put("en", text.en());
        return words;
    }

    /** A line of files that a run has settled, before its end. */
    static Map<String, @Nullable Object> settled(String run, List<Map<String, String>> inputs, long last) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("run", run);
        object.put("event", "settled");
        object.put("inputs", inputs);
        object.put("settled", last);
        return object;
    }

    Map<String, @Nullable Object> line(String run) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("run", run);
        object.put("event", "ended");
        object.put("at", at);
        object.put("state", state.name().toLowerCase(Locale.ROOT));
        if (failure != null) {
            object.put("failure_zh", failure.zh());
            object.put("failure_en", failure.en());
        }
        object.put("verdicts", verdicts);
        object.put("inputs", inputs);
        if (settled != null) {
            object.put("settled", settled);
        }
        object.put("published", published);
        object.put("sent", sent);
        object.put("undelivered", undelivered);
        object.put("stages", stages);
        object.put("peak_mebibytes", peakMebibytes);
        if (folder != null) {
            object.put("job_folder", folder.members());
        }
        if (decisions != null) {
            object.put(LedgerDecisions.MEMBER, LedgerDecisions.member(decisions));
        }
        if (!alarms.isEmpty()) {
            object.put("alarms", alarms.stream().map(RunEnd::alarm).toList());
        }
        return object;
    }

    /**
     * The job folder that a run has read whole and without a mistake.
     *
     * @param program the version that read it
     * @param fingerprint of all that could have been read, see {@link org.jibao.definition.JobDefinition}
     * @param digest of the job that was read from it
     */
    public record ReadJob(String program, String fingerprint, String digest) {

        Map<String, String> members() {
            Map<String, String> members = new LinkedHashMap<>();
            members.put("program", program);
            members.put("fingerprint", fingerprint);
            members.put("digest", digest);
            return members;
        }

        /** Null where the line has none that can be understood. */
        static @Nullable ReadJob of(@Nullable Object members) {
            return members instanceof Map<?, ?> map
                            && map.get("program") instanceof String program
                            && map.get("fingerprint") instanceof String fingerprint
                            && map.get("digest") instanceof String digest
                    ? new ReadJob(program, fingerprint, digest)
                    : null;
        }
    }
}
