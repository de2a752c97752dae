package org.jibao.cli;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Optional;
import org.jibao.cli.page.ConsoleWords;
import org.jibao.cli.page.Screen;
import org.jibao.finding.Language;
import org.jibao.run.ProgramVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code jibao}, which only has subcommands. */
@Command(name = "jibao", synopsisSubcommandLabel = "COMMAND", versionProvider = JibaoCommand.Version.class)
public final class JibaoCommand implements Runnable {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help",
            scope = CommandLine.ScopeType.INHERIT)
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            descriptionKey = "version")
    private boolean version;

    @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "lang", scope = CommandLine.ScopeType.INHERIT)
    private String language = "zh";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private JibaoCommand() {}

    /** Runs the command and gives its exit code. */
    public static int run(String... arguments) {
        Optional<Language> language = SpokenLanguage.of(arguments);
        Screen screen = Screen.system(language.orElse(Language.ZH));
        CommandLine line = line(screen);
        Commands.add(line, arguments);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(100);
        ConsoleWords.apply(line, screen.language());
        line.setOut(screen.outWriter());
        line.setErr(screen.errWriter());
        line.setExecutionStrategy(JibaoCommand::withoutUnknownWords);
        line.setExecutionExceptionHandler(new CommandFailures(screen));
        line.setParameterExceptionHandler(new WrongUsage(screen));
        if (language.isEmpty()) {
            screen.err().println(screen.say("error.lang", Arrays.toString(arguments)));
            return ExitCode.WRONG_USAGE;
        }
        int code = executed(line, screen, arguments);
        IOException loss = screen.out().loss();
        if (loss == null) {
            return code;
        }
        screen.err().println(screen.say("error.output", String.valueOf(loss.getMessage())));
        return ExitCode.FAILED;
    }

    /**
     * Ends the command that is running where it can be gone on with, and waits for it; to be called when the process is told
     * to end. A command that only reads is not waited for.
     */
    public static void stop() {
        GracefulShutdown.stopAndWait();
    }

    /** The program without its subcommands. */
    static CommandLine line(Screen screen) {
        return new CommandLine(new JibaoCommand(), new CommandFactory(screen));
    }

    /** Help that is asked for together with a word that is none is wrong usage too: a script must see its mistake. */
    private static int withoutUnknownWords(ParseResult arguments) {
        for (CommandLine command : arguments.asCommandLineList()) {
            if (!command.getUnmatchedArguments().isEmpty()) {
                throw new UnmatchedArgumentException(command, command.getUnmatchedArguments());
            }
        }
        return new CommandLine.RunLast().execute(arguments);
    }

    private static int executed(CommandLine line, Screen screen, String... arguments) {
        try {
            return line.execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError exhausted) {
            return new CommandFailures(screen).tell(exhausted);
        } finally {
            GracefulShutdown.end();
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Makes the commands, giving the screen to those that want one. */
    static final class CommandFactory implements IFactory {

        private final Screen screen;

        CommandFactory(Screen screen) {
            this.screen = screen;
        }

        @Override
        public <K> K create(Class<K> type) throws Exception {
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                Class<?>[] parameters = constructor.getParameterTypes();
                if (parameters.length == 1 && parameters[0] == Screen.class) {
                    return type.cast(constructor.newInstance(screen));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {
                "jibao " + ProgramVersion.current(),
                "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
            };
        }
    }
}
