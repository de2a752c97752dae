package org.jibao.reading.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jibao.finding.Finding;
import org.jibao.finding.Language;
import org.jibao.finding.Messages;
import org.jibao.reading.Returns;
import org.jibao.testkit.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registers: one entry a row, to the end of the sheet. */
class RegisterTest {

    private static final String HEADER = "| 序号 | 标题 | 文号 | 类别 | 渠道 | 形成日期 | 公开日期 | 网址 |\n";

    private final Returns returns;

    RegisterTest(@TempDir Path temporary) {
        returns = Returns.in(temporary);
    }

    private ReturnDocument read(String rows) {
        return returns.document(Sheets.of("台账", "| 主动公开信息台账 | < | < |\n" + HEADER + rows));
    }

    private static List<String> entries(ReturnDocument document) {
        return document.entries()
                .held()
                .map(entry -> entry.row() + " " + entry.values())
                .toList();
    }

    @Test
    void readsFieldsByTheirType() {
        ReturnDocument document = read("""
                | 1 | 关于印发规划的通知 | 青政发〔2026〕3号 | 规划计划 | 政府网站 | @2026-07-01 | @2026-07-03 | http://a.cn/1 |
                """);
        assertEquals(
                List.of("3 {title=关于印发规划的通知, number=青政发〔2026〕3号, category=planning, channel=website,"
                        + " formed_on=2026-07-01, published_on=2026-07-03, url=http://a.cn/1}"),
                entries(document));
        assertEquals(List.of(), Returns.findings(document));
    }

    @Test
    void goesOnBelowBlankRowsAndLeavesOutTotalsAndRemarks() {
        ReturnDocument document = read("""
                | 1 | 甲 | | 机构信息 | 政府网站 | | @2026-07-03 | |

                | 2 | | | | | | | |
                | 3 | 乙 | | 工作动态 | 政务微信 | | @2026-07-04 | |
                | 合计 | 2 | | | | | | |
                | 小 计 | | | | 2 | | | |
                | 注：本表由各股室填报。 | | | | | | | |
                | | 填表说明：日期按实际填写 | | | | | | |
                """);
        assertEquals(
                List.of(
                        "3 {title=甲, category=organisation, channel=website, published_on=2026-07-03}",
                        "6 {title=乙, category=work, channel=wechat, published_on=2026-07-04}"),
                entries(document));
        assertEquals(List.of(), Returns.findings(document));
    }

    @Test
    void namesTheFirstRowOfANumberGivenTwice() {
        ReturnDocument document = returns.document(Sheets.of("依申请公开台账", """
                | 编号 | 申请人类别 | 收到日期 | 收到方式 | 状态 |
                | 甲1 | 自然人 | @2026-07-03 | 当面 | 在办 |
                | 甲2 | 自然人 | @2026-07-03 | 当面 | 在办 |
                | | 自然人 | @2026-07-03 | 当面 | 在办 |
                | | 自然人 | @2026-07-03 | 当面 | 在办 |
                | 甲1 | 自然人 | @2026-07-06 | 当面 | 在办 |
                | 甲1 | 自然人 | @2026-07-07 | 当面 | 在办 |
                """));
        assertEquals(
                List.of("entry-repeated@依申请公开台账!A6 编号 | 甲1 | 2", "entry-repeated@依申请公开台账!A7 编号 | 甲1 | 2"),
                Returns.findings(document).stream()
                        .filter(line -> line.startsWith("entry-repeated"))
                        .toList());
        assertEquals(6, document.entries().size());
    }

    @Test
    void keepsAnEntryWhoseTitleBeginsLikeARemark() {
        ReturnDocument document = read("""
                | 1 | 说明：关于预算调整 | | 财政资金 | 政府网站 | | @2026-07-03 | |
                """);
        assertEquals(1, document.entries().size());
    }

    @Test
    void splitsSeveralChannels() {
        ReturnDocument document = read("""
                | 1 | 甲 | | 机构信息 | 政府网站、政务微信公众号；公开栏 | | @2026-07-03 | |
                | 2 | 乙 | | 机构信息 | 广播、电视、报刊 | | @2026-07-03 | |
                | 3 | 丙 | | 机构信息 | 政府网站，抖音 | | @2026-07-03 | |
                """);
        assertEquals(
                "website,wechat,board",
                document.entries().held().toList().get(0).values().get("channel"));
        assertEquals("media", document.entries().held().toList().get(1).values().get("channel"));
        assertEquals(
                List.of("entry-not-listed@台账!E5 渠道 | 政府网站，抖音 | 政府网站、政务微信、政务微博、公开栏、政府公报、广播电视报刊、其他渠道"),
                Returns.findings(document));
        assertFalse(document.entries().held().toList().get(2).values().containsKey("channel"));
    }

