package org.jibao.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.inbox.InboxListing;
import org.jibao.store.Sql;
import org.jibao.summary.slip.SlipFinding;

/**
 * Makes the return slips true to what the store says: one for each unit whose newest submission was returned or rejected or
 * has warnings that nobody has answered, and none besides. Where nothing has changed, nothing is touched.
 */
final class ReturnSlips {

    private final Sql sql;
    private final JobDefinition job;
    private final Path out;
    private final SlipSources sources;
    private final Progress progress;

    ReturnSlips(Sql sql, JobDefinition job, Path out, InboxListing inbox, Progress progress) {
        this.sql = sql;
        this.job = job;
        this.out = out;
        this.sources = new SlipSources(inbox);
        this.progress = progress;
    }

    /** For a period, and all others that are open. A time before the last decision is history, and has no slips of its own. */
    void make(Period workedOn, Instant asOf) {
        String later = "SELECT count(*) FROM intake.submission WHERE job = ? AND decided_at > ?";
        if (sql.query(later, job.id(), asOf).number() > 0) {
            return;
        }
        SortedSet<Period> periods = new TreeSet<>(new Periods(job, WorkingDays.china()).open(sql, asOf));
        periods.add(workedOn);
        try {
            for (Period period : periods) {
                make(period, new SlipQuery(sql, job).faulty(period, asOf));
            }
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    private void make(Period period, List<SlipSubmission> candidates) throws IOException {
        Map<Long, List<SlipFinding>> findings = new SlipFindings(sql, job).of(candidates);
        SlipBatch slips = new SlipBatch(job, period, sources);
        for (SlipSubmission submission : candidates) {
            List<SlipFinding> found = findings.getOrDefault(submission.id(), List.of());
            if (submission.asks(found)) {
                slips.add(submission, found);
            }
        }
        Path folder = out.resolve(job.id()).resolve(period.code());
        new SlipFolder(folder, progress).bring(slips.drafts());
    }
}
