package org.jibao.reading.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.jibao.reading.Returns;
import org.jibao.reading.meaning.CellStatus;
import org.jibao.testkit.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms that say how their values are written: placeholders, dates and percentages. */
class WrittenValuesTest {

    private static final String GRID = """
            layout: grid
            title: {zh: Table, en: Table}
            sheet: {name: Table}
            %s
            cell: {kind: count}
            columns:
              - {id: a, zh: Received, en: Received}
              - {id: b, zh: Share, en: Share, cell: {kind: percent%s}}
            rows:
              - {id: r, zh: Letters, en: Letters}
            """;

    private static final String REGISTER = """
            layout: register
            title: {zh: List, en: List}
            sheet: {name: List}
            %s
            fields:
              - {id: name, zh: Name, en: Name, required: true}
              - {id: sent, zh: Sent, en: Sent, cell: {kind: date%s}}
              - {id: pages, zh: Pages, en: Pages, cell: {kind: count}}
            """;

    private static final String WORDS =
            "placeholders: {missing: ['..', 999, '#N/A'], suppressed: ['[c]', '*', '<5'], zero: [nil, '-']}";

    private final Path temporary;

    WrittenValuesTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    private ReturnDocument grid(String form, String cell, String row) {
        return Returns.ofForms(temporary, "g", GRID.formatted(form, cell))
                .small(Sheets.of("Table", "| Kind | Received | Share |\n" + row));
    }

    private ReturnDocument register(String form, String cell, String rows) {
        return Returns.ofForms(temporary, "r", REGISTER.formatted(form, cell))
                .small(Sheets.of("List", "| Name | Sent | Pages |\n" + rows));
    }

    @Test
    void tellsWithheldFiguresFromMissingOnesAndBoth() {
        ReturnDocument document = grid(WORDS, "", "| Letters | [C] | .. |");
        assertEquals("r.a=suppressed r.b=blank", Returns.figures(document, "g"));
        assertEquals(
                List.of("[C]", ".."),
                document.observations().stream().map(Observation::raw).toList());
        assertEquals(
                List.of(
                        "cell-suppressed@Table!B2 Letters × Received | [C]",
                        "cell-missing@Table!C2 Letters × Share | .."),
                Returns.findings(document));
    }

    @Test
    void takesDeclaredDigitsAndErrorsForPlaceholders() {
        ReturnDocument document = grid(WORDS, "", "| Letters | 999 | #N/A |");
        assertEquals("r.a=blank r.b=blank", Returns.figures(document, "g"));
        assertEquals(
                List.of(
                        "cell-missing@Table!B2 Letters × Received | 999",
                        "cell-missing@Table!C2 Letters × Share | #N/A"),
                Returns.findings(document));
    }

    @Test
    void takesDeclaredWordsForZeroBeforeTheAgreedOnes() {
        ReturnDocument document = grid(WORDS, "", "| Letters | Nil | - |");
        assertEquals("r.a=0 r.b=0", Returns.figures(document, "g"));
        assertEquals(CellStatus.ZERO, document.observations().get(1).status());
        assertEquals(List.of(), Returns.findings(document));
    }

    @Test
    void takesNoPlaceholderThatTheFormDoesNotDeclare() {
        ReturnDocument document = grid("", "", "| Letters | [c] | nil |");
        assertEquals("r.a=invalid r.b=invalid", Returns.figures(document, "g"));
    }

    @Test
    void letsOneCellSpeakOtherwiseThanItsForm() {
        ReturnDocument document = grid(WORDS, ", placeholders: {missing: ['*']}", "| Letters | * | * |");
        assertEquals("r.a=suppressed r.b=blank", Returns.figures(document, "g"));
    }

    @Test
    void readsEntriesWithPlaceholders() {
        ReturnDocument document = register(WORDS, "", """
                | A | .. | [c] |
                | .. | @2026-07-03 | nil |
                | * | | 3 |
                """);
        assertEquals(List.of("2 {name=A}", "3 {sent=2026-07-03, pages=0}", "4 {pages=3}"), Returns.entries(document));
        assertEquals(
                List.of(
                        "cell-missing@List!B2 Sent | ..",
                        "cell-suppressed@List!C2 Pages | [c]",
                        "entry-field-missing@List!A3 Name",
                        "cell-suppressed@List!A4 Name | *"),
                Returns.findings(document));
    }

    @Test
    void readsDatesInTheOrderOfTheForm() {
        String rows = """
                | A | '03/04/2026 | |
                | B | '30 Sep 2026 | |
                | C | @2026-03-04 | |
                | D | '2026-03-04 | |
                """;
        ReturnDocument document = register("dates: dmy", "", rows);
        assertEquals(
                List.of(
                        "2 {name=A, sent=2026-04-03}",
                        "3 {name=B, sent=2026-09-30}",
                        "4 {name=C, sent=2026-03-04}",
                        "5 {name=D, sent=2026-03-04}"),
                Returns.entries(document));
        assertEquals(List.of("cell-text-date@List!B5 Sent | 2026-03-04 | 2026-03-04"), Returns.findings(document));
        assertEquals(
                "2 {name=A, sent=2026-03-04}",
                Returns.entries(register("dates: dmy", ", dates: mdy", rows)).get(0));
    }

    @Test
    void returnsDateThatMayBeTwoDays() {
        ReturnDocument document = register("", "", "| A | '03/04/2026 | |\n| B | '30/09/2026 | |");
        assertEquals(List.of("2 {name=A}", "3 {name=B, sent=2026-09-30}"), Returns.entries(document));
        assertEquals(
                List.of(
                        "cell-date-order@List!B2 Sent | 03/04/2026 | 2026-04-03 | 2026-03-04",
                        "cell-text-date@List!B3 Sent | 30/09/2026 | 2026-09-30"),
                Returns.findings(document));
    }

    @Test
    void readsPercentagesInTheUnitOfTheFormOnly() {
        assertEquals("r.a=1 r.b=invalid", Returns.figures(grid("", "", "| Letters | 1 | 12 |"), "g"));
        assertEquals(
                List.of("cell-percent-unit@Table!C2 Letters × Share | 0.12"),
                Returns.findings(grid("", "", "| Letters | 1 | 0.12 |")));
        assertEquals(
                List.of("cell-percent-unit@Table!C2 Letters × Share | 12"),
                Returns.findings(grid("", "", "| Letters | 1 | '12 |")));
        assertEquals("r.a=1 r.b=0.12", Returns.figures(grid("", "", "| Letters | 1 | 12% |"), "g"));
        assertEquals("r.a=1 r.b=0.12", Returns.figures(grid("", "", "| Letters | 1 | '12% |"), "g"));
        assertEquals("r.a=1 r.b=0", Returns.figures(grid("", "", "| Letters | 1 | 0 |"), "g"));
        assertEquals("r.a=1 r.b=0.12", Returns.figures(grid("", ", unit: '%'", "| Letters | 1 | 12 |"), "g"));
        assertEquals("r.a=1 r.b=0.12", Returns.figures(grid("", ", unit: fraction", "| Letters | 1 | 0.12 |"), "g"));
    }

    @Test
    void readsPercentagesInTheUnitOfTheirLabel() {
        ReturnDocument document = Returns.ofForms(temporary, "g", GRID.formatted("", ""))
                .small(Sheets.of("Table", "| Kind | Received | Share (%) |\n| Letters | 1 | 12 |"));
        assertEquals("r.a=1 r.b=0.12", Returns.figures(document, "g"));
    }
}
