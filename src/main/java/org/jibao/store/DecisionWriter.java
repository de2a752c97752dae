package org.jibao.store;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.jibao.definition.JobDefinition;
import org.jibao.guard.PersonalNumbers;
import org.jibao.support.SqlText;

/**
 * Appends what officers decide, in the current transaction, with the account and machine at which they do and a hash over this
 * decision and all before it. Nothing written here is ever changed.
 */
public final class DecisionWriter {

    private final Sql sql;
    private final JobDefinition job;
    private final Instant decidedAt;

    DecisionWriter(Sql sql, JobDefinition job, Instant decidedAt) {
        this.sql = sql;
        this.job = job;
        this.decidedAt = decidedAt;
    }

    public void add(Decision decision) {
        String previous = previous();
        insert(decision);
        Row row = newest().one();
        sql.execute(
                "UPDATE intake.decision SET chain = ? WHERE id = ?",
                DecisionChain.next(previous, row),
                row.count("id"));
    }

    /** Where the last decision has no hash, an earlier program took it: the new one's covers all before it. */
    private String previous() {
        return newest().stream()
                .flatMap(row -> Stream.ofNullable(row.textOrNull("chain")))
                .findFirst()
                .orElseGet(() -> DecisionChain.of(sql).head().hash());
    }

    private Rows newest() {
        return sql.query(SqlText.read(Store.class, "intake/decision_chain").strip() + " DESC LIMIT 1");
    }

    private void insert(Decision decision) {
        Desk desk = Desk.here();
        sql.execute(
                SqlText.read(Store.class, "intake/add_decision"),
                job.id(),
                decision.kind().word(),
                decision.unit(),
                decision.period(),
                decision.submission(),
                decision.fingerprint(),
                decision.code(),
                decision.sheet(),
                decision.cell(),
                Characters.storable(PersonalNumbers.masked(decision.reason())),
                Characters.storable(PersonalNumbers.masked(decision.decidedBy())),
                decidedAt,
                Characters.storable(desk.account()),
                Characters.storable(desk.machine()));
    }

    /**
     * Where a decision is taken, as the system reports it; it cannot be chosen.
     *
     * @param account of this process
     * @param machine its name
     */
    record Desk(String account, String machine) {

        private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

        /** The one at which this process runs. */
        static Desk here() {
            String account = ProcessHandle.current().info().user().orElseGet(() -> System.getProperty("user.name", ""));
            return new Desk(account, hostName());
        }

        private static String hostName() {
            try {
                return Files.isReadable(KERNEL)
                        ? Files.readString(KERNEL).strip()
                        : InetAddress.getLocalHost().getHostName();
            } catch (IOException noName) {
                return "?";
            }
        }
    }
}
