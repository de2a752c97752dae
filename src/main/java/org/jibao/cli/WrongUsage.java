package org.jibao.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jibao.cli.page.Screen;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the arguments, then how the command is used. */
final class WrongUsage implements IParameterExceptionHandler {

    private final Screen screen;

    WrongUsage(Screen screen) {
        this.screen = screen;
    }

    @Override
    public int handleParseException(ParameterException exception, String[] arguments) {
        CommandLine line = exception.getCommandLine();
        screen.err().println(screen.say("error.usage", reason(exception)));
        suggestions(exception).ifPresent(words -> screen.err().println(screen.say("error.suggestion", words)));
        line.usage(line.getErr());
        line.getErr().flush();
        return ExitCode.WRONG_USAGE;
    }

    private static Optional<String> suggestions(ParameterException exception) {
        return exception instanceof UnmatchedArgumentException unmatched
                        && !unmatched.getSuggestions().isEmpty()
                ? Optional.of(String.join(", ", unmatched.getSuggestions()))
                : Optional.empty();
    }

    private String reason(ParameterException exception) {
        if (exception instanceof UnmatchedArgumentException unmatched) {
            return screen.say("error.unmatched", String.join(" ", unmatched.getUnmatched()));
        }
        if (exception instanceof OverwrittenOptionException twice) {
            return screen.say("error.twice", name(twice.getOverwritten()));
        }
        if (exception instanceof MissingParameterException missing) {
            return screen.say(
                    "error.missing",
                    missing.getMissing().stream().map(WrongUsage::name).collect(Collectors.joining(", ")));
        }
        ArgSpec argument = exception.getArgSpec();
        return argument == null
                ? String.valueOf(exception.getMessage())
                : screen.say("error.value", name(argument), exception.getValue(), expected(argument));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String expected(ArgSpec argument) {
        Iterable<String> candidates = argument.completionCandidates();
        return candidates == null
                ? argument.paramLabel()
                : StreamSupport.stream(candidates.spliterator(), false)
                        .map(candidate -> candidate.toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
    }
}
