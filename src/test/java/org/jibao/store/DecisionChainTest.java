package org.jibao.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jibao.store.DecisionWriter.Desk;
import org.jibao.testkit.FreshStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionChainTest {

    private final Store store;

    DecisionChainTest(@TempDir Path root) {
        this.store = FreshStore.open(root.resolve("jibao.duckdb"));
    }

    @BeforeEach
    void decideOnceBeforeThereWereChainsAndThreeTimesSince() {
        store.sql()
                .execute("INSERT INTO intake.decision (id, job, kind, unit, period, reason, decided_by, decided_at) "
                        + "VALUES (1, 'sample', 'reopen', 'S1', '2026Q1', '旧', '王五', TIMESTAMP '2026-01-02 03:04:05')");
        for (String unit : List.of("T1", "S1", "T2")) {
            decide(unit);
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void decide(String unit) {
        store.inTransaction(() -> store.decisions(SampleJob.create(), Kept.NOW)
                .add(new Decision(Decision.Kind.REOPEN, unit, "2026Q2", null, null, null, null, null, "补报", "张三")));
    }

    private DecisionChain chain() {
        return DecisionChain.of(store.sql());
    }

    @Test
    void keepsAccountAndMachineBesideTheNameThatWasGiven() {
        Desk desk = Desk.here();
        assertFalse(desk.account().isEmpty());
        assertFalse(desk.machine().isEmpty());
        assertEquals(
                List.of(List.of("张三", desk.account(), desk.machine())),
                store.sql()
                        .query("SELECT DISTINCT decided_by, account, machine FROM intake.decision WHERE id > 1")
                        .rows());
    }

    @Test
    void acceptsWhatWasDecidedBeforeThereWereChains() {
        assertNull(chain().broken());
        assertEquals(4, chain().head().count());
        decide("T3");
        assertNull(chain().broken());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | UPDATE intake.decision SET reason = 'x' WHERE id = 1",
                "2 | DELETE FROM intake.decision WHERE id = 1",
                "3 | UPDATE intake.decision SET decided_by = 'x' WHERE id = 3",
                "2 | UPDATE intake.decision SET account = 'x' WHERE id = 2",
                "3 | UPDATE intake.decision SET machine = NULL WHERE id = 3",
                "4 | UPDATE intake.decision SET decided_at = decided_at + INTERVAL 1 DAY WHERE id = 4",
                "4 | DELETE FROM intake.decision WHERE id = 3",
                "3 | UPDATE intake.decision SET chain = NULL WHERE id = 3",
                "5 | INSERT INTO intake.decision (id, job, kind, unit, decided_at) VALUES (5, 'sample', 'reopen', 'T9', now())",
                "4 | UPDATE intake.decision SET chain = repeat('0', 64) WHERE id = 4",
            })
    void namesTheFirstDecisionThatNoLongerFits(long number, String statement) {
        store.sql().execute(statement);
        DecisionChain.Misfit broken = chain().broken();
        assertNotNull(broken);
        assertEquals(number, broken.number());
    }

    /** A break is told as long as it is there, and what is decided after it is chained to what stands there. */
    @Test
    void goesOnAfterABreakAndNamesTheSameOne() {
        store.sql().execute("UPDATE intake.decision SET reason = 'x' WHERE id = 3");
        DecisionChain.Misfit broken = chain().broken();
        decide("T4");
        assertEquals(broken, chain().broken());
    }

    @Test
    void passesEveryHeadThatItOnceHadAndNoOther() {
        List<DecisionChain.Head> heads = java.util.stream.IntStream.range(0, 3)
                .mapToObj(i -> {
                    decide("U" + i);
                    return chain().head();
                })
                .toList();
        assertTrue(heads.stream().allMatch(chain()::passes));
        assertTrue(chain().passes(new DecisionChain.Head(0, "")));
        store.sql().execute("DELETE FROM intake.decision WHERE id = 7");
        assertNull(chain().broken());
        assertEquals(
                List.of(true, true, false), heads.stream().map(chain()::passes).toList());
        decide("U9");
        assertFalse(chain().passes(heads.get(2)));
    }

    @Test
    void readsNothingOfAnEarlierVersion(@TempDir Path root) {
        try (Store old = Store.openOfVersion(root.resolve("old.duckdb"), 7, StoreSettings.DEFAULT)) {
            assertEquals(new DecisionChain(List.of(), null), DecisionChain.of(old.sql()));
        }
    }
}