    @Test
    void namesWhatIsMissingInvalidOrOutsideThePeriod() {
        ReturnDocument document = read("""
                | 1 |    | | 机构信息 | 政府网站 | | @2026-07-03 | |
                | 2 | 乙 | | 机构信息 | 政府网站 | 年初 | @2026-06-30 | |
                | 3 | 丙 | | 机构信息 | 政府网站 | | 2026年7月3日 | |
                | 4 | 丁 | | 机构信息 | 政府网站 | | =TODAY() | |
                """);
        assertEquals(
                List.of(
                        "entry-field-missing@台账!B3 标题",
                        "entry-field-invalid@台账!F4 形成日期 | 年初 | date",
                        "entry-out-of-period@台账!G4 公开日期 | 2026-06-30 | 2026年第三季度",
                        "cell-text-date@台账!G5 公开日期 | 2026年7月3日 | 2026-07-03",
                        "cell-not-calculated@台账!G6 公开日期 | =TODAY()"),
                Returns.findings(document));
    }

    @Test
    void warnsOfPersonalNumbersWithoutQuotingThem() {
        ReturnDocument document = read("""
                | 1 | 对张某（11010519491231002X）的处罚决定 | | 行政执法 | 政府网站 | | @2026-07-03 | |
                | 2 | 咨询请拨13800138000 | | 工作信息 | 政府网站 | | @2026-07-03 | |
                | 3 | 编号110105194912310021 | | 工作信息 | 政府网站 | | @2026-07-03 | |
                """);
        assertEquals(
                List.of("cell-sensitive@台账!B3 标题 | identity-number", "cell-sensitive@台账!B4 标题 | phone-number"),
                Returns.findings(document));
        assertEquals(
                null, document.findings().get(document.findings().size() - 1).value());
    }

    /** Fifteen digits are checked by region and day of birth; a 13th month, an unknown region and a longer number are none. */
    @Test
    void knowsPersonalNumbersHoweverTheyAreWritten() {
        List<String> texts = List.of(
                "110105491231002",
                "110105 19491231 002X",
                "１１０１０５１９４９１２３１００２Ｘ",
                "110105491331002",
                "200105491231002",
                "1101054912310021",
                "139-1234-5678",
                "+8613912345678",
                "0086 139 1234 5678",
                "12912345678",
                "139123456789",
                "010-12345678");
        StringBuilder rows = new StringBuilder();
        texts.forEach(text -> rows.append("| 1 | 见%s号 | | 行政执法 | 政府网站 | | @2026-07-03 | |\n".formatted(text)));
        assertEquals(
                List.of(
                        "cell-sensitive@台账!B3 标题 | identity-number",
                        "cell-sensitive@台账!B4 标题 | identity-number",
                        "cell-sensitive@台账!B5 标题 | identity-number",
                        "cell-sensitive@台账!B9 标题 | phone-number",
                        "cell-sensitive@台账!B10 标题 | phone-number",
                        "cell-sensitive@台账!B11 标题 | phone-number"),
                Returns.findings(read(rows.toString())));
    }

    /** A number typed into a field with a list of values would be quoted, were it anything else. */
    @Test
    void quotesNoPersonalNumberAnywhere() {
        ReturnDocument document = read("""
                | 1 | 甲 | | 13800138000 | 政府网站 | | @2026-07-03 | |
                | 2 | 乙 | | 机构信息 | 政府网站 | 110105491231002 | @2026-07-03 | |
                """);
        List<Finding> quoting = document.findings().stream()
                .filter(finding -> finding.value() != null)
                .toList();
        assertEquals(2, quoting.size());
        for (Finding finding : quoting) {
            assertEquals("***", finding.value());
            for (Language language : Language.values()) {
                String words = Messages.render(finding, language);
                assertFalse(words.contains("138") || words.contains("1101"), words);
            }
        }
    }

    @Test
    void readsExplanations() {
        ReturnDocument document = returns.document(Sheets.of("审核说明", """
                | 核对编号 | 说明 |
                | requests.balance | 上季有一件撤回 |
                | proactive.sum | 甲 |
                | proactive.sum | 乙 |
                """));
        assertEquals(Map.of("requests.balance", "上季有一件撤回", "proactive.sum", "甲；乙"), document.explanations());
        assertEquals(List.of(), entries(document));
    }

    @Test
    void namesMissingColumnUnlessItIsOptional() {
        ReturnDocument document = returns.document(Sheets.of("台账", """
                | 标题 | 类别 | 形成日期 | 公开日期 |
                | 甲 | 机构信息 | | @2026-07-03 |
                """));
        assertEquals(List.of("label-missing@台账 渠道 | column"), Returns.findings(document));
    }
}
