package org.jibao.reading.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.jibao.reading.Returns;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.testkit.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels that are numbers, that stand several times, and blocks side by side. */
class RepeatedLabelsTest {

    private static final String YEARS = "y2022=2022; y2023=2023; y2024=2024";
    private static final String MEN = "r=Received; rm=men|%s; a=Answered; am=men|%s";

    private final Path temporary;
    private int trials;

    RepeatedLabelsTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    /** {@code id=label|other keys}, separated by semicolons. */
    private static String labels(String some) {
        StringBuilder yaml = new StringBuilder();
        for (String one : some.split(";")) {
            String[] parts = one.strip().split("[=|]", 3);
            String rest = parts.length > 2 ? ", " + parts[2] : "";
            yaml.append("  - {id: %s, zh: '%s', en: '%s'%s}\n".formatted(parts[0], parts[1], parts[1], rest));
        }
        return yaml.toString();
    }

    private static String grid(String columns, String rows) {
        return "layout: grid\ntitle: {zh: T, en: T}\nsheet: {name: S}\ncell: {kind: count}\ncolumns:\n"
                + labels(columns) + "rows:\n" + labels(rows);
    }

    private static String register(String fields) {
        return "layout: register\ntitle: {zh: T, en: T}\nsheet: {name: S}\nfields:\n" + labels(fields);
    }

    private ReturnDocument read(String table, String... forms) {
        return Returns.ofForms(temporary.resolve("trial" + trials++), forms).small(Sheets.of("S", table));
    }

    private void assertGrid(String figures, String findings, String table, String form) {
        ReturnDocument document = read(table, "g", form);
        assertEquals(figures, Returns.figures(document, "g"));
        assertEquals(findings, String.join("; ", Returns.findings(document)));
    }

    @Test
    void readsYearsAcross() {
        assertGrid(
                "l.y2022=1 l.y2023=2 l.y2024=3 c.y2022=2023 c.y2023=2024 c.y2024=2022",
                "",
                """
                | Requests 2022–2024 |
                | Kind | 2022 | 2023 | 2024 |
                | Letters | 1 | 2 | 3 |
                | Calls | 2023 | 2024 | 2022 |
                """,
                grid(YEARS, "l=Letters; c=Calls"));
    }

    @Test
    void takesNoFigureForAYearThatIsMissing() {
        String findings = "label-missing@S 2024 | column";
        assertGrid("l.y2022=2024 l.y2023=2 c.y2022=7 c.y2023=8", findings, """
                | Kind | 2022 | 2023 |
                | Letters | 2024 | 2 |
                | Calls | 7 | 8 |
                """, grid(YEARS, "l=Letters; c=Calls"));
        assertGrid("l.a=1 c.a=5", findings, """
                | Kind | Active | Other |
                | Letters | 1 | 2024 |
                | Calls | 5 | 6 |
                """, grid("a=Active; b=2024", "l=Letters; c=Calls"));
    }

    @Test
    void countsRowsWithTheSameWords() {
        String form = grid("n=Count", MEN.formatted("nth: 1", "nth: 2"));
        String findings = "label-missing@S men (1) | row; label-missing@S men (2) | row";
        String ambiguous = "label-ambiguous@S!A3 men (1) | row | A3 | A4; label-ambiguous@S!A3 men (2) | row | A3 | A4";
        String table = "| Kind | Count |\n| Received | 10 |\n| men | 4 |\n| Answered | 8 |\n| men | 3 |";
        assertGrid("r.n=10 rm.n=4 a.n=8 am.n=3", "", table, form);
        assertGrid("r.n=10 a.n=8", findings, table.replace("| men | 4 |\n", ""), form);
        assertGrid("r.n=10 a.n=8", ambiguous, table.replace("| men | 4 |", "| men | 1 |\n| men | 4 |"), form);
    }

    @Test
    void findsRowsAfterOthers() {
        String form = grid("n=Count", MEN.formatted("after: Received", "after: Answered"));
        String table = "| Kind | Count |\n| Received | 10 |\n| men | 4 |\n| Answered | 8 |\n| men | 3 |";
        assertGrid("r.n=10 rm.n=4 a.n=8 am.n=3", "", table, form);
        assertGrid(
                "r.n=10 a.n=8 am.n=3", "label-missing@S Received·men | row", table.replace("| men | 4 |\n", ""), form);
    }

