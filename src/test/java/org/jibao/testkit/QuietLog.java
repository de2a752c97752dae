package org.jibao.testkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;
import org.jibao.cli.log.LogSetup;

/** The program's own log, without the failures that tests cause on purpose: they are asserted on, not read. */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class QuietLog extends ContextAwareBase implements Configurator {

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        ExecutionStatus done = new LogSetup().configure(context);
        for (String logger :
                List.of("org.springframework.batch", "org.jibao.collect.ReadAndCheck", "org.apache.poi.POIDocument")) {
            context.getLogger(logger).setLevel(Level.OFF);
        }
        return done;
    }
}
