package org.jibao.cli;

import java.util.List;
import org.jibao.summarize.Summarizer.SummaryOutcome;

/** What a command's exit code tells whoever started it. */
final class ExitCode {

    static final int DONE = 0;
    /** The message says what, where and what to do next; nothing received is lost. */
    static final int FAILED = 1;

    static final int WRONG_USAGE = 2;
    /** Done, but with {@code --strict} some returns were returned, rejected or are missing. */
    static final int INCOMPLETE = 3;

    private ExitCode() {}

    /** The same of work that leaves outputs: one that could not be written is a failure, however much else was done. */
    static int complete(boolean complete, List<SummaryOutcome> summaries) {
        return summaries.stream().anyMatch(SummaryOutcome::partial) ? FAILED : complete(complete);
    }

    /** Of work that was done, by whether all that was expected is there and accepted. */
    static int complete(boolean complete) {
        return complete ? DONE : INCOMPLETE;
    }
}
