package org.jibao.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jibao.app.Jibao;
import org.jibao.burden.BurdenReport;
import org.jibao.burden.BurdenWriter;
import org.jibao.cli.QueryCommand.QueryFile;
import org.jibao.cli.page.BurdenJson;
import org.jibao.cli.page.BurdenPage;
import org.jibao.cli.page.Screen;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code jibao burden}: which cells of one job or of all need not be asked, and how many each unit is asked. */
@Command(name = "burden")
final class BurdenCommand implements Callable<Integer> {

    private static final int MOST_PERIODS = 400;

    private final Screen screen;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private JobOptions job = new JobOptions();

    @Option(
            names = "--as-of",
            paramLabel = "2026-10-20T09:00+08:00",
            descriptionKey = "as-of",
            converter = TimeOptions.TimeConverter.class)
    private @Nullable Instant asOf;

    @Option(names = "--periods", paramLabel = "N", descriptionKey = "burden-periods", defaultValue = "8")
    private int periods = 8;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "burden-output")
    private @Nullable Path output;

    BurdenCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        if (spec != null && (periods < 1 || periods > MOST_PERIODS)) {
            throw new ParameterException(spec.commandLine(), screen.say("burden.periods", MOST_PERIODS));
        }
        Settings settings = job.settings(screen, new FolderOptions(), new TimeOptions(null, asOf));
        Jibao jibao = new Jibao(settings, Progress.NONE);
        QueryFile file = output == null ? null : new QueryFile(output, settings.store());
        BurdenReport report = job.named().isPresent() ? jibao.burden(periods) : jibao.burdenOfAllJobs(periods);
        screen.out().print(json ? BurdenJson.of(report) : new BurdenPage(screen).of(report));
        if (file != null) {
            file.write(out -> out.writeBytes(BurdenWriter.workbook(report, screen.language())));
            if (!json) {
                screen.out().println(screen.say("burden.written", Objects.requireNonNull(output)));
            }
        }
        return ExitCode.DONE;
    }
}
