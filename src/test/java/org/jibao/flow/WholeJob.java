package org.jibao.flow;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jibao.finding.Language;
import org.jibao.run.Settings;

/** How the main job is run by tests that run the whole of it. */
final class WholeJob {

    private WholeJob() {}

    static Settings settings(Path inbox, Path folder, Instant asOf) {
        return settings(inbox, folder, folder.resolve("out"), asOf);
    }

    static Settings settings(Path inbox, Path folder, Path out, Instant asOf) {
        return new Settings(
                Path.of("jobs"),
                "quarterly-disclosure",
                inbox,
                folder.resolve("jibao.duckdb"),
                out,
                Language.EN,
                Optional.empty(),
                Optional.of(asOf),
                2);
    }
}
