package org.jibao.store;

import java.time.Instant;
import java.util.List;
import org.jibao.support.SqlText;

/**
 * Brings a store to this program's version, each version's statements in one transaction. A version once published is
 * never edited; the next is a new file.
 */
public final class Migrations {

    private static final List<String> SCRIPTS = List.of(
            SqlText.read(Store.class, "schema/V001__intake") + BatchSchema.script(),
            SqlText.read(Store.class, "schema/V002__job"),
            SqlText.read(Store.class, "schema/V003__succession"),
            SqlText.read(Store.class, "schema/V004__reporting"),
            SqlText.read(Store.class, "schema/V005__decisions"),
            SqlText.read(Store.class, "schema/V006__judged_anew"),
            SqlText.read(Store.class, "schema/V007__rejected"),
            SqlText.read(Store.class, "schema/V008__senders"),
            SqlText.read(Store.class, "schema/V009__chains"),
            SqlText.read(Store.class, "schema/V010__periods"),
            SqlText.read(Store.class, "schema/V011__quotients"),
            SqlText.read(Store.class, "schema/V012__outlook"),
            SqlText.read(Store.class, "schema/V013__packages"));

    private Migrations() {}

    public static int known() {
        return SCRIPTS.size();
    }

    /** Refuses a store that is newer or not ours before anything is written. */
    static void apply(Store store, Faults faults, int upTo) {
        int version = version(store.sql(), faults);
        if (version > known()) {
            throw faults.newer(version, known());
        }
        for (int next = version + 1; next <= upTo; next++) {
            int number = next;
            store.inTransaction(() -> {
                store.sql().execute(SCRIPTS.get(number - 1));
                store.sql().execute("INSERT INTO intake.store_version VALUES (?, ?)", number, Instant.now());
            });
        }
    }

    /** Of a copy of an empty store: by the time when it was made, backups tell one store from another. */
    static void madeAt(Sql sql, Instant time) {
        sql.execute("UPDATE intake.store_version SET applied_at = ?", time);
    }

    private static int version(Sql sql, Faults faults) {
        if (sql.query(SqlText.read(Store.class, "schema/tables")).number() == 0) {
            return 0;
        }
        if (sql.query(SqlText.read(Store.class, "schema/version_table")).number() == 0) {
            throw faults.foreign();
        }
        return (int) sql.query("SELECT coalesce(max(version), 0)::BIGINT FROM intake.store_version")
                .number();
    }

    /** Spring Batch's own tables, from its script for PostgreSQL: in schema batch, and without foreign keys. */
    static final class BatchSchema {

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
}
