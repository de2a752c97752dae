package org.jibao.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;

/** The shipped job with its forms and roster alone: reading does not know of metrics. */
public final class ShippedForms {

    private static final Path SHIPPED = Path.of("jobs/quarterly-disclosure");
    private static final Path ROSTER = Path.of("jobs/common/units.csv");

    private ShippedForms() {}

    /** Loads it from a copy in an empty folder. */
    public static JobDefinition load(Path temporary) {
        try {
            Path job = Files.createDirectories(temporary.resolve(SHIPPED.getFileName()));
            List<String> lines = Files.readAllLines(SHIPPED.resolve("job.yaml"));
            Files.write(job.resolve("job.yaml"), lines.subList(0, metricsLine(lines)));
            Files.copy(ROSTER, job.resolve("units.csv"));
            Path forms = Files.createDirectories(job.resolve("forms"));
            try (Stream<Path> files = Files.list(SHIPPED.resolve("forms"))) {
                for (Path form : files.toList()) {
                    Files.copy(form, forms.resolve(form.getFileName()));
                }
            }
            return JobLoader.load(job);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int metricsLine(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("metrics:")) {
                return i;
            }
        }
        return lines.size();
    }
}
