package org.jibao.slip;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.delivery.Manifest;
import org.jibao.finding.Text;
import org.jibao.inbox.InboxListing;
import org.jibao.reading.opening.BookSource;
import org.jibao.run.Failures;
import org.jibao.run.Periods;
import org.jibao.run.Progress;
import org.jibao.run.RunClock;
import org.jibao.run.StateDigest;
import org.jibao.slip.SlipBatch.SlipSubmission;
import org.jibao.slip.SlipQuery.SlipFindings;
import org.jibao.store.Store;

/**
 * Makes the return slips true to what the store says: one for each unit whose newest submission was returned or
 * rejected or has warnings that nobody has answered, and none besides. Where nothing has changed, nothing is touched.
 */
public final class ReturnSlips {

    private final Store store;
    private final JobDefinition job;
    private final Path out;
    private final SlipSources sources;
    private final Progress progress;

    public ReturnSlips(Store store, JobDefinition job, Path out, InboxListing inbox, Progress progress) {
        this.store = store;
        this.job = job;
        this.out = out;
        this.sources = new SlipSources(inbox);
        this.progress = progress;
    }

    /**
     * For a period, and all others that are open. A time before the last decision is history: its slips are made for
     * its own period alone, and only in a folder that has none of the present.
     *
     * @return which slips could not be written, and why
     */
    public List<Text> make(Period workedOn, Instant asOf) {
        boolean history = RunClock.isHistory(store.sql(), job, asOf);
        List<Text> unwritten = new ArrayList<>();
        SortedSet<Period> periods = history
                ? new TreeSet<>()
                : new TreeSet<>(new Periods(job, WorkingDays.china()).open(store.sql(), asOf));
        periods.add(workedOn);
        try (BookSource books = new BookSource(job, progress::stopAsked)) {
            Map<Period, String> states = changed(periods, asOf, history);
            Map<Period, List<SlipSubmission>> faulty =
                    states.isEmpty() ? Map.of() : new SlipQuery(store.sql(), job).faulty(states.keySet(), asOf);
            for (var period : states.entrySet()) {
                SlipBatch slips = owed(books, period.getKey(), asOf, faulty.getOrDefault(period.getKey(), List.of()));
                unwritten.addAll(folder(job, out, period.getKey(), progress).bring(period.getValue(), slips.drafts()));
            }
            return unwritten;
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    /** The periods whose slips were made for another state than the present one, and that one. */
    private Map<Period, String> changed(Collection<Period> periods, Instant asOf, boolean history) throws IOException {
        StateDigest digest = new StateDigest(store.sql(), job);
        String inbox = sources.digest();
        Map<Period, String> changed = new LinkedHashMap<>();
        for (Period period : periods) {
            SlipFolder folder = folder(job, out, period, progress);
            if (history && !folder.isOfHistory()) {
                continue;
            }
            String state = (history ? SlipFolder.HISTORY : "") + state(digest.of(period, asOf), inbox);
            if (!folder.says(state)) {
                changed.put(period, state);
            }
        }
        return changed;
    }

    /** Whether a summary of a period as of a time is history that may bring its own slips. */
    public static boolean areHistory(Store store, JobDefinition job, Path out, Period period, Instant asOf) {
        return RunClock.isHistory(store.sql(), job, asOf)
                && folder(job, out, period, Progress.NONE).isOfHistory();
    }

    private static SlipFolder folder(JobDefinition job, Path out, Period period, Progress progress) {
        return new SlipFolder(out.resolve(job.id()).resolve(period.code()), progress);
    }

    /** What decides which slips there are: the store, the job folder, the program, and which files lie in the inbox. */
    private static String state(String store, String inbox) {
        return Manifest.sha256(String.join("\n", SlipBatch.WAY, store, inbox));
    }

    private SlipBatch owed(BookSource books, Period period, Instant asOf, List<SlipSubmission> candidates) {
        return candidates.isEmpty()
                ? new SlipBatch(job, books, period, sources)
                : store.inTransactionThatIsUndone(() -> found(books, period, asOf, candidates));
    }

    /** What was found is asked as of a time, which is the store's only while it is asked. */
    private SlipBatch found(BookSource books, Period period, Instant asOf, List<SlipSubmission> candidates) {
        store.parameter(job.id(), period, asOf);
        Map<Long, List<SlipFinding>> findings = new SlipFindings(store.sql(), job).of(candidates);
        SlipBatch slips = new SlipBatch(job, books, period, sources);
        for (SlipSubmission submission : candidates) {
            List<SlipFinding> found = findings.getOrDefault(submission.id(), List.of());
            if (submission.asks(found)) {
                slips.add(submission, found);
            }
        }
        return slips;
    }
}
