package org.jibao.reading.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jibao.definition.FormDefinition;
import org.jibao.reading.Reading;
import org.jibao.reading.Returns;
import org.jibao.reading.content.Observation;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.reading.content.TestForms;
import org.jibao.reading.meaning.CellStatus;
import org.jibao.testkit.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That no number of a person leaves reading, wherever it was typed, and that figures stay what they are. */
class MaskedTextTest {

    private static final String PHONE = "138-0013\u200b 8000";

    private final Returns returns;

    MaskedTextTest(@TempDir Path temporary) {
        returns = Returns.in(temporary);
    }

    private static FormDefinition total() {
        return TestForms.grid(List.of(TestForms.label("人数总计", null)), TestForms.label("人数", TestForms.COUNT));
    }

    private static Observation only(Object cell) throws UnreadableException {
        Page page = Page.of("表").row("项目", "人数").row("人数总计", cell);
        return Page.read(List.of(total()), page).observations().get(0);
    }

    @Test
    void masksARawTextThatIsNoFigure() throws UnreadableException {
        assertEquals("见***", only("见13800138000").raw());
        assertEquals("***", only("138 0013 8000").raw());
        assertEquals("***", only("11010519491231002X").raw());
        assertEquals(CellStatus.INVALID, only("138-0013-8000").status());
    }

    /** Eleven digits that were read as a number are a figure, and count as they did. */
    @Test
    void keepsAFigureWhateverItsDigitsLookLike() throws UnreadableException {
        Observation stored = only(new BigDecimal("13812345678"));
        assertEquals("13812345678", stored.raw());
        assertEquals(new BigDecimal("13812345678"), stored.value());
        assertEquals("-13812345678", only(new BigDecimal("-13812345678")).raw());
        assertEquals("13812345678.5", only(new BigDecimal("13812345678.5")).raw());
        assertEquals("***", only(new BigDecimal("110105491231002")).raw());
    }

    @Test
    void quotesAFigureInItsFinding() throws UnreadableException {
        Page page = Page.of("表").row("项目", "人数").row("人数总计", new BigDecimal("-13812345678"));
        ReturnDocument document = Page.read(List.of(total()), page);
        assertEquals(List.of("cell-negative@表!B2 人数总计 × 人数 | -13812345678"), TestForms.lines(document));
        assertEquals("-13812345678", document.findings().get(0).value());
    }

    @Test
    void masksTheNameOfASheetAndWhatIsSaidOfIt() throws UnreadableException {
        Page page = Page.of("张三13800138000").row("项目", "人数").row("人数总计", "x");
        ReturnDocument document = Page.read(List.of(total()), page);
        assertEquals("张三***", document.observations().get(0).sheet());
        assertEquals("张三***", document.findings().get(0).place().sheet());
    }

    @Test
    void masksTheTextsOfARegister() {
        ReturnDocument document = returns.document(Sheets.of("台账", """
                | 主动公开信息台账 | < | < |
                | 序号 | 标题 | 文号 | 类别 | 渠道 | 形成日期 | 公开日期 | 网址 |
                | 1 | 对张某（11010519491231002X）的决定 | 138·0013·8000 | 机构信息 | 政府网站 | | @2026-07-03 | |
                """));
        Map<String, Object> values = document.entries().held().toList().get(0).values();
        assertEquals("对张某（***）的决定", values.get("title"));
        assertEquals("***@3", values.get("number"));
    }

    @Test
    void masksExplanationsAndCovers() {
        ReturnDocument document = returns.document(Sheets.of("审核说明", """
                        | 核对编号 | 说明 |
                        | requests.balance | 问张三，%s |
                        | 13900139000 | 乙 |
                        """.formatted(PHONE)));
        assertEquals(Map.of("requests.balance", "问张三，***", "***@3", "乙"), document.explanations());
        assertTrue(document.cover().values().stream().noneMatch(text -> text.contains("138")));
    }

    /** Entries that a masked number tells apart are told apart, and those that it made one are one. */
    @Test
    void keepsEntriesApartByAMaskedNumber() {
        ReturnDocument document = returns.document(Sheets.of("依申请公开台账", """
                | 编号 | 申请人类别 | 收到日期 | 收到方式 | 状态 |
                | '13800138000 | 自然人 | @2026-07-03 | 当面 | 在办 |
                | '13900139000 | 自然人 | @2026-07-03 | 当面 | 在办 |
                | '13800138000 | 自然人 | @2026-07-03 | 当面 | 在办 |
                """));
        List<Object> numbers = document.entries()
                .held()
                .map(entry -> entry.values().get("number"))
                .toList();
        assertEquals(List.of("***@2", "***@3", "***@2"), numbers);
        assertEquals(
                1,
                document.findings().stream()
                        .filter(finding -> finding.code().equals("entry-repeated"))
                        .count());
        assertFalse(
                document.findings().toString().contains("0013"),
                document.findings().toString());
    }

    @Test
    void masksWhyAFileIsRejected() {
        Reading.Rejected rejected = (Reading.Rejected) returns.read(
                "a.xlsx", Sheets.of("封面", "| 填报单位 | 张三13800138000 |").xlsx());
        assertFalse(
                rejected.reason().toString().contains("138"), rejected.reason().toString());
    }
}
