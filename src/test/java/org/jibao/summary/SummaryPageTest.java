package org.jibao.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jibao.definition.SummaryDefinition;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.definition.SummaryDefinition.SheetKind;
import org.jibao.finding.Language;
import org.jibao.metrics.MetricTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

/** What the page shows, against the tables that it is made of. */
final class SummaryPageTest {

    @ParameterizedTest
    @EnumSource
    void saysTheSameTwice(Language language) {
        assertEquals(
                PageDocument.of(County.request(language)).text(),
                PageDocument.of(County.request(language)).text());
    }

    @ParameterizedTest
    @EnumSource
    void showsEveryValueOfEveryTableThatTheWorkbookShows(Language language) {
        SummaryRequest request = County.request(language);
        PageDocument page = PageDocument.of(request);
        Context content = new Context(request, Optional.empty());
        List<List<List<String>>> shown =
                page.all("table").stream().map(PageDocument::rows).toList();
        int compared = 0;
        for (Sheet sheet : content.definition().sheets()) {
            if (sheet.kind() == SheetKind.PAGE || sheet.kind() == SheetKind.COVER) {
                for (String block : sheet.blocks()) {
                    if (content.isTable(block) && !content.figures(block).rows().isEmpty()) {
                        assertTrue(shown.contains(texts(content, content.table(block))), block);
                        compared++;
                    }
                }
            }
        }
        assertEquals(7, compared);
    }

