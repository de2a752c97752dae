package org.jibao.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jibao.support.Json;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of a store, held against the hashes that stand with them.
 *
 * @param hashes after each decision; the one before the first is not among them
 * @param broken the first decision whose hash does not fit it and those before it, or null where all fit
 */
public record DecisionChain(List<String> hashes, @Nullable Misfit broken) {

    public DecisionChain {
        hashes = List.copyOf(hashes);
    }

    /** Where the chain ends: how many decisions there are, and the hash over all of them. */
    public record Head(long count, String hash) {}

    /** A decision that no longer fits. */
    public record Misfit(long number, String job, String unit, String period, Instant decidedAt) {}

    /** Reads all of them; empty where an earlier program wrote what is read. */
    public static DecisionChain of(Sql sql) {
        if (sql.query(SqlText.read(Store.class, "intake/decision_is_chained")).number() == 0) {
            return new DecisionChain(List.of(), null);
        }
        List<String> hashes = new ArrayList<>();
        Misfit broken = null;
        boolean chained = false;
        String last = "";
        for (Row row : sql.query(SqlText.read(Store.class, "intake/decision_chain"))) {
            String computed = next(last, row);
            String stored = row.textOrNull("chain");
            if (broken == null && (stored == null ? chained : !stored.equals(computed))) {
                broken = misfit(row);
            }
            chained |= stored != null;
            last = stored == null ? computed : stored;
            hashes.add(last);
        }
        return new DecisionChain(hashes, broken);
    }

    /** @param row as {@code decision_chain.sql} selects it, whose last column is not part of what is hashed */
    static String next(String previous, Row row) {
        List<@Nullable Object> values = row.values();
        return HashChain.next(previous, Json.line(values.subList(0, values.size() - 1)));
    }

    /** Whoever altered the row may have left anything out. */
    private static Misfit misfit(Row row) {
        Instant at = row.timeOrNull("decided_at");
        return new Misfit(
                row.countOr("id", 0),
                row.textOr("job", "null"),
                row.textOr("unit", "null"),
                row.textOr("period", "null"),
                at == null ? Instant.EPOCH : at);
    }

    public Head head() {
        return new Head(hashes.size(), hashes.isEmpty() ? "" : hashes.get(hashes.size() - 1));
    }

    /** Whether the chain once ended here: it has come to be longer since, or is as it was. */
    public boolean passes(Head earlier) {
        return earlier.count() <= hashes.size()
                && (earlier.count() == 0
                        || hashes.get((int) earlier.count() - 1).equals(earlier.hash()));
    }
}
