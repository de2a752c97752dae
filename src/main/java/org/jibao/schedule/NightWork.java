package org.jibao.schedule;

import java.util.List;

/** What the scheduler has done, and whom it tells. Called from its own thread, one call at a time. */
public interface NightWork {

    /** Runs a job. What it throws is told to {@link #failed} and the schedule goes on. */
    void run(Due due);

    /** Tries the job's deliveries whose time has come again. */
    void deliver(String job);

    void failed(String job, RuntimeException why);

    /** What runs next, the soonest first: every job at the start and when a job folder changes, the soonest after each run. */
    void next(List<NextRun> runs);
}
