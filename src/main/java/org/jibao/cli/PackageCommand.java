package org.jibao.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jibao.app.Jibao;
import org.jibao.cli.page.Screen;
import org.jibao.cli.page.TerminalProgress;
import org.jibao.cli.page.Times;
import org.jibao.federation.PackageCheck.CheckReport;
import org.jibao.federation.PackageCheck.Facts;
import org.jibao.federation.PackageCheck.Refusal;
import org.jibao.federation.PackageWriter.PackageOutcome;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jibao package}: the returns of a period for the upper office. */
@Command(name = "package")
final class PackageCommand implements Callable<Integer> {

    private final Screen screen;

    @Mixin
    private JobOptions job = new JobOptions();

    @Mixin
    private TimeOptions time = new TimeOptions();

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "package-out")
    private @Nullable Path out;

    @Option(names = "--check", paramLabel = "FILE", descriptionKey = "package-check")
    private @Nullable Path check;

    PackageCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        return check == null ? made() : checked(check);
    }

    private int checked(Path file) {
        Jibao jibao = new Jibao(job.settings(screen, new FolderOptions(), time), Progress.NONE);
        CheckReport report = jibao.checkPackage(file);
        for (Refusal refusal : report.refusals()) {
            screen.out().println(screen.say("package.refused", refusal.code(), screen.say(refusal.text())));
        }
        Facts facts = report.facts();
        if (facts == null) {
            screen.out().println(screen.say("package.not-taken", file));
            return ExitCode.INCOMPLETE;
        }
        screen.out()
                .println(screen.say(
                        "package.taken",
                        facts.officeName(),
                        screen.say(facts.period().label()),
                        facts.returns(),
                        Times.local(facts.asOf())));
        if (facts.approvedBy() != null && facts.approvedAt() != null) {
            screen.out().println(screen.say("approval.stands", facts.approvedBy(), Times.local(facts.approvedAt())));
        }
        return ExitCode.DONE;
    }

    private int made() {
        TerminalProgress bar = new TerminalProgress(screen);
        PackageOutcome outcome;
        try {
            Settings settings = job.settings(screen, new FolderOptions(), time);
            outcome =
                    new Jibao(settings, bar).handOn(out == null ? Path.of("out").resolve(job.name()) : out);
        } finally {
            bar.close();
        }
        say(outcome);
        return ExitCode.DONE;
    }

    private void say(PackageOutcome made) {
        long kib = (made.bytes() + 1023) / 1024;
        screen.out()
                .println(screen.say(
                        "package.made", made.file(), made.returns(), String.valueOf(made.rows()), String.valueOf(kib)));
        screen.out().println(screen.say("package.hash", made.sha256()));
        made.approval().ifPresent(approval -> screen.out()
                .println(screen.say("approval.stands", approval.by(), Times.local(approval.at()))));
    }
}
