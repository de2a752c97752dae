package org.jibao.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jibao.calendar.WorkingDays;
import org.jibao.collect.Folder;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes the hash, what does not, and that a great many returns have one. */
class StateDigestTest {

    /** Their texts, in order, would take more than the engine has. */
    private static final int MANY = 60_000;

    private static final StoreSettings LITTLE = new StoreSettings("40MB", 1);

    private static final String SUBMISSIONS = """
            INSERT INTO intake.submission
                (id, job, file, sha256, size, received_at, unit, period, revision, verdict, evidence)
            SELECT
                %s, ?, '第三季度/' || i || '_政务公开工作情况统计表.xlsx', sha256(i::VARCHAR), 9000,
                TIMESTAMP '2026-10-01' + INTERVAL 1 SECOND * i, 'U' || i, '2026Q3', 1, 'accepted_with_warnings', 'words'
            FROM range(%d) t(i)
            """;

    private static final String VERDICTS =
            "INSERT INTO intake.judgement SELECT id, received_at, verdict, NULL FROM intake.submission";

    private static final String FINDINGS = """
            INSERT INTO intake.finding (submission, number, fingerprint, code, severity)
            SELECT s.id, f.n, left(sha256(s.unit || f.n), 16), 'rule-failed', 'warning'
            FROM intake.submission s, range(3) f(n)
            """;

    private final Path root;
    private Store store;

    StateDigestTest(@TempDir Path root) {
        this.root = root;
        store = open("first");
    }

    private Store open(String name) {
        Store opened = Store.open(root.resolve(name + ".duckdb"), LITTLE);
        opened.define(Folder.JOB, List.of(Folder.THIRD), WorkingDays.china());
        return opened;
    }

    @BeforeEach
    void fill() {
        fill("i + 1", 50);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void fill(String numbers, int returns) {
        store.sql().execute(SUBMISSIONS.formatted(numbers, returns), Folder.JOB.id());
        store.sql().execute(VERDICTS);
        store.sql().execute(FINDINGS);
    }

    private String digest() {
        return new StateDigest(store.sql(), Folder.JOB).of(Folder.THIRD, Folder.NOW);
    }

    private String upTo(Instant asOf) {
        return new StateDigest(store.sql(), Folder.JOB).upTo(Folder.THIRD, asOf);
    }

    @Test
    void doesNotDependOnTheNumbersOfSubmissions() {
        String digest = digest();
        String upTo = upTo(Folder.NOW);
        store.close();
        store = open("other way round");
        fill("50 - i", 50);
        assertEquals(digest, digest());
        assertEquals(upTo, upTo(Folder.NOW));
    }

    @Test
    void changesWithWhatWasSentFoundAndJudged() {
        for (String change : List.of(
                "UPDATE intake.finding SET severity = 'error' WHERE submission = 7 AND number = 2",
                "UPDATE intake.finding SET number = 5 WHERE submission = 8 AND number = 2",
                "DELETE FROM intake.finding WHERE submission = 9 AND number = 0",
                "UPDATE intake.finding SET submission = 11 WHERE submission = 10 AND number = 0",
                "UPDATE intake.judgement SET verdict = 'returned' WHERE submission = 12",
                "UPDATE intake.submission SET unit = 'U9' WHERE id = 13",
                "UPDATE intake.submission SET sha256 = sha256('other bytes') WHERE id = 14",
                "UPDATE intake.submission SET file = 'b.xlsx' WHERE id = 15")) {
            String digest = digest();
            String upTo = upTo(Folder.NOW);
            store.sql().execute(change);
            assertNotEquals(digest, digest(), change);
            assertNotEquals(upTo, upTo(Folder.NOW), change);
        }
    }

    @Test
    void isOfWhatStoodAtItsTime() {
        Instant before = Instant.parse("2026-10-01T00:00:20Z");
        String digest = upTo(before);
        store.sql().execute("DELETE FROM intake.submission WHERE id > 30");
        assertEquals(digest, upTo(before));
    }

    @Test
    void canBeHadOfVeryManyReturnsInLittleMemory() {
        store.sql().execute("DELETE FROM intake.submission");
        store.sql().execute("DELETE FROM intake.judgement");
        store.sql().execute("DELETE FROM intake.finding");
        fill("i + 1", MANY);
        assertEquals(64, digest().length());
        assertEquals(64, upTo(Folder.NOW).length());
    }
}
