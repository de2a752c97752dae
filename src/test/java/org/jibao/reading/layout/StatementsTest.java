package org.jibao.reading.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jibao.definition.Label;
import org.jibao.reading.Returns;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.reading.content.TestForms;
import org.jibao.reading.workbook.Page;
import org.jibao.reading.workbook.UnreadableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sheet states of units and periods is held against the form, and never dropped unread. */
class StatementsTest {

    private static final Label MONEY = TestForms.label("收费金额", TestForms.MONEY);

    private static List<String> findings(Label column, Page page) throws UnreadableException {
        return TestForms.lines(Page.read(List.of(TestForms.grid(column)), page));
    }

    private static Page page(String label) {
        return Page.of("表").row("项目", label).row("收费", 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "收费金额",
                "收费金额（万元）",
                "收费金额(单位:万元)",
                "收费金额（单位：万元）（本季）",
                "收费金额（本季度、万元）",
                "收费金额 单位：万元",
                "收费金额（7-9月）",
                "收费金额（2026年第三季度）",
                "收费金额（必填）",
                "收费金额（2026年）"
            })
    void saysNothingWhereTheLabelAgrees(String label) throws UnreadableException {
        assertEquals(List.of(), findings(MONEY, page(label)));
    }

    @ParameterizedTest
    @CsvSource({
        "收费金额（元）,元",
        "收费金额（单位：元）,单位：元",
        "收费金额(千元),千元",
        "收费金额【百万元】,百万元",
        "收费金额（亿）,亿",
        "收费金额（thousand yuan）,thousand yuan",
        "收费金额（美元）,美元",
        "收费金额（件）,件",
        "收费金额（%）,%",
        "收费金额（单位：箱）,单位：箱",
        "收费金额 单位：元,单位：元"
    })
    void namesAnotherUnitOrScale(String label, String unit) throws UnreadableException {
        assertEquals(List.of("label-unit@表!B1 收费金额 | " + unit + " | 万元"), findings(MONEY, page(label)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"公文件数（百件）", "公文件数（十件）", "公文件数（千）", "公文件数（条）"})
    void namesAnotherScaleOfACount(String label) throws UnreadableException {
        String unit = label.substring(label.indexOf('（') + 1, label.length() - 1);
        assertEquals(
                List.of("label-unit@表!B1 公文件数 | " + unit + " | 件"),
                findings(TestForms.label("公文件数", TestForms.COUNT), page(label)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"本年累计", "上季", "上季度", "上年同期", "1-9月", "2026年第二季度", "第二季度", "本月", "YTD", "去年"})
    void namesAnotherPeriod(String period) throws UnreadableException {
        assertEquals(
                List.of("label-period@表!B1 收费金额 | " + period + " | 2026年第三季度"),
                findings(MONEY, page("收费金额（" + period + "）")));
    }

    @Test
    void takesThePeriodThatTheFormsOwnLabelHas() throws UnreadableException {
        Label label = TestForms.label("本年累计收费", TestForms.MONEY);
        assertEquals(List.of(), findings(label, page("本年累计收费（1-9月）")));
        assertEquals(List.of("label-period@表!B1 本年累计收费 | 本季 | 本年累计收费"), findings(label, page("本年累计收费（本季）")));
    }

    @Test
    void notesARemarkThatIsNotUnderstoodOnce() throws UnreadableException {
        assertEquals(List.of("label-remark@表!B1 收费金额 | 不含教育附加"), findings(MONEY, page("收费金额（不含教育附加）")));
    }

    @Test
    void saysNothingOfTheFormsOwnRemark() throws UnreadableException {
        Label label = TestForms.label("收费金额（不含教育附加）", TestForms.MONEY, "收费金额（含税）");
        assertEquals(List.of(), findings(label, page("收费金额（不含教育附加）")));
        assertEquals(List.of(), findings(label, page("收费金额（含税）")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"单位：元", "（单位：元）", "收费情况（单位：元）", "金额单位：元", "收费表 单位：元"})
    void holdsTitlesAgainstTheForm(String title) throws UnreadableException {
        Page page = Page.of("表").row(title).row("项目", "收费金额").row("收费", 3);
        String unit = title.contains("金额单位") ? "金额单位：元" : "单位：元";
        assertEquals(List.of("label-unit@表!A1 收费表 | " + unit + " | 万元"), findings(MONEY, page));
    }

    @ParameterizedTest
    @ValueSource(strings = {"单位：万元", "单位：件、万元", "填报单位：青岚县教育局", "单位：青岚县教育局", "收费情况（单位：万元）", "说明（略）"})
    void saysNothingOfTitlesThatAgree(String title) throws UnreadableException {
        Page page = Page.of("表").row(title).row("项目", "收费金额").row("收费", 3);
        assertEquals(List.of(), findings(MONEY, page));
    }

    @Test
    void holdsTheHeadersCornerAndGroupsAgainstTheForm() throws UnreadableException {
        Page corner = Page.of("表").row("项目（单位：元）", "收费金额").row("收费", 3);
        assertEquals(List.of("label-unit@表!A1 收费表 | 单位：元 | 万元"), findings(MONEY, corner));
        Page group = Page.of("表").row("", "金额（千元）").row("项目", "收费金额").row("收费", 3);
        assertEquals(List.of("label-unit@表!B1 收费表 | 千元 | 万元"), findings(MONEY, group));
    }

    @Test
    void holdsRowLabelsAndTheirGroupsAgainstTheForm() throws UnreadableException {
        Page row = Page.of("表").row("项目", "收费金额").row("收费（元）", 3);
        assertEquals(List.of("label-unit@表!A2 收费 | 元 | 万元"), findings(MONEY, row));
        Page group = Page.of("表").row("", "项目", "收费金额").row("金额（元）", "收费", 3);
        assertEquals(List.of("label-unit@表!A2 收费 | 元 | 万元"), findings(MONEY, group));
    }

    @Test
    void convertsAUnitThatTheFormAccepts() throws UnreadableException {
        Label label = TestForms.label("收费金额", TestForms.CONVERTED);
        Page page = Page.of("表").row("项目", "收费金额（元）").row("收费", 840900);
        ReturnDocument document = Page.read(List.of(TestForms.grid(label)), page);
        assertEquals("收费.收费金额=84.09", Returns.figures(document, "g"));
        assertEquals(List.of("label-unit-converted@表!B1 收费金额 | 元 | 万元 | 0.0001"), TestForms.lines(document));
        Page title = Page.of("表").row("单位：元").row("项目", "收费金额").row("收费", "840900");
        assertEquals("收费.收费金额=84.09", Returns.figures(Page.read(List.of(TestForms.grid(label)), title), "g"));
    }

    @Test
    void doesNotConvertAUnitThatTheFormDoesNotAccept() throws UnreadableException {
        Label label = TestForms.label("收费金额", TestForms.CONVERTED);
        assertEquals(List.of("label-unit@表!B1 收费金额 | 千元 | 万元"), findings(label, page("收费金额（千元）")));
    }

    @Test
    void holdsAColumnOfARegisterAgainstTheForm() throws UnreadableException {
        Page page = Page.of("表").row("标题", "金额（元）").row("某某", 3);
        ReturnDocument document = Page.read(
                List.of(TestForms.register(
                        TestForms.field("标题", TestForms.TEXT, true, false),
                        TestForms.field("金额", TestForms.MONEY, false, false))),
                page);
        assertEquals(List.of("label-unit@表!B1 金额 | 元 | 万元"), TestForms.lines(document));
    }

    @Test
    void notesWordsOfANumberFormatOnceAColumn() throws UnreadableException {
        Page page = Page.of("表").row("项目", "收费金额").row("收费", Page.number("3", "0\"合计\""));
        assertEquals(List.of("label-remark@表!B2 收费金额 | 合计"), findings(MONEY, page));
    }
}
