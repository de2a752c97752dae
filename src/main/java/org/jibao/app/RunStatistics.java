package org.jibao.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jibao.definition.JobDefinition;
import org.jibao.deliver.Deliveries.DeliveryOutcome;
import org.jibao.delivery.Manifest.HashedFile;
import org.jibao.finding.Text;
import org.jibao.run.Failures;
import org.jibao.run.Periods;
import org.jibao.run.ProgramVersion;
import org.jibao.run.RunLog;
import org.jibao.run.ledger.RunEnd.ReadJob;
import org.jibao.run.ledger.RunLedger;
import org.jibao.run.ledger.RunRecord;
import org.jibao.status.ChaseFiles.ChaseOutcome;
import org.jibao.store.DecisionChain.Head;
import org.jibao.store.Row;
import org.jibao.store.Store;
import org.jibao.summarize.Summarizer.SummaryOutcome;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/** What a run did, gathered for the ledger while it does it. */
final class RunStatistics {

    /** Of more files than these a line of the ledger is written at once. */
    static final int MOST_INPUTS = 5_000;

    private final Settled ledger;
    private final int mostInputs;
    private final Map<String, Long> verdicts = new LinkedHashMap<>();
    private final List<Map<String, String>> inputs = new ArrayList<>();
    private final List<Map<String, String>> published = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private long undelivered;
    private @Nullable Long settled;
    private @Nullable ReadJob folder;
    private @Nullable Head decisions;
    private List<Text> alarms = List.of();
    private @Nullable Text mailbox;

    /** Takes files that are settled when they are too many to be held until the run's end. */
    @FunctionalInterface
    interface Settled {
        /** @param last the number of the last of them */
        void note(List<Map<String, String>> inputs, long last);
    }

    RunStatistics(Settled ledger) {
        this(ledger, MOST_INPUTS);
    }

    RunStatistics(Settled ledger, int mostInputs) {
        this.ledger = ledger;
        this.mostInputs = mostInputs;
    }

    /**
     * The number up to which all is settled and in the ledger. What a run has taken in that was killed before its end,
     * or stopped, is in no line of it yet, but for what was too much to be held: it is the next one's to note. Of a
     * store that was made without a ledger, or with one of an earlier program, all is taken to be noted.
     */
    static long before(Store store, JobDefinition job, RunLedger ledger) {
        long inStore = Periods.lastSettled(store, job);
        List<RunRecord> earlier = earlier(job, ledger);
        boolean noneDone = !earlier.isEmpty() && earlier.stream().noneMatch(run -> run.state() == RunRecord.State.DONE);
        return earlier.stream()
                .flatMap(run -> Stream.ofNullable(run.settled()))
                .reduce((one, later) -> later)
                .map(noted -> Math.min(noted, inStore))
                .orElse(noneDone ? 0 : inStore);
    }

    private static List<RunRecord> earlier(JobDefinition job, RunLedger ledger) {
        try {
            return ledger.runs().stream()
                    .filter(run -> run.job().equals(job.id()) && run.state() != RunRecord.State.RUNNING)
                    .toList();
        } catch (IOException e) {
            throw Failures.ledger(ledger.file(), e);
        }
    }

    /** A folder that leans on others may come to have a mistake while it stays as it is: of that nothing is noted. */
    void loaded(JobDefinition job) {
        folder = job.fingerprint().isEmpty()
                ? null
                : new ReadJob(ProgramVersion.current(), job.fingerprint(), job.digest());
    }

    /** @param before what {@link #before} gave before the collect */
    void collected(Store store, JobDefinition job, long before) {
        long last = before;
        for (List<Row> page = page(store, job, last); !page.isEmpty(); page = page(store, job, last)) {
            for (Row row : page) {
                settled(row);
            }
            last = page.get(page.size() - 1).count("id");
            if (page.size() == mostInputs) {
                ledger.note(inputs, last);
                inputs.clear();
            }
        }
        long superseded = store.sql()
                .query(SqlText.read(RunStatistics.class, "run_superseded"), job.id(), before)
                .number();
        if (superseded > 0) {
            verdicts.put("superseded", superseded);
        }
        settled = Periods.lastSettled(store, job);
    }

    private List<Row> page(Store store, JobDefinition job, long after) {
        return store.sql().query(SqlText.read(RunStatistics.class, "run_inputs"), job.id(), after, mostInputs).stream()
                .toList();
    }

    private void settled(Row row) {
        Map<String, String> input = new LinkedHashMap<>();
        input.put("file", row.text("file"));
        input.put("sha256", row.text("sha256"));
        input.put("verdict", row.text("verdict"));
        inputs.add(input);
        RunLog.settled(input, row.text("code"));
        verdicts.merge(row.text("verdict"), 1L, Long::sum);
    }

    void summarized(SummaryOutcome summary) {
        String period = summary.period().code();
        try {
            if (summary.written()) {
                for (Path file : summary.files()) {
                    published(period, file);
                }
            } else {
                RunLog.left("summary", period, summary.files().size());
            }
            chased(period, summary.chase());
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    private void published(String period, Path file) throws IOException {
        HashedFile hashed = HashedFile.of(file);
        Map<String, String> output = new LinkedHashMap<>();
        output.put("period", period);
        output.put("file", file.getFileName().toString());
        output.put("sha256", hashed.sha256());
        published.add(output);
        RunLog.published("summary", period, file, hashed.sha256());
    }

    private static void chased(String period, ChaseOutcome chase) throws IOException {
        if (!chase.written()) {
            RunLog.left("chase-list", period, chase.files().size());
            return;
        }
        for (Path file : chase.files()) {
            RunLog.published("chase-list", period, file, HashedFile.of(file).sha256());
        }
    }

    void delivered(DeliveryOutcome deliveries) {
        sent.addAll(deliveries.sent());
        undelivered = deliveries.waiting().size();
    }

    /** Where the chain of decisions ends in the store that was opened. */
    void decisions(Head head) {
        decisions = head;
    }

    /** What was told of decisions and ledger. */
    void alarms(List<Text> told) {
        alarms = told;
    }

    /** Why mails could not be fetched. */
    void mailbox(Text failure) {
        mailbox = failure;
    }

    /** Null where no store was opened. */
    @Nullable
    Head decisions() {
        return decisions;
    }

    List<Text> alarms() {
        return Stream.concat(alarms.stream(), Stream.ofNullable(mailbox)).toList();
    }

    Map<String, Long> verdicts() {
        return verdicts;
    }

    List<Map<String, String>> inputs() {
        return inputs;
    }

    List<Map<String, String>> published() {
        return published;
    }

    List<String> sent() {
        return sent;
    }

    /** Null where nothing was collected. */
    @Nullable
    Long settled() {
        return settled;
    }

    long undelivered() {
        return undelivered;
    }

    /** Null where none was read that stands on its own. */
    @Nullable
    ReadJob folder() {
        return folder;
    }
}
