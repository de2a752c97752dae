package org.jibao.cli;

import java.util.function.Predicate;
import org.jibao.batch.Jibao;

/** One piece of work with its progress, its timings and its exit code. */
final class Session {

    private final Screen screen;
    private final JobOptions job;
    private final RunOptions options;

    Session(Screen screen, JobOptions job, RunOptions options) {
        this.screen = screen;
        this.job = job;
        this.options = options;
    }

    /**
     * Does the work.
     *
     * @param work does it, says what came of it, and answers whether all that was expected is there and accepted
     * @return the exit code
     */
    int run(Predicate<Jibao> work) {
        if (job.usesSample()) {
            screen.err().println(screen.say("run.sample", "inbox", job.inbox()));
        }
        TerminalProgress bar = new TerminalProgress(screen);
        Timings timings = new Timings(bar);
        boolean complete = work.test(new Jibao(job.settings(screen), timings));
        if (options.timings()) {
            timings.print(screen);
        }
        return options.strict() && !complete ? ExitCode.INCOMPLETE : ExitCode.DONE;
    }
}
