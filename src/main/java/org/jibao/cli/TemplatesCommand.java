package org.jibao.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jibao.app.Jibao;
import org.jibao.cli.page.Screen;
import org.jibao.cli.page.TerminalProgress;
import org.jibao.template.Templates.TemplatesOutcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jibao templates}: a blank return for each unit that is expected. */
@Command(name = "templates")
final class TemplatesCommand implements Callable<Integer> {

    private final Screen screen;

    @Mixin
    private JobOptions job = new JobOptions();

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Mixin
    private TimeOptions time = new TimeOptions();

    @Option(names = "--unit", paramLabel = "UNIT", descriptionKey = "templates-unit")
    private @Nullable String unit;

    TemplatesCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        TerminalProgress bar = new TerminalProgress(screen);
        try {
            return print(new Jibao(job.settings(screen, folders, time), bar).templates(Optional.ofNullable(unit)), bar);
        } finally {
            bar.close();
        }
    }

    private int print(TemplatesOutcome outcome, TerminalProgress bar) {
        bar.close();
        screen.out()
                .println(screen.say(
                        "templates.made", outcome.period(), outcome.files().size(), outcome.folder()));
        outcome.archive().ifPresent(file -> screen.out().println(screen.say("templates.archive", file)));
        if (!outcome.withoutLast().isEmpty()) {
            String names = String.join(screen.say("list.comma"), outcome.withoutLast());
            String before = outcome.period().previous().toString();
            screen.out()
                    .println(screen.say(
                            "templates.nothing-before", outcome.withoutLast().size(), before, names));
        }
        outcome.unwritten().forEach(file -> screen.err().println(screen.say(file)));
        return outcome.unwritten().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
