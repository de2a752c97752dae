package org.jibao.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jibao.definition.PrintedForm;
import org.jibao.definition.PrintedForm.Cell;
import org.jibao.definition.PrintedForm.Drawing;
import org.jibao.definition.SummaryDefinition;
import org.jibao.definition.SummaryDefinition.Column;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.definition.SummaryDefinition.SheetKind;
import org.jibao.definition.SummaryDefinition.Table;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.metrics.MetricTable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Printed forms on the page: merged cells as they are drawn, each copy to be opened. */
final class SummaryPagePrintedTest {
    private static final Drawing DRAWING = new Drawing(
            3,
            3,
            List.of(
                    new Cell(0, 0, 1, 2, "", null),
                    new Cell(0, 2, 1, 1, "Cases", null),
                    new Cell(1, 0, 2, 1, "Answered", null),
                    new Cell(1, 1, 1, 1, "in time", null),
                    new Cell(1, 2, 1, 1, "", "early"),
                    new Cell(2, 1, 1, 1, "late", null),
                    new Cell(2, 2, 1, 1, "", "late")));

    @Test
    void drawsMergedCellsAndFillsThem() {
        Element table = page(2).with("class", "printed").get(0);
        assertEquals("Copy 0 · Answers", PageDocument.caption(table));
        assertEquals(
                List.of(
                        List.of("", "Cases"), //
                        List.of("Answered", "in time", "1,300"),
                        List.of("late", "—")),
                PageDocument.rows(table));
        Element answered = PageDocument.all(table, "th").get(1);
        assertEquals("2", answered.getAttribute("rowspan"));
        assertEquals("row", answered.getAttribute("scope"));
        assertEquals("2", PageDocument.all(table, "td").get(0).getAttribute("colspan"));
    }

    @Test
    void leavesManyCopiesToTheWorkbookAndSaysSo() {
        PageDocument page = page(23);
        assertEquals(20, page.with("class", "printed").size());
        assertTrue(page.text().contains("3 more copies are not shown here; the workbook has them all."));
    }

    private static PageDocument page(int copies) {
        Text title = Text.same("Answers");
        Column column = new Column("copy", Text.same("Copy"), Format.TEXT, 0);
        Table table = new Table(
                "printed",
                title,
                null,
                Text.same("None."),
                List.of(
                        column,
                        new Column("place", Text.same("Place"), Format.TEXT, 0),
                        new Column("figure", Text.same("Figure"), Format.COUNT, 0)),
                "tables/printed.sql",
                "SELECT 1");
        SummaryDefinition summary = new SummaryDefinition(
                List.of(table),
                List.of(),
                List.of(new PrintedForm("answers", title, DRAWING, DRAWING)),
                List.of(new Sheet("printed", SheetKind.PRINTED, title, List.of("printed", "answers"))));
        SummaryRequest request = County.request(Language.EN);
        Map<String, MetricTable> tables = new HashMap<>(request.tables());
        tables.put(
                "printed",
                new MetricTable(
                        "printed",
                        List.of("copy", "place", "figure"),
                        IntStream.range(0, copies * 2)
                                .mapToObj(i -> County.row(
                                        "Copy " + i / 2, i % 2 == 0 ? "early" : "late", i % 2 == 0 ? 1_300L : null))
                                .toList()));
        return PageDocument.of(SummaryPageTest.with(request, tables, summary));
    }
}
