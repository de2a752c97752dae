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
                List.of(
                        List.of(
                                1L,
                                "应报6家，已报3家，报送率50.00%，其中迟报1家；未形成有效报表的有丙、戊、己。",
                                "3 of 6 units reported (50.00%); 1 of them late; no accepted return from 丙, 戊, 己."),
                        List.of(2L, "公文主动公开率80.00%（计入3/6家）。", "Documents disclosed: 80.00% (3/6 units).")),
                metrics("on-time").table("headlines").rows());
    }

    @Test
    void saysFirstWhatTheJobHasWordsFor() {
        assertEquals(
                List.of(
                        List.of(
                                1L,
                                "应报5家，已报4家，报送率80.00%，已报的全部按时；未形成有效报表的有戊。",
                                "4 of 5 units reported (80.00%); all of these in time; no accepted return from 戊."),
                        // Said in the job's own words, and so before the others; only one unit is ranked, so none is
                        // the last.
                        List.of(2L, "诉求按时答复率9.00%（3/5家）。", "Cases answered in time: 9.00% (3/5 units)."),
                        List.of(3L, "收到诉求152件（计入4/5家）。", "Cases received: 152 cases (4/5 units)."),
                        List.of(
                                4L,
                                "办结率30.00%；居末的是丙，10.00%（计入4/5家）。",
                                "Cases closed: 30.00%; last 丙, 10.00% (4/5 units).")),
                metrics("rates-add-first").table("headlines").rows());
    }

    @Test
    void saysRunsAndLeadersInTitlesOfCharts() {
        Map<@Nullable Object, List<@Nullable Object>> messages =
                metrics("changes-and-year-to-date").table("messages").rows().stream()
                        .collect(Collectors.toMap(row -> row.get(0), row -> row.subList(1, 3)));
        assertEquals(
                List.of("主动公开信息65，连续2期上升", "Items disclosed 65, up for 2 periods in succession"),
                messages.get("items_trend"));
        assertEquals(
                List.of("主动公开信息：甲等2家居首（30），丙居末（5）", "Items disclosed: 甲 and others, 2 in all first (30), 丙 last (5)"),
                messages.get("ranking_items_chart"));
        assertEquals(null, messages.get("topic3_rates_trend"));
    }

    @Test
    void namesTies() {
        Metrics metrics = metrics("ties");
        Map<@Nullable Object, List<@Nullable Object>> messages = metrics.table("messages").rows().stream()
                .collect(Collectors.toMap(row -> row.get(0), row -> row.subList(1, 3)));
        assertEquals(
                List.of(
                        "主动公开信息：政策文件等2项最多，占50.00%",
                        "Items disclosed: most from Policy documents and others, 2 in all, 50.00%"),
                messages.get("items_by_category_chart"));
        assertEquals(
                List.of("主动公开信息120条；政策文件等2项并列最多，各占50.00%（4/4家）。", "诉求按时答复率66.67%；居末的是甲等2家，66.67%（4/4家）。"),
                metrics.table("headlines").rows().stream()
                        .skip(1)
                        .map(row -> row.get(1))
                        .toList());
    }

    @Test
    void namesPredecessorsBesideTheTrend() {
        MetricTable trend = metrics("succession").table("unit_trend");
        assertEquals(
                List.of(
                        List.of("丙", "含甲（2025-12-31撤销）；含乙（2025-12-31撤销）"),
                        List.of("丁", "由己分设（2025-12-31撤销），其数字未计入"),
                        List.of("戊", "由己分设（2025-12-31撤销），其数字未计入")),
                trend.rows().stream()
                        .map(row -> List.of(
                                String.valueOf(row.get(trend.column("name"))),
                                String.valueOf(row.get(trend.column("predecessors_zh")))))
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
                new GivenReturns(store.sql(), JOB).insert(example.returns());
                return new MetricRunner(store.sql(), JOB).run(period, AS_OF);
            });
        }
    }
}