    @Test
    void findsColumnsByNumberAndAfterOthers() {
        String table = "| Kind | Received | share | Answered | share |\n| X | 1 | 2 | 3 | 4 |";
        String columns = MEN.replace("men", "share");
        String figures = "x.r=1 x.rm=2 x.a=3 x.am=4";
        assertGrid(figures, "", table, grid(columns.formatted("nth: 1", "nth: 2"), "x=X"));
        assertGrid(figures, "", table, grid(columns.formatted("after: Received", "after: Answered"), "x=X"));
    }

    @Test
    void tellsBlocksSideBySideByTheirRows() {
        ReturnDocument document = read(
                """
                | Kind | In | Out | | Type | In | Out | | Sort | In | Out |
                | X | 1 | 2 | | P | 5 | 6 | | M | 9 | 10 |
                | Y | 3 | 4 | | Q | 7 | 8 | | N | 11 | 12 |
                """,
                "g",
                grid("a=In; b=Out", "x=X; y=Y"),
                "h",
                grid("a=In; b=Out", "p=P; q=Q"),
                "i",
                grid("a=In; b=Out", "m=M; n=N"));
        assertEquals("x.a=1 x.b=2 y.a=3 y.b=4", Returns.figures(document, "g"));
        assertEquals("p.a=5 p.b=6 q.a=7 q.b=8", Returns.figures(document, "h"));
        assertEquals("m.a=9 m.b=10 n.a=11 n.b=12", Returns.figures(document, "i"));
        assertEquals(List.of(), Returns.findings(document));
    }

    @Test
    void tellsBlocksSideBySideByTheirHeadings() {
        ReturnDocument document = read(
                """
                | North | | | | South | | |
                | Kind | In | Out | | Kind | In | Out |
                | X | 1 | 2 | | X | 5 | 6 |
                """,
                "g",
                grid("a=In|under: North; b=Out|under: North", "x=X"),
                "h",
                grid("a=In|under: South; b=Out|under: South", "x=X"));
        assertEquals("x.a=1 x.b=2", Returns.figures(document, "g"));
        assertEquals("x.a=5 x.b=6", Returns.figures(document, "h"));
        assertEquals(List.of(), Returns.findings(document));
    }

    @Test
    void readsNeitherOfTwoBlocksThatAreAlike() {
        assertGrid("", "label-ambiguous@S!B1 In | column | B1 | F1", """
                | Kind | In | Out | | Kind | In | Out |
                | X | 1 | 2 | | X | 5 | 6 |
                """, grid("a=In; b=Out", "x=X"));
    }

    @Test
    void readsNoColumnThatStandsTwiceOverSharedRows() {
        String findings =
                "label-ambiguous@S!B1 In | column | B1 | %1$s1; label-ambiguous@S!C1 Out | column | C1 | %2$s1";
        String form = grid("a=In; b=Out", "x=X; y=Y");
        assertGrid("", findings.formatted("D", "E"), """
                | Kind | In | Out | In | Out |
                | X | 1 | 2 | 5 | 6 |
                | Y | 3 | 4 | 7 | 8 |
                """, form);
        assertGrid("", findings.formatted("E", "F"), """
                | Kind | In | Out | Remark | In | Out |
                | X | 1 | 2 | late | 5 | 6 |
                | Y | 3 | 4 | | 7 | 8 |
                """, form);
    }

    @Test
    void readsNoRowThatIsAnotherOneInASecondBlock() {
        String form = grid("a=In|nth: 1; b=In|nth: 2", "x=X; y=Y");
        String table = "| Kind | In | | Kind | In |\n| X | 1 | | X | 5 |\n| Y | 3 | | Y | 7 |";
        assertGrid("x.a=1 x.b=5 y.a=3 y.b=7", "", table, form);
        assertGrid(
                "",
                "label-ambiguous@S!A2 X | row | A2 | D2; label-ambiguous@S!A3 Y | row | A3 | D3",
                table.replace("X | 5", "Z | 5").replace("Y | 7", "X | 7").replace("Z | 5", "Y | 5"),
                form);
    }

