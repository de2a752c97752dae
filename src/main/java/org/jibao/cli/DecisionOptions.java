package org.jibao.cli;

import java.time.Instant;
import org.jibao.app.Jibao;
import org.jibao.cli.page.Screen;
import org.jibao.decision.Decisions.DecisionOutcome;
import org.jibao.decision.Decisions.Ruling;
import org.jibao.run.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command that decides something is told, and how it ends. */
final class DecisionOptions {

    @Mixin
    private JobOptions job = new JobOptions();

    @Option(
            names = "--as-of",
            paramLabel = "2026-10-20T09:00+08:00",
            descriptionKey = "as-of",
            converter = TimeOptions.TimeConverter.class)
    private @Nullable Instant asOf;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "reason")
    private String reason = "";

    @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
    private String by = System.getProperty("user.name", "");

    Ruling ruling() {
        return new Ruling(reason, by);
    }

    /** @param period the one that is meant, or null where none is named */
    Jibao jibao(Screen screen, @Nullable String period) {
        return new Jibao(job.settings(screen, new FolderOptions(), new TimeOptions(period, asOf)), Progress.NONE);
    }

    /** Says what came of it. */
    static int report(Screen screen, DecisionOutcome outcome) {
        outcome.lines().forEach(line -> screen.out().println(screen.say(line)));
        return ExitCode.DONE;
    }
}
