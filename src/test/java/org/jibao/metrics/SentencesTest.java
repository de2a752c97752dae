package org.jibao.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.Example;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.ExampleLoader;
import org.jibao.definition.loading.JobLoader;
import org.jibao.metrics.ExampleRunner.GivenReturns;
import org.jibao.store.Store;
import org.jibao.testkit.FreshStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sentences that are computed, over the returns of the shipped examples. */
class SentencesTest {

    private static final JobDefinition JOB = JobLoader.load(Path.of("jobs/quarterly-disclosure"));
    private static final Instant AS_OF = Instant.parse("2026-11-20T01:00:00Z");

    private final Path folder;

    SentencesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void namesWhoIsLateAndWhoIsAbsent() {
        assertEquals(
                List.of(List.of(
                        1L,
                        "应报6家，已报3家，报送率50.00%，其中迟报1家；未形成有效报表的有丙、戊、己。",
                        "3 of 6 units reported (50.00%), 1 of them late; no valid return from 丙, 戊, 己.")),
                metrics("on-time").table("headlines").rows());
    }

    @Test
    void namesLowestOfRankedUnits() {
        assertEquals(
                List.of(
                        List.of(
                                1L,
                                "应报5家，已报4家，报送率80.00%，已报的全部按时；未形成有效报表的有戊。",
                                "4 of 5 units reported (80.00%), all of these on time; no valid return from 戊."),
                        List.of(
                                3L,
                                "诉求按时答复率9.00%；最低的是乙，0.00%（3/5家）。",
                                "9.00% of cases answered in time; lowest 乙, 0.00% (3/5 units).")),
                metrics("rates-add-first").table("headlines").rows());
    }

    @Test
    void saysRunsAndLeadersInTitlesOfCharts() {
        Map<@Nullable Object, List<@Nullable Object>> messages =
                metrics("changes-and-year-to-date").table("messages").rows().stream()
                        .collect(Collectors.toMap(row -> row.get(0), row -> row.subList(1, 3)));
        assertEquals(
                List.of("主动公开信息连续两季上升", "Items disclosed up for two quarters in succession"),
                messages.get("items_trend"));
        assertEquals(List.of("甲等2家公开最多，30条", "Most items: 甲 and 1 more, 30"), messages.get("items_ranking"));
        assertEquals(List.of("乡镇公开最多，60条", "Most items: Townships, 60"), messages.get("kind_stack"));
        assertEquals(null, messages.get("response_trend"));
    }

    @Test
    void namesTies() {
        Metrics metrics = metrics("ties");
        Map<@Nullable Object, List<@Nullable Object>> messages = metrics.table("messages").rows().stream()
                .collect(Collectors.toMap(row -> row.get(0), row -> row.subList(1, 3)));
        assertEquals(
                List.of("政策文件等2类并列最多，各占50.0%", "Most items: Policy documents and 1 more, each 50.0%"),
                messages.get("category_ring"));
        assertEquals(
                List.of("乡镇等2类公开并列最多，各60条", "Most items: Townships and 1 more, each 60"), messages.get("kind_stack"));
        assertEquals(
                List.of("主动公开信息120条；政策文件等2类并列最多，各占50.00%（4/4家）。", "诉求按时答复率66.67%；最低的是甲等2家，66.67%（4/4家）。"),
                metrics.table("headlines").rows().stream()
                        .skip(1)
                        .map(row -> row.get(1))
                        .toList());
    }

    private Metrics metrics(String id) {
        Example example = ExampleLoader.load(JOB).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        Period period = example.period();
        try (Store store = FreshStore.open(folder.resolve("jibao.duckdb"))) {
            return store.inTransactionThatIsUndone(() -> {
                store.define(JOB.withRoster(example.roster()), example.periods(), WorkingDays.china());
                new GivenReturns(store.sql(), JOB.id()).insert(example.returns());
                return new MetricRunner(store.sql(), JOB).run(period, AS_OF);
            });
        }
    }
}