    @Test
    void tellsStackedBlocksWithOneTotalEach() {
        ReturnDocument document =
                read("""
                | Kind | In | Out |
                | X | 1 | 2 |
                | Total | 1 | 2 |

                | Kind | In | Out |
                | Y | 3 | 4 |
                | Total | 3 | 4 |
                """, "g", grid("a=In; b=Out", "x=X; t=Total"), "h", grid("a=In; b=Out", "y=Y; t=Total"));
        assertEquals("x.a=1 x.b=2 t.a=1 t.b=2", Returns.figures(document, "g"));
        assertEquals("y.a=3 y.b=4 t.a=3 t.b=4", Returns.figures(document, "h"));
        assertEquals(List.of(), Returns.findings(document));
    }

    @Test
    void readsRegistersSideBySide() {
        ReturnDocument document = read(
                """
                | Name | In | | Town | Out |
                | X | 1 | | P | 5 |
                | | | | R | 9 |
                """,
                "g",
                register("n=Name|required: true; i=In|cell: {kind: count}"),
                "h",
                register("t=Town|required: true; o=Out|cell: {kind: count}"));
        assertEquals(List.of("2 {n=X, i=1}", "2 {t=P, o=5}", "3 {t=R, o=9}"), Returns.entries(document));
        assertEquals(List.of(), Returns.findings(document));
    }

    @Test
    void readsValuesBesideTheirLabels() {
        String form =
                grid("n=Number|beside: 1; s=Share|beside: 2, cell: {kind: amount}", "r=Received; a=Answered; l=Late");
        assertGrid("r.n=10 r.s=1.5 a.n=8 a.s=2 l.n=2 l.s=0.5", "", """
                | Requests of the quarter |
                | Received | 10 | 1.5 | | Answered | 8 | 2 |
                |          |    |     | | Late     | 2 | 0.5 |
                """, form);
        assertGrid("r.n=10 r.s=blank a.n=invalid a.s=8", """
                label-missing@S Late | row; cell-blank@S!C1 Received × Share; \
                cell-invalid@S!B2 Answered × Number | Yes | count\
                """, "| Received | 10 |\n| Answered | Yes | 8 |", form);
        assertGrid("", "header-missing@S Received、Answered、Late", "| Received | 10 | 3 |\n| Kind | x |", form);
    }

    @Test
    void holdsUnitAboveValuesBesideTheirLabels() {
        String form = grid("n=Number|beside: 1, cell: {kind: amount, unit: 万元}", "r=收入; a=支出");
        assertGrid("r.n=10 a.n=8", "label-unit@S!A1 T | 单位：元 | 万元", "| 收支情况（单位：元） |\n| 收入 | 10 |\n| 支出 | 8 |", form);
    }

    @Test
    void tellsRegistersWithTheSameColumnsByNumber() {
        String fields = "n=Name|required: true, nth: %1$s; i=In|nth: %1$s, cell: {kind: count}";
        ReturnDocument document = read(
                "| Name | In | | Name | In |\n| X | 1 | | P | 5 |\n| | | | R | 9 |",
                "g",
                register(fields.formatted("1 of 2")),
                "h",
                register(fields.formatted("2")));
        assertEquals(List.of("2 {n=X, i=1}", "2 {n=P, i=5}", "3 {n=R, i=9}"), Returns.entries(document));
        assertEquals(List.of(), Returns.findings(document));
        ReturnDocument headed = read(
                "| North | | | South | |\n| Name | In | | Name | In |\n| X | 1 | | P | 5 |\n| | | | R | 9 |",
                "g",
                register("n=Name|required: true, under: North; i=In|under: North, cell: {kind: count}"),
                "h",
                register("n=Name|required: true, under: South; i=In|under: South, cell: {kind: count}"));
        assertEquals(List.of("3 {n=X, i=1}", "3 {n=P, i=5}", "4 {n=R, i=9}"), Returns.entries(headed));
        assertEquals(List.of(), Returns.findings(headed));
    }

    @Test
    void takesCornerThatNamesBothAxesForNoLabel() {
        String form = grid("a=甲局; b=乙局", "x=收到");
        assertGrid("x.a=1 x.b=2", "", "| 项目\\单位：件 | 甲局 | 乙局 |\n| 收到 | 1 | 2 |", form);
        assertGrid("x.a=1 x.b=2", "", "| 项目/单位 | 甲局 | 乙局 |\n| 收到 | 1 | 2 |", form);
    }
}
