package org.jibao.collect;

import java.time.Instant;
import java.util.List;
import org.jibao.definition.JobDefinition;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.InboxListing;
import org.jibao.inbox.Limits;
import org.jibao.reading.ReturnReader;
import org.jibao.run.NewFiles;
import org.jibao.store.Store;

/** Puts in the place of each list in the inbox the returns of the units in it. */
public final class ListsApart {

    private ListsApart() {}

    /** The same files where the job has no lists. Of a job that knows all files nothing is read for this. */
    public static NewFiles of(Store store, JobDefinition job, NewFiles inbox, Instant asOf) {
        if (inbox.unknown(store.submissions(job, asOf).known(), asOf).isEmpty() || !hasLists(job)) {
            return inbox;
        }
        InboxListing listing = inbox.listing();
        try (ReturnReader reader = new ReturnReader(job, Limits.of(job.limits()))) {
            List<InboxFile> files = listing.files().stream()
                    .flatMap(file -> reader.apart(file).stream())
                    .toList();
            return new NewFiles(
                    new InboxListing(files, listing.locks(), listing.ignored(), listing.absent(), listing.notices()));
        }
    }

    private static boolean hasLists(JobDefinition job) {
        return job.forms().stream().anyMatch(form -> form.isList());
    }
}
