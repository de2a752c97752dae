package org.jibao.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jibao.app.Jibao;
import org.jibao.calendar.PeriodKind;
import org.jibao.cli.page.Screen;
import org.jibao.draft.DraftOutcome;
import org.jibao.draft.Remark;
import org.jibao.finding.Language;
import org.jibao.run.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code jibao new NAME --from FILE…}: a job folder from blank forms and filled returns. */
@Command(name = "new")
final class NewCommand implements Callable<Integer> {

    /** More remarks of one kind are counted, not shown. */
    private static final int SHOWN = 30;

    private final Screen screen;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private JobOptions job = new JobOptions();

    @Parameters(paramLabel = "NAME", descriptionKey = "new-name")
    private String name = "";

    @Option(names = "--from", paramLabel = "FILE", arity = "1..*", required = true, descriptionKey = "new-from")
    private List<Path> from = new ArrayList<>();

    @Option(names = "--language", paramLabel = "zh|en", descriptionKey = "new-language")
    private @Nullable Language language;

    @Option(names = "--period", paramLabel = "KIND", descriptionKey = "new-period")
    private @Nullable String period;

    NewCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        Optional<PeriodKind> kind = Optional.ofNullable(period).map(this::kind);
        DraftOutcome outcome =
                new Jibao(job.settings(screen, name), Progress.NONE).draft(from, Optional.ofNullable(language), kind);
        return print(outcome);
    }

    private PeriodKind kind(String word) {
        return PeriodKind.of(word)
                .orElseThrow(() -> new ParameterException(spec.commandLine(), screen.say("new.no-period", word)));
    }

    private int print(DraftOutcome outcome) {
        show("new.recognised", outcome.of(Remark.Kind.RECOGNISED));
        show("new.assumed", outcome.of(Remark.Kind.ASSUMED));
        show("new.look", outcome.of(Remark.Kind.LOOK));
        if (outcome.folder().isEmpty()) {
            screen.err().println(screen.say("new.nothing"));
            return ExitCode.FAILED;
        }
        screen.out()
                .println(screen.say(
                        "new.made",
                        outcome.folder().get(),
                        outcome.forms(),
                        outcome.cells(),
                        outcome.found(),
                        outcome.checks(),
                        outcome.figures(),
                        outcome.units()));
        screen.out().println(screen.say("new.next", name));
        return ExitCode.DONE;
    }

    private void show(String title, List<Remark> remarks) {
        if (remarks.isEmpty()) {
            return;
        }
        screen.out().println(screen.say(title));
        remarks.stream().limit(SHOWN).forEach(this::show);
        if (remarks.size() > SHOWN) {
            screen.out().println(screen.say("new.more", remarks.size() - SHOWN));
        }
    }

    private void show(Remark remark) {
        String place = remark.place();
        screen.out()
                .println(
                        place.isEmpty()
                                ? screen.say("new.remark", remark.text())
                                : screen.say("new.remark-at", place, remark.text()));
    }
}
