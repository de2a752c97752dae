package org.jibao.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jibao.finding.Language;
import org.jibao.metrics.MetricTable;
import org.jibao.summary.SummaryWriter.WorkbookComposer;
import org.jibao.workbook.SheetPlan;
import org.jibao.workbook.SheetRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A long table that outgrows a sheet goes on, and nothing of it is lost. */
final class TidySheetTest {
    private static final String DATA = "季报 数据.xlsx";
    private static final List<String> COLUMNS = List.of("period", "unit", "topic", "item", "value", "rate");

    @Test
    void staysOnOneSheetWhereItFits() {
        assertEquals(List.of("整齐数据"), names(plans(10, 10, List.of())));
    }

    @Test
    void isNumberedWhereItsSqlNamesNoKind() {
        List<SheetPlan> plans = plans(10, 4, List.of());
        assertEquals(List.of("整齐数据", "整齐数据 2", "整齐数据 3"), names(plans));
        assertEquals(List.of(4, 4, 2), plans.stream().map(TidySheetTest::body).toList());
        assertEquals("整齐数据（第 2 部分，共 3 部分）", text(plans.get(1), 0));
        assertTrue(text(plans.get(1), 2).endsWith("全表共 10 行，超出 Excel 单页容量，其余见：整齐数据、整齐数据 3。"), text(plans.get(1), 2));
    }

    @Test
    void isDividedByKindOfUnitAndAKindByNumber() {
        List<SheetPlan> plans = plans(10, 4, List.of("乡镇", "街道"));
        assertEquals(List.of("整齐数据", "整齐数据 · 乡镇", "整齐数据 · 街道", "整齐数据 · 街道 2"), names(plans));
        assertEquals(
                List.of(4, 1, 4, 1), plans.stream().map(TidySheetTest::body).toList());
    }

    @Test
    void standsInAWorkbookOfItsOwnInAllLanguagesWhereItIsLong() {
        SummaryRequest request = County.request(County.tables(5), Language.ZH).withDataIn(DATA);
        SheetPlan contents = plans(new WorkbookComposer(request, Optional.empty(), 10))
                .filter(plan -> plan.name().equals("目录"))
                .findFirst()
                .orElseThrow();
        List<String> lines = StreamSupport.stream(contents.rows().spliterator(), false)
                .map(row -> row.cells().stream()
                        .map(cell -> String.valueOf(cell.value()))
                        .toList()
                        .toString())
                .filter(line -> line.contains("整齐数据"))
                .toList();
        assertEquals(1, lines.size());
        assertTrue(lines.get(0).contains("（在工作簿“季报 数据.xlsx”中）"), lines.get(0));
        assertEquals(
                0,
                plans(new WorkbookComposer(request, Optional.empty(), 10))
                        .filter(plan -> plan.name().startsWith("整齐数据"))
                        .count());

        List<SheetPlan> data = plans(new WorkbookComposer(Context.ofData(request, Optional.empty()), 1_000))
                .toList();
        assertEquals(List.of("整齐数据 · Tidy data"), names(data));
        assertEquals("整齐数据 · Tidy data", text(data.get(0), 0));
        assertTrue(text(data.get(0), 1).contains("2026年第三季度"), text(data.get(0), 1));
        assertTrue(text(data.get(0), 1).contains("Q3 2026"), text(data.get(0), 1));
        assertEquals(100, body(data.get(0)));
    }

    @Test
    void hasAColumnForEachLanguageInWhichItsSqlSaysSomething() {
        Map<String, MetricTable> tables = new LinkedHashMap<>(County.tables(5));
        tables.put(
                "tidy",
                new MetricTable(
                        "tidy",
                        List.of("period", "unit_zh", "unit_en", "topic", "item", "value", "rate"),
                        List.of(County.row("2026Q3", "青石镇", "Qingshi", "topic", true, 1L, null))));
        SheetPlan data = plans(new WorkbookComposer(
                        Context.ofData(County.request(tables, Language.ZH).withDataIn(DATA), Optional.empty()), 1_000))
                .findFirst()
                .orElseThrow();
        List<SheetRow> rows =
                StreamSupport.stream(data.rows().spliterator(), false).toList();
        List<String> header = rows.get(TidySheet.HEAD).cells().stream()
                .map(cell -> String.valueOf(cell.value()))
                .toList();
        List<String> row = rows.get(TidySheet.HEAD + 1).cells().stream()
                .map(cell -> String.valueOf(cell.value()))
                .toList();
        assertEquals(header.size(), row.size());
        assertEquals(List.of("青石镇", "Qingshi"), row.subList(1, 3));
        assertEquals(List.of("单位", "Unit"), header.subList(1, 3));
        assertTrue(row.contains("是 Yes") || row.contains("是 yes"), row::toString);
    }

    @Test
    void isLongBeyondWhatAPhoneOpens() {
        Map<String, MetricTable> tables = new LinkedHashMap<>(County.tables(5));
        SummaryRequest request = County.request(tables, Language.ZH);
        tables.put("tidy", rows(TidySheet.MOST_IN_SUMMARY));
        assertFalse(SummaryWriter.hasDataApart(request.job(), tables));
        tables.put("tidy", rows(TidySheet.MOST_IN_SUMMARY + 1));
        assertTrue(SummaryWriter.hasDataApart(request.job(), tables));
    }

    private static MetricTable rows(int number) {
        return new MetricTable(
                "tidy", COLUMNS, Collections.nCopies(number, County.row("2026Q3", "unit", "topic", "item", 1L, null)));
    }

    private static Stream<SheetPlan> plans(WorkbookComposer composer) {
        return StreamSupport.stream(composer.compose().sheets().spliterator(), false);
    }

    private static List<SheetPlan> plans(int rows, int most, List<String> kinds) {
        Map<String, MetricTable> tables = new LinkedHashMap<>(County.tables(5));
        List<String> columns = new ArrayList<>(COLUMNS);
        if (!kinds.isEmpty()) {
            columns.add("kind");
        }
        List<List<@Nullable Object>> figures = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            List<@Nullable Object> row = County.row("2026Q3", "unit " + i, "topic", "item", (long) i, null);
            if (!kinds.isEmpty()) {
                row.add(kinds.get(i % kinds.size()));
            }
            figures.add(row);
        }
        tables.put("tidy", new MetricTable("tidy", columns, figures));
        Iterable<SheetPlan> sheets = new WorkbookComposer(County.request(tables, Language.ZH), Optional.empty(), most)
                .compose()
                .sheets();
        return StreamSupport.stream(sheets.spliterator(), false)
                .filter(plan -> plan.name().startsWith("整齐数据"))
                .toList();
    }

    private static List<String> names(List<SheetPlan> plans) {
        return plans.stream().map(SheetPlan::name).toList();
    }

    private static int body(SheetPlan plan) {
        return (int) StreamSupport.stream(plan.rows().spliterator(), false).count() - TidySheet.HEAD - 1;
    }

    private static String text(SheetPlan plan, int row) {
        List<SheetRow> rows =
                StreamSupport.stream(plan.rows().spliterator(), false).toList();
        return String.valueOf(rows.get(row).cells().get(0).value());
    }
}
