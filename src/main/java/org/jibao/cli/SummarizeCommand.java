package org.jibao.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jibao.cli.page.Screen;
import org.jibao.summarize.Summarizer.SummaryOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jibao summarize}: the summary of a period from what is in the store. */
@Command(name = "summarize")
final class SummarizeCommand implements Callable<Integer> {

    private final Screen screen;

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private PdfOption pdf = new PdfOption();

    SummarizeCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        return options.run(screen, jibao -> {
            SummaryOutcome outcome = jibao.summarize();
            int code = ExitCode.complete(options.report(screen).print(outcome), List.of(outcome));
            return pdf.make(screen, List.of(outcome), code);
        });
    }
}
