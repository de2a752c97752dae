package org.jibao.cli;

import org.jibao.cli.page.Screen;
import org.jibao.definition.loading.ProblemsException;
import org.jibao.finding.Cause;
import org.jibao.run.OperationalFailure;
import org.jibao.run.RunStopped;
import org.jibao.run.UnusableArgument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** A failure as its reader needs it: what, where, why and what next; the stack trace of a fault of ours goes to the log. */
final class CommandFailures implements IExecutionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(CommandFailures.class);

    private final Screen screen;

    CommandFailures(Screen screen) {
        this.screen = screen;
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine line, ParseResult parsed) {
        return tell(exception);
    }

    /** Says it, and gives the exit code. */
    int tell(Throwable exception) {
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
            Cause.of(exception).ifPresentOrElse(cause -> tell(cause, exception), () -> fault(exception));
        }
        return ExitCode.FAILED;
    }

    /** The machine's reason, in its words; the log has the rest. */
    private void tell(Cause cause, Throwable exception) {
        LOG.info("{}: the command ended", cause, exception);
        screen.err().println(screen.say("error.cause", screen.say(cause.why()), screen.say(cause.cure())));
    }

    private void fault(Throwable exception) {
        LOG.error("a fault of the program", exception);
        screen.err().println(screen.say("error.internal", exception));
    }
}
