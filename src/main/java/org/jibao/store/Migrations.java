package org.jibao.store;

import java.time.Instant;
import java.util.List;

/**
 * Brings a store to this program's version, each version's statements in one transaction. A version once published is
 * never edited; the next is a new file.
 */
final class Migrations {

    private static final List<String> SCRIPTS = List.of(
            Script.read("schema/V001__intake") + BatchSchema.script(),
            Script.read("schema/V002__job"),
            Script.read("schema/V003__succession"),
            Script.read("schema/V004__reporting"),
            Script.read("schema/V005__decisions"),
            Script.read("schema/V006__judged_anew"),
            Script.read("schema/V007__rejected"),
            Script.read("schema/V008__senders"),
            Script.read("schema/V009__chains"));

    private Migrations() {}

    static int known() {
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

    private static int version(Sql sql, Faults faults) {
        if (sql.query(Script.read("schema/tables")).number() == 0) {
            return 0;
        }
        if (sql.query(Script.read("schema/version_table")).number() == 0) {
            throw faults.foreign();
        }
        return (int) sql.query("SELECT coalesce(max(version), 0)::BIGINT FROM intake.store_version")
                .number();
    }
}
