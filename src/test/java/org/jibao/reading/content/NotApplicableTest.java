package org.jibao.reading.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.jibao.reading.Returns;
import org.jibao.testkit.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells that a form knows to hold no figure. */
class NotApplicableTest {

    private static final String GRID = """
            layout: grid
            title: {zh: Table, en: Table}
            sheet: {name: Table}
            %s
            columns:
              - {id: a, zh: Received, en: Received}
              - {id: b, zh: Answered, en: Answered}
            rows:
              - {id: r, zh: Letters, en: Letters}
              - {id: s, zh: Calls, en: Calls}
            """;

    private static final String NEVER = "cell: {kind: count}\nnot-applicable: [\"*.b\"]";

    private final Path temporary;

    NotApplicableTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    private ReturnDocument read(String form, String rows) {
        return Returns.ofForms(temporary, "g", GRID.formatted(form))
                .small(Sheets.of("Table", "| Kind | Received | Answered |\n" + rows));
    }

    @Test
    void expectsNothingInThem() {
        ReturnDocument document = read(NEVER, "| Letters | 3 | |\n| Calls | 4 | X |");
        assertEquals("r.a=3 r.b=na s.a=4 s.b=na", Returns.figures(document, "g"));
        assertEquals(List.of(), Returns.findings(document));
        assertEquals(List.of(), Returns.findings(read(NEVER, "| Letters | 3 | 0 |\n| Calls | 4 | #N/A |")));
    }

    @Test
    void returnsFigureInOne() {
        ReturnDocument document = read(NEVER, "| Letters | 3 | 12 |\n| Calls | 4 | 'about 5 |");
        assertEquals("r.a=3 r.b=invalid s.a=4 s.b=invalid", Returns.figures(document, "g"));
        assertEquals(
                List.of(
                        "cell-not-applicable@Table!C2 Letters × Answered | 12",
                        "cell-not-applicable@Table!C3 Calls × Answered | about 5"),
                Returns.findings(document));
    }

    @Test
    void takesBlankForNotApplicableWhereTheTypeSaysSo() {
        ReturnDocument document =
                read("cell: {kind: count, blank: not-applicable}", "| Letters | 3 | |\n| Calls | | 0 |");
        assertEquals("r.a=3 r.b=na s.a=na s.b=0", Returns.figures(document, "g"));
        assertEquals(List.of(), Returns.findings(document));
    }
}
