package org.jibao.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.jibao.finding.Finding;
import org.jibao.finding.Language;
import org.jibao.finding.Messages;
import org.jibao.testkit.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reading finds is said in English with the form's English names; only what stands in the file stays as it is. */
class EnglishTest {

    private final Returns returns;

    EnglishTest(@TempDir Path temporary) {
        returns = Returns.in(temporary);
    }

    private List<String> english(Sheets sheets, String code) {
        List<Finding> findings = returns.document(sheets).findings();
        return findings.stream()
                .filter(finding -> finding.code().equals(code))
                .map(finding -> Messages.render(finding, Language.EN))
                .toList();
    }

    @Test
    void namesRowAndColumnOfACell() {
        Sheets disputes = Sheets.of("表四", """
                | | 行政复议 | < | < | < | < | 未经复议直接起诉 | < | < | < | < | 复议后起诉 | < | < | < | < |
                | | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
                | 本季度 | 约3 | 0 | 0 | 0 | 3 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |
                """);
        assertEquals(
                List.of("Cases in period × Review: upheld: \"约3\" cannot be used;"
                        + " what belongs here is a whole number of 0 or more"),
                english(disputes, "cell-invalid"));
        assertEquals(
                List.of("Cases in period × Suit after review: total: not filled in"), english(disputes, "cell-blank"));
    }

    @Test
    void namesMissingLabels() {
        Sheets documents = Sheets.of("表一", """
                | | 公文件数 |
                | 本期制发公文 | 3 |
                """);
        assertEquals(
                List.of("The row \"Of these disclosed\" was not found, so none of its figures was read"),
                english(documents, "label-missing"));
    }

    @Test
    void namesFieldsAndTheirValues() {
        Sheets register = Sheets.of("台账", """
                | 标题 | 类别 | 渠道 | 形成日期 | 公开日期 |
                | 甲 | 党务信息 | 政府网站 | 2026-07-01 | 2026-06-30 |
                """);
        assertEquals(
                List.of("\"Category\" is \"党务信息\", which is not one of: Organisation, Policy documents, Plans,"
                        + " Statistics, Public finance, Licensing, Enforcement, Work information, Livelihood,"
                        + " Emergencies, Other"),
                english(register, "entry-not-listed"));
        assertEquals(
                List.of("\"Published on\" is 2026-06-30, which does not lie in Q3 2026"),
                english(register, "entry-out-of-period"));
    }
}
