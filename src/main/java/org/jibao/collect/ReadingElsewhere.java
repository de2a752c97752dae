package org.jibao.collect;

import java.time.Instant;
import java.util.List;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.inbox.InboxFile;
import org.jibao.run.Progress;
import org.jibao.store.Store;

/** Other processes that read and check files in the place of the one that has the store. */
public interface ReadingElsewhere {

    /**
     * Has the files read and checked, and adds what came of them to the store: in the order of the files, in the
     * transaction that is open.
     *
     * @throws org.jibao.run.OperationalFailure where they do not come to an end
     * @throws org.jibao.run.RunStopped where the run is to stop
     */
    void takeIn(Wanted wanted);

    /** What was added is committed. */
    void settled();

    /**
     * What is to be taken in.
     *
     * @param files in the order of receipt
     * @param asOf the run's time
     */
    record Wanted(
            Store store, JobDefinition job, List<InboxFile> files, Period workedOn, Instant asOf, Progress progress) {

        public Wanted {
            files = List.copyOf(files);
        }
    }
}
