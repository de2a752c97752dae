package org.jibao.cli.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import org.slf4j.Logger;

/**
 * What is logged, and that warnings of ours go to standard error; found by the library as a service. In Java and not in
 * XML, whose reader takes longer than all the rest of a night's log.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {

    /** How the names of our loggers begin. */
    static final String OURS = "org.jibao";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        context.getStatusManager().add(new NopStatusListener());
        level(context, Logger.ROOT_LOGGER_NAME, Level.WARN);
        level(context, OURS, Level.INFO);
        // A step that failed is told by the command itself, in words and once; the log has it as the end of the run.
        level(context, "org.springframework.batch.core.step", Level.OFF);
        level(context, "org.springframework.batch.core.job", Level.OFF);
        // The same of a cluster: what its database refuses is said once, in words.
        level(context, "org.springframework.integration", Level.OFF);
        level(context, "org.springframework.batch.integration", Level.OFF);
        level(context, "com.zaxxer.hikari", Level.OFF);
        StandardError screen = new StandardError();
        screen.setContext(context);
        screen.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(screen);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static void level(LoggerContext context, String logger, Level level) {
        context.getLogger(logger).setLevel(level);
    }
}
