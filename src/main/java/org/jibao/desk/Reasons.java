package org.jibao.desk;

import org.jibao.definition.loading.ProblemsException;
import org.jibao.finding.Cause;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.run.OperationalFailure;
import org.jibao.run.RunStopped;
import org.jibao.run.UnusableArgument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A failure in words for the officer; what only helps a programmer goes to the log. */
final class Reasons {

    private static final Logger LOG = LoggerFactory.getLogger(Reasons.class);

    private Reasons() {}

    static Text of(Throwable failure) {
        if (failure instanceof OperationalFailure known) {
            return known.text();
        }
        if (failure instanceof UnusableArgument wrong) {
            return wrong.text();
        }
        if (failure instanceof RunStopped stopped) {
            return stopped.text();
        }
        if (failure instanceof ProblemsException mistakes) {
            return new Text(mistakes.in(Language.ZH), mistakes.in(Language.EN));
        }
        return Cause.of(failure)
                .map(cause -> Words.WORDS.text("failure.cause", cause.why(), cause.cure()))
                .orElseGet(() -> fault(failure));
    }

    private static Text fault(Throwable failure) {
        LOG.error("a fault of the program", failure);
        return Words.WORDS.text("failure.own-fault");
    }
}
