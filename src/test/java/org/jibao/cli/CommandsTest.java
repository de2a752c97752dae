package org.jibao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jibao.app.Jibao;
import org.jibao.cli.page.ResultStream;
import org.jibao.cli.page.Screen;
import org.jibao.cli.page.VisibleOutput.VisibleStream;
import org.jibao.finding.Language;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** That the one command that is made is the one that all of them together would have had. */
final class CommandsTest {

    private static CommandLine with(String... arguments) {
        ByteArrayOutputStream nowhere = new ByteArrayOutputStream();
        Screen screen = new Screen(
                new ResultStream(nowhere, StandardCharsets.UTF_8),
                new VisibleStream(nowhere, StandardCharsets.UTF_8),
                false,
                Language.EN);
        CommandLine line = JibaoCommand.line(screen);
        Commands.add(line, arguments);
        return line;
    }

    @Test
    void eachIsCalledAsItIsAnnotated() {
        with().getSubcommands()
                .forEach((name, command) -> assertEquals(
                        name,
                        command.getCommand()
                                .getClass()
                                .getAnnotation(Command.class)
                                .name()));
    }

    @Test
    void oneAloneHasTheOptionsOfAll() {
        for (String name : with().getSubcommands().keySet()) {
            CommandLine alone = with("--lang", "en", name);
            assertEquals(Set.of(name), alone.getSubcommands().keySet());
            CommandLine command = Objects.requireNonNull(alone.getSubcommands().get(name));
            for (String option : List.of("--lang", "--help")) {
                assertNotNull(command.getCommandSpec().findOption(option), name + " " + option);
            }
        }
    }

    @Test
    void allAreThereForAWordThatIsNone() {
        assertEquals(
                with().getSubcommands().keySet(),
                with("nigthly").getSubcommands().keySet());
    }

    @Test
    void helpForAWordThatIsNoneIsWrongUsage() {
        assertEquals(ExitCode.WRONG_USAGE, JibaoCommand.run("nosuchcommand", "--help"));
        assertEquals(ExitCode.WRONG_USAGE, JibaoCommand.run("collect", "nosuchword", "--help"));
        assertEquals(ExitCode.DONE, JibaoCommand.run("collect", "--help"));
    }

    /** As the commands do that take files in. */
    @Command
    private static final class TakesIn {

        @CommandLine.Mixin
        private RunOptions options = new RunOptions();

        @CommandLine.Mixin
        private ArchiveOption archive = new ArchiveOption();
    }

    @Test
    void sampleCountyIsNotArchived(@TempDir Path folder) {
        Jibao jibao = new Jibao(
                new Settings(
                        Path.of("jobs"),
                        "quarterly-disclosure",
                        folder,
                        folder.resolve("jibao.duckdb"),
                        folder,
                        Language.EN,
                        Optional.empty(),
                        Optional.empty(),
                        1),
                Progress.NONE);
        TakesIn sample = CommandLine.populateCommand(new TakesIn(), "--archive", "archive");
        TakesIn own = CommandLine.populateCommand(new TakesIn(), "--archive", "archive", "--inbox", folder.toString());
        assertSame(jibao, sample.archive.on(jibao, sample.options));
        assertNotSame(jibao, own.archive.on(jibao, own.options));
    }
}
