package org.jibao.flow;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jibao.batch.Jibao;
import org.jibao.batch.Progress;
import org.jibao.batch.Settings;
import org.jibao.finding.Language;

/** Collects, or runs the whole, in a process of its own that may be killed. Arguments: command, inbox, folder, as-of. */
final class CollectProgram {

    private CollectProgram() {}

    public static void main(String[] arguments) {
        Settings settings = settings(Path.of(arguments[1]), Path.of(arguments[2]), Instant.parse(arguments[3]));
        Jibao jibao = new Jibao(settings, Progress.NONE);
        if (arguments[0].equals("run")) {
            jibao.run();
        } else {
            jibao.collect();
        }
    }

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
