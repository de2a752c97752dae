package org.jibao.cli;

import java.util.concurrent.Callable;
import org.jibao.app.Jibao;
import org.jibao.cli.page.FetchReport;
import org.jibao.cli.page.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jibao fetch}: the mails of the job's mailbox become files of the inbox. */
@Command(name = "fetch")
final class FetchCommand implements Callable<Integer> {

    private final Screen screen;

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(names = "--check", descriptionKey = "fetch-check")
    private boolean check;

    FetchCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        return options.run(screen, check ? this::check : this::fetch);
    }

    private int check(Jibao jibao) {
        return new FetchReport(screen).steps(jibao.checkMailbox()) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private int fetch(Jibao jibao) {
        return new FetchReport(screen).print(jibao.fetch()) ? ExitCode.DONE : ExitCode.FAILED;
    }
}
