package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jibao.decision.Decisions.DecisionOutcome;
import org.jibao.decision.Decisions.Ruling;
import org.jibao.run.Approvals.Approval;
import org.jibao.run.UnusableArgument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two returns of a county: approved, handed on, revised. */
class FederationIT {

    private static final Instant LATER = SmallInbox.NOW.plusSeconds(86_400);

    private final SmallInbox small;

    FederationIT(@TempDir Path folder) throws IOException {
        this.small = new SmallInbox(folder);
    }

    @BeforeEach
    void collect() {
        small.jibao().collect();
    }

    private Approval approval(Instant at) {
        return assertNotNull(small.jibao(at).status().approval());
    }

    private static <T> T assertNotNull(@org.jspecify.annotations.Nullable T value) {
        org.junit.jupiter.api.Assertions.assertNotNull(value);
        return java.util.Objects.requireNonNull(value);
    }

    @Test
    void approvalStandsUntilAReturnIsRevised() throws IOException {
        assertNull(small.jibao().status().approval());
        DecisionOutcome done = small.jibao().approve(Optional.empty(), "Li");
        assertTrue(done.changed());
        assertEquals(
                "2026Q2: the figures are approved to be handed on by Li for 青岚县",
                done.lines().get(0).en());
        assertTrue(approval(LATER).stands());
        assertFalse(small.jibao(LATER).approve(Optional.empty(), "Wang").changed());

        small.receive(SmallInbox.sample("青岚县公安局"), "青岚县公安局_2026年第二季度（副本）.xlsx");
        small.receive(SmallInbox.sample("青岚县民政局"), "青岚县民政局_2026年第二季度.xlsx");
        small.jibao(LATER).collect();
        assertFalse(approval(LATER).stands());
        assertTrue(small.jibao(LATER).approve(Optional.of("again"), "Wang").changed());
        assertTrue(approval(LATER).stands());
        assertEquals("Wang", approval(LATER).by());
    }

    @Test
    void withdrawalMakesAnApprovalVoid() {
        small.jibao().approve(Optional.empty(), "Li");
        small.jibao(LATER).withdraw(1, new Ruling("wrong file", "Li"));
        assertFalse(approval(LATER).stands());
    }

    @Test
    void nothingIsApprovedWhereNothingCounts() {
        small.jibao(LATER).withdraw(1, new Ruling("wrong file", "Li"));
        small.jibao(LATER).withdraw(2, new Ruling("wrong file", "Li"));
        assertThrows(UnusableArgument.class, () -> small.jibao(LATER).approve(Optional.empty(), "Li"));
    }

    /** What is approved leaves the summary on record as it is. */
    @Test
    void approvalChangesNoSummary() {
        small.jibao().summarize();
        small.jibao().approve(Optional.empty(), "Li");
        assertFalse(small.jibao().summarize().written());
    }
}
