package org.jibao.export;

import java.time.Instant;
import java.util.List;
import org.jibao.finding.Text;

/** What {@code datapackage.json} says. */
record Descriptor(
        String name,
        Text title,
        Text description,
        String job,
        String jobDigest,
        Instant asOf,
        String program,
        List<DescribedTable> tables) {

    static final String NAME = "datapackage.json";

    Descriptor {
        tables = List.copyOf(tables);
    }
}
