package org.jibao.cli;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Says what is wrong with the arguments, then how the command is used. */
final class WrongUsage implements IParameterExceptionHandler {

    private final Screen screen;

    WrongUsage(Screen screen) {
        this.screen = screen;
    }

    @Override
    public int handleParseException(ParameterException exception, String[] arguments) {
        CommandLine line = exception.getCommandLine();
        screen.err().println(screen.say("error.usage", String.valueOf(exception.getMessage())));
        CommandLine.UnmatchedArgumentException.printSuggestions(exception, line.getErr());
        line.usage(line.getErr());
        line.getErr().flush();
        return ExitCode.WRONG_USAGE;
    }
}
