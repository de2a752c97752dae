package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.verify.Verification;
import org.jibao.verify.Verification.VerifyReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job folder of very many units is tried out within the time that the engine gives its SQL. */
class ManyUnitsTest {

    /** Each with each would be 400 million pairs, for which it has no time. */
    private static final int UNITS = 20_000;

    private final Path root;

    ManyUnitsTest(@TempDir Path root) {
        this.root = root;
    }

    @Test
    void figuresOfOnePeriodAreMadeInTimeThatGrowsWithTheUnits() throws IOException {
        TinyReturns.makeJob(root, UNITS);
        TinyReturns.writeFigures(root);
        JobDefinition job = JobLoader.load(root.resolve(TinyReturns.JOB));
        VerifyReport report = new Verification(job).report();
        assertEquals(List.of(), report.problems());
        assertEquals(UNITS, report.units());
    }
}