    private static List<List<String>> texts(Context content, ShownTable table) {
        List<List<String>> texts = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            texts.add(table.columns().stream()
                    .map(column -> content.cells().text(row.get(column.index()), column.format()))
                    .toList());
        }
        return texts;
    }

    @ParameterizedTest
    @EnumSource
    void showsEveryKeyFigureAndSentence(Language language) {
        SummaryRequest request = County.request(language);
        PageDocument page = PageDocument.of(request);
        List<KeyFigure> figures = KeyFigure.of(table(request, "key_figures"), language);
        List<String> cards = PageDocument.all(page.with("class", "cards").get(0), "li").stream()
                .map(Element::getTextContent)
                .toList();
        assertEquals(figures.size(), cards.size());
        for (int i = 0; i < cards.size(); i++) {
            assertTrue(cards.get(i).contains(figures.get(i).label()), cards.get(i));
            assertTrue(cards.get(i).contains(figures.get(i).coverage()), cards.get(i));
        }
        assertTrue(cards.get(cards.size() - 2).contains("—"), cards.get(cards.size() - 2));
        int sentence = language == Language.ZH ? 0 : 1;
        assertEquals(
                table(request, "headlines").rows().stream()
                        .map(row -> String.valueOf(row.get(sentence)))
                        .toList(),
                PageDocument.all(page.with("class", "points").get(0), "li").stream()
                        .map(Element::getTextContent)
                        .toList());
    }

    @Test
    void givesTheFiguresOfEachChartOfTheLeadersPage() {
        SummaryRequest request = County.request(Language.EN);
        Element leaders = PageDocument.of(request).with("id", "s1").get(0);
        List<Element> figures = PageDocument.all(leaders, "figure");
        assertEquals(4, figures.size());
        for (Element figure : figures) {
            assertEquals(1, PageDocument.all(figure, "svg").size());
            assertEquals(1, PageDocument.all(figure, "table").size());
        }
        // The chart draws eight of them.
        List<List<String>> ranked =
                PageDocument.rows(PageDocument.all(figures.get(3), "table").get(0));
        assertEquals(49, ranked.size());
    }

    @Test
    void saysOfAnEmptyTableThatThereIsNothing() {
        PageDocument page = PageDocument.of(County.request(Language.EN));
        List<String> empty = page.with("class", "empty").stream()
                .map(Element::getTextContent)
                .toList();
        assertEquals(List.of("None in this period."), empty);
    }

    @Test
    void beginsWithTheCoverageWhereThereIsNoLeadersPage() {
        SummaryDefinition whole = CountySummary.summary();
        List<Sheet> sheets = whole.sheets().stream()
                .filter(sheet -> sheet.kind() != SheetKind.LEADERS)
                .toList();
        SummaryRequest request = County.request(Language.EN);
        PageDocument page = PageDocument.of(with(
                request, request.tables(), new SummaryDefinition(whole.tables(), whole.charts(), List.of(), sheets)));
        assertEquals("Reporting", page.all("h2").get(0).getTextContent());
        assertEquals(List.of(), page.with("class", "cards"));
    }

    @Test
    void cutsALongTableAndSaysSo() {
        SummaryRequest request = County.request(1_203, 10, Language.EN);
        PageDocument page = PageDocument.of(request);
        Element units = page.all("table").stream()
                .filter(table -> PageDocument.caption(table).startsWith("Disclosure by unit"))
                .findFirst()
                .orElseThrow();
        assertEquals(1_000, PageDocument.rows(units).size());
        int left = table(request, "units").rows().size() - 1_000;
        assertTrue(page.text().contains(left + " more rows are not shown here; the workbook has them all."));
    }

    @Test
    void opensTheUnitsAndCellsBehindAFigure() {
        PageDocument page = PageDocument.of(traced(County.request(Language.EN), 3, 2));
        Element opened = page.with("class", "units").get(0);
        assertEquals("Units and cells behind Items disclosed", PageDocument.caption(opened));
        assertEquals(
                List.of(
                        List.of("Unit 0", "10", "Sheet 1 B0 7条; B1 8条2026Q3/unit 0.xlsx\n"),
                        List.of("Unit 1", "11", "Sheet 1 B0 7条; B1 8条2026Q3/unit 1.xlsx\n"),
                        List.of("Unit 2", "12", "Sheet 1 B0 7条; B1 8条2026Q3/unit 2.xlsx\n")),
                PageDocument.rows(opened));
        Element link = PageDocument.all(page.with("class", "cards").get(0), "a").get(0);
        assertEquals(1, page.with("id", link.getAttribute("href").substring(1)).size());
    }

    @Test
    void boundsTheUnitsAndCellsBehindAFigure() {
        PageDocument page = PageDocument.of(traced(County.request(Language.EN), 130, 30));
        List<List<String>> rows = PageDocument.rows(page.with("class", "units").get(0));
        assertEquals(100, rows.size());
        assertTrue(
                rows.get(0).get(2).contains("B23 30条 … and 6 more cells in the workbook"),
                rows.get(0).get(2));
        assertFalse(rows.get(0).get(2).contains("B24"));
        assertTrue(page.text().contains("30 more units are not shown here; the workbook has them all."));
    }

    /** The same request, its second key figure traced to cells. */
    private static SummaryRequest traced(SummaryRequest request, int units, int cells) {
        Map<String, MetricTable> tables = new HashMap<>(request.tables());
        MetricTable figures = table(request, "key_figures");
        List<String> columns = new ArrayList<>(figures.columns());
        columns.add("figure");
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : figures.rows()) {
            List<@Nullable Object> named = new ArrayList<>(row);
            named.add(String.valueOf(row.get(1)).equals("Items disclosed") ? "items" : "other" + rows.size());
            rows.add(named);
        }
        tables.put("key_figures", new MetricTable("key_figures", columns, rows));
        tables.put(
                "tidy",
                new MetricTable(
                        "tidy",
                        List.of("figure", "level", "dimension", "name", "value"),
                        IntStream.range(0, units)
                                .mapToObj(i -> County.row("items", "unit", "", "Unit " + i, 10L + i))
                                .toList()));
        tables.put(
                "provenance",
                new MetricTable(
                        "provenance",
                        List.of("figure", "part", "name", "sheet", "cell", "raw", "factor", "included", "file"),
                        IntStream.range(0, units * cells)
                                .mapToObj(i -> County.row(
                                        "items",
                                        "numerator",
                                        "Unit " + i / cells,
                                        "Sheet 1",
                                        "B" + i % cells,
                                        7 + i % cells + "条",
                                        1L,
                                        true,
                                        "2026Q3/unit " + i / cells + ".xlsx"))
                                .toList()));
        return with(request, tables, request.job().summary());
    }

    static SummaryRequest with(SummaryRequest request, Map<String, MetricTable> tables, SummaryDefinition summary) {
        return new SummaryRequest(
                CountyJob.job(request.job().title(), summary),
                request.period(),
                request.asOf(),
                tables,
                request.language(),
                request.version(),
                request.storeDigest());
    }

    static MetricTable table(SummaryRequest request, String id) {
        return Objects.requireNonNull(request.tables().get(id));
    }

    @Test
    void namesWhatIsOnlyInTheWorkbook() {
        String foot = PageDocument.of(County.request(Language.EN)).all("footer").stream()
                .map(Element::getTextContent)
                .collect(Collectors.joining());
        assertTrue(foot.contains("Only in the workbook: Tidy data."), foot);
    }
}
