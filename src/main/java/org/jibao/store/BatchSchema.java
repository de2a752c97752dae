package org.jibao.store;

import org.jibao.support.SqlText;

/** Spring Batch's own tables, from its script for PostgreSQL: in schema batch, and without foreign keys. */
final class BatchSchema {

    /** What Spring Batch puts before each table's and sequence's name. */
    static final String PREFIX = "batch.BATCH_";

    private static final String SOURCE = "/org/springframework/batch/core/schema-postgresql";

    private BatchSchema() {}

    static String script() {
        return SqlText.read(BatchSchema.class, SOURCE)
                .replaceAll(",\\s*constraint \\w+_FK foreign key \\(\\w+\\)\\s*references \\w+\\(\\w+\\)", "")
                .replaceAll("CREATE (TABLE|SEQUENCE) BATCH_", "CREATE $1 " + PREFIX);
    }
}
