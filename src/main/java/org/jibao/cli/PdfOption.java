package org.jibao.cli;

import java.util.List;
import org.jibao.cli.page.Screen;
import org.jibao.summarize.PdfCopies;
import org.jibao.summarize.PdfCopies.PdfOutcome;
import org.jibao.summarize.Summarizer.SummaryOutcome;
import picocli.CommandLine.Option;

/** Copies of summaries as PDF, for the commands that make summaries. */
final class PdfOption {

    @Option(names = "--pdf", descriptionKey = "pdf")
    private boolean wanted;

    /**
     * Makes them where they are asked for, and says what came of it.
     *
     * @return {@code code}, or {@link ExitCode#FAILED} where one that was asked for could not be made
     */
    int make(Screen screen, List<SummaryOutcome> summaries, int code) {
        if (!wanted) {
            return code;
        }
        PdfOutcome outcome = new PdfCopies(System.getenv())
                .make(summaries.stream()
                        .flatMap(summary -> summary.files().stream())
                        .toList());
        outcome.files().forEach(file -> screen.out().println(screen.say("run.pdf", file)));
        outcome.failed().forEach(why -> screen.err().println(screen.say(why)));
        return outcome.failed().isEmpty() ? code : ExitCode.FAILED;
    }
}
