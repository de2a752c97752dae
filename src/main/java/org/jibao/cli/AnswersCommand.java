package org.jibao.cli;

import java.util.concurrent.Callable;
import org.jibao.app.Jibao;
import org.jibao.cli.page.AnswersPage;
import org.jibao.cli.page.Screen;
import org.jibao.run.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jibao answers}: the answers to units that are held or have not gone; lets them go or drops them. */
@Command(name = "answers")
final class AnswersCommand implements Callable<Integer> {

    private final Screen screen;

    @Mixin
    private JobOptions job = new JobOptions();

    @ArgGroup
    private Wanted wanted = new Wanted();

    @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
    private String by = System.getProperty("user.name", "");

    AnswersCommand(Screen screen) {
        this.screen = screen;
    }

    /** What is done with one of them; nothing, and all are listed. */
    static final class Wanted {

        @Option(names = "--show", required = true, paramLabel = "ID", descriptionKey = "answers-show")
        private @Nullable String show;

        @Option(names = "--release", required = true, paramLabel = "ID|all", descriptionKey = "answers-release")
        private @Nullable String release;

        @Option(names = "--drop", required = true, paramLabel = "ID", descriptionKey = "answers-drop")
        private @Nullable String drop;
    }

    @Override
    public Integer call() {
        Jibao jibao = new Jibao(job.settings(screen), Progress.NONE);
        AnswersPage page = new AnswersPage(screen);
        if (wanted.show != null) {
            screen.out().print(page.of(jibao.answer(wanted.show)));
        } else if (wanted.release != null) {
            screen.out().print(page.released(jibao.release(wanted.release, by)));
        } else if (wanted.drop != null) {
            screen.out().print(page.dropped(jibao.drop(wanted.drop, by)));
        } else {
            screen.out().print(page.of(jibao.answers()));
        }
        return ExitCode.DONE;
    }
}
