package org.jibao.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jibao.batch.OperationalFailure;
import org.jibao.batch.RunStopped;
import org.jibao.batch.UnusableArgument;
import org.jibao.definition.ProblemsException;
import org.jibao.guard.VisibleText;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** A failure as its reader needs it: what, where, why and what next; a stack trace only for a fault of ours. */
final class Failures implements IExecutionExceptionHandler {

    private final Screen screen;

    Failures(Screen screen) {
        this.screen = screen;
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine line, ParseResult parsed) {
        return tell(exception);
    }

    /** Says it, and gives the exit code. */
    int tell(Exception exception) {
        if (exception instanceof OperationalFailure failure) {
            screen.err().println(screen.say("error.failed", failure.text()));
        } else if (exception instanceof RunStopped stopped) {
            screen.err().println(screen.say(stopped.text()));
        } else if (exception instanceof UnusableArgument wrong) {
            screen.err().println(screen.say("error.usage", wrong.text()));
            return ExitCode.WRONG_USAGE;
        } else if (exception instanceof ProblemsException mistakes) {
            screen.err().println(mistakes.in(screen.language()));
        } else {
            StringWriter trace = new StringWriter();
            exception.printStackTrace(new PrintWriter(trace));
            screen.err().println(VisibleText.lines(trace.toString().stripTrailing()));
            screen.err().println(screen.say("error.internal", exception));
        }
        return ExitCode.FAILED;
    }
}
