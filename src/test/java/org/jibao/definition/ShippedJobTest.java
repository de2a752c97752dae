package org.jibao.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The job folder of the distribution. */
final class ShippedJobTest {

    private static final JobDefinition JOB = JobLoader.load(Path.of("jobs/quarterly-disclosure"));

    @Test
    void hasItsForms() {
        assertEquals(
                List.of(
                        "cover",
                        "proactive",
                        "channels",
                        "documents",
                        "requests",
                        "responses",
                        "disputes",
                        "register",
                        "remarks"),
                JOB.forms().stream().map(FormDefinition::id).toList());
    }
}
