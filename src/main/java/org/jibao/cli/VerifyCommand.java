package org.jibao.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jibao.app.Jibao;
import org.jibao.cli.page.Screen;
import org.jibao.definition.loading.JobLoader;
import org.jibao.definition.loading.ProblemsException;
import org.jibao.run.JobFolders;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.verify.EffectiveSummary;
import org.jibao.verify.Verification.VerifyReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jibao verify [JOB]}: every mistake in a job folder at once; all folders where none is named. */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {

    private final Screen screen;

    @Mixin
    private JobOptions options = new JobOptions();

    @Parameters(arity = "0..1", paramLabel = "JOB", descriptionKey = "verify-job")
    private @Nullable String named;

    @Option(names = "--show", descriptionKey = "verify-show")
    private boolean show;

    VerifyCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        boolean good = true;
        for (String job : jobs()) {
            good &= verify(job);
        }
        return good ? ExitCode.DONE : ExitCode.FAILED;
    }

    private List<String> jobs() {
        return Optional.ofNullable(named)
                .or(options::named)
                .map(List::of)
                .orElseGet(() -> JobFolders.names(options.jobs()));
    }

    private boolean verify(String job) {
        Settings settings = options.settings(screen).withJob(job);
        try {
            VerifyReport report = new Jibao(settings, Progress.NONE).verify();
            if (report.problems().isEmpty()) {
                screen.out()
                        .println(screen.say(
                                "verify.good",
                                job,
                                report.units(),
                                report.forms(),
                                report.rules(),
                                report.metrics(),
                                report.examples()));
                report.warnings().forEach(warning -> screen.out()
                        .println(screen.say("verify.warning", warning.in(screen.language()))));
                if (show) {
                    screen.out().print(EffectiveSummary.of(JobLoader.load(settings.jobFolder())));
                }
                return true;
            }
            throw new ProblemsException(settings.jobFolder(), report.problems());
        } catch (ProblemsException mistakes) {
            screen.out().println(mistakes.in(screen.language()));
            screen.out()
                    .println(screen.say("verify.bad", job, mistakes.problems().size()));
            return false;
        }
    }
}
