package org.jibao.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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
import org.jibao.store.Store;
import org.jibao.summary.slip.SlipFinding;

/**
 * Makes the return slips true to what the store says: one for each unit whose newest submission was returned or rejected or
 * has warnings that nobody has answered, and none besides. Where nothing has changed, nothing is touched.
 */
final class ReturnSlips {

    private final Store store;
    private final JobDefinition job;
    private final Path out;
    private final SlipSources sources;
    private final Progress progress;

    ReturnSlips(Store store, JobDefinition job, Path out, InboxListing inbox, Progress progress) {
        this.store = store;
        this.job = job;
        this.out = out;
        this.sources = new SlipSources(inbox);
        this.progress = progress;
    }

    /**
     * For a period, and all others that are open. A time before the last decision is history, and has no slips of its own.
     *
     * @return which slips could not be written, and why
     */
    List<Text> make(Period workedOn, Instant asOf) {
        if (isHistory(asOf)) {
            return List.of();
        }
        List<Text> unwritten = new ArrayList<>();
        SortedSet<Period> periods = new TreeSet<>(new Periods(job, WorkingDays.china()).open(store.sql(), asOf));
        periods.add(workedOn);
        try {
            for (Period period : periods) {
                SlipFolder folder = new SlipFolder(out.resolve(job.id()).resolve(period.code()), progress);
                String state = state(period, asOf);
                if (!folder.says(state)) {
                    SlipBatch slips = store.inTransactionThatIsUndone(() -> owed(period, asOf));
                    unwritten.addAll(folder.bring(state, slips.drafts()));
                }
            }
            return unwritten;
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    /** What decides which slips there are: the store, the job folder, the program, and which files lie in the inbox. */
    private String state(Period period, Instant asOf) {
        return Manifest.sha256(new StateDigest(store.sql(), job).of(period, asOf) + "\n" + sources.digest());
    }

    private boolean isHistory(Instant asOf) {
        return store.sql().query(Resource.sql("later"), job.id(), asOf).number() > 0;
    }

    /** What was found is asked as of a time, which is the store's only while it is asked. */
    private SlipBatch owed(Period period, Instant asOf) {
        store.parameter(job.id(), period, asOf);
        List<SlipSubmission> candidates = new SlipQuery(store.sql(), job).faulty(period, asOf);
        Map<Long, List<SlipFinding>> findings = new SlipFindings(store.sql(), job).of(candidates);
        SlipBatch slips = new SlipBatch(job, period, sources);
        for (SlipSubmission submission : candidates) {
            List<SlipFinding> found = findings.getOrDefault(submission.id(), List.of());
            if (submission.asks(found)) {
                slips.add(submission, found);
            }
        }
        return slips;
    }
}
