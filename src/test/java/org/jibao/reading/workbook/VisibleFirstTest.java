package org.jibao.reading.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jibao.definition.GridForm;
import org.jibao.reading.Returns;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.reading.content.TestForms;
import org.junit.jupiter.api.Test;

/** What a person sees goes before what is hidden, and nothing hidden is read in silence. */
class VisibleFirstTest {

    private static final GridForm FORM = TestForms.grid(
            List.of(TestForms.label("来信", null), TestForms.label("来访", null)), TestForms.label("收到", TestForms.COUNT));

    private static Page table(String name, int figure) {
        return Page.of(name).row("项目", "收到").row("来信", figure).row("来访", 1);
    }

    private static void reads(String figures, List<String> findings, Page... pages) throws UnreadableException {
        ReturnDocument document = Page.read(List.of(FORM), pages);
        assertEquals(figures, Returns.figures(document, "g"));
        assertEquals(findings, TestForms.lines(document));
    }

    @Test
    void readsTheVisibleSheetBesideAHiddenOneOfTheFormsName() throws UnreadableException {
        reads(
                "来信.收到=10 来访.收到=1",
                List.of("sheet-hidden-twin@表 表 | 表格 | 表", "sheet-renamed@表格 表 | 表格"),
                table("表", 77).hide(),
                table("表格", 10));
    }

    @Test
    void readsTheVisibleOneOfTwoSheetsOfOneName() throws UnreadableException {
        reads(
                "来信.收到=10 来访.收到=1",
                List.of("sheet-hidden-twin@（表） 表 | 表 | （表）"),
                table("（表）", 77).hide(),
                table("表", 10));
    }

    @Test
    void warnsWhereOnlyAHiddenSheetFits() throws UnreadableException {
        reads(
                "来信.收到=77 来访.收到=1",
                List.of("sheet-hidden@表 表 | 表"),
                table("表", 77).hide());
        reads(
                "来信.收到=77 来访.收到=1",
                List.of("sheet-hidden@旧 表 | 旧"),
                table("旧", 77).hide());
    }

    @Test
    void namesTwoVisibleSheetsOfOneName() throws UnreadableException {
        reads("", List.of("sheet-ambiguous 表 | 表、（表）"), table("表", 1), table("（表）", 2));
    }

    @Test
    void namesACopyBesideTheSheetOfTheFormsName() throws UnreadableException {
        reads("来信.收到=1 来访.收到=1", List.of("sheet-also-fits@表 (2) 表 | 表 | 表 (2)"), table("表", 1), table("表 (2)", 2));
    }

    @Test
    void readsTheVisibleColumnAndRow() throws UnreadableException {
        Page page = Page.of("表")
                .row("项目", "收到", "收到")
                .hiddenRow("来信", 7, 8)
                .row("来信", 9, 10)
                .row("来访", 1, 2)
                .hideColumn(1);
        reads(
                "来信.收到=10 来访.收到=2",
                List.of("label-hidden-twin@表!C1 收到 | column | C1 | B1", "label-hidden-twin@表!A3 来信 | row | A3 | A2"),
                page);
    }

    @Test
    void warnsWhereOnlyAHiddenColumnOrRowFits() throws UnreadableException {
        Page page = Page.of("表").row("项目", "收到").hiddenRow("来信", 7).row("来访", 1).hideColumn(1);
        reads("来信.收到=7 来访.收到=1", List.of("label-hidden@表!B1 收到 | column", "label-hidden@表!A2 来信 | row"), page);
    }

    @Test
    void warnsOfHiddenEntries() throws UnreadableException {
        Page page =
                Page.of("表").row("标题", "文号").row("甲", "1").hiddenRow("乙", "2").hiddenRow("丙", "3");
        ReturnDocument document = Page.read(
                List.of(TestForms.register(
                        TestForms.field("标题", TestForms.TEXT, true, false),
                        TestForms.field("文号", TestForms.TEXT, false, false))),
                page);
        assertEquals(3, document.entries().size("r"));
        assertEquals(List.of("register-rows-hidden@表!A3 2 | 3"), TestForms.lines(document));
    }
}
