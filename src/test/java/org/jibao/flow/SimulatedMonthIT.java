package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jibao.run.ledger.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three nights of three units, in every build; {@code src/scripts/simulated-month} for 31 of the whole county. */
class SimulatedMonthIT {

    private static final List<String> UNITS = List.of("青岚县信访局", "青岚县晚晴街道办事处", "青岚县行政审批服务局");

    /** The third night is the first after the due date, on which leaders are sent mails too. */
    @Test
    void nightKilledWhenItsMailWasTakenEndsAlike(@TempDir Path root) throws IOException, InterruptedException {
        MonthPlan county = CountyMonth.plan(LocalDate.of(2026, 10, 9), 3);
        MonthPlan plan = new MonthPlan(
                county.first(),
                county.nights(),
                county.openFor(),
                county.arrivals().stream()
                        .filter(one -> one.name().startsWith("2026Q3/") && isOfOurs(one.name()))
                        .toList(),
                List.of(),
                Set.of(),
                Set.of());
        SimulatedMonth.Ends ends = new SimulatedMonth(plan, root, 1, 1, System.out).run();
        assertEquals(1, ends.kills());
        assertEquals(1, ends.disturbed().cameTwice());
        assertEquals(0, ends.quiet().cameTwice());
        assertEquals(3, ends.quiet().runs(RunRecord.State.DONE));
        assertEquals(
                Map.of("returned", 2L, "accepted", 1L, "accepted_with_warnings", 1L),
                ends.quiet().verdicts());
    }

    private static boolean isOfOurs(String name) {
        Predicate<String> named = unit -> name.startsWith("2026Q3/" + unit + "_");
        return UNITS.stream().anyMatch(named);
    }
}
