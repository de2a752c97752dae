package org.jibao.reading.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.jibao.reading.Returns;
import org.jibao.testkit.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels are found wherever units have moved them, and what is not certain is a finding. */
class LayoutTest {

    private static final String DOCUMENTS = "表一 主动公开";
    private static final String FIGURES = "issued.documents=12 disclosed.documents=9";

    private final Returns returns;

    LayoutTest(@TempDir Path temporary) {
        returns = Returns.in(temporary);
    }

    private void reads(String table) {
        ReturnDocument document = returns.document(Sheets.of(DOCUMENTS, table));
        assertEquals(FIGURES, Returns.figures(document, "documents"));
        assertEquals(List.of(), aboutDocuments(document));
    }

    /** The other forms of the sheet are left out on purpose. */
    private static List<String> aboutDocuments(ReturnDocument document) {
        return document.findings().stream()
                .filter(finding -> finding.subject().startsWith("documents"))
                .map(Returns::line)
                .toList();
    }

    @Test
    void readsTheFormAsItIs() {
        reads("""
                | 项目             | 公文件数 |
                | 本期制发公文     | 12       |
                | 其中主动公开公文 | 9        |
                """);
    }

    @Test
    void readsMovedRowsAndColumns() {
        reads("""
                | 表一  公文公开情况 | < | < | < |
                |   |                  |   |          |

                |   | 项目             | 备注 | 公文件数 |
                |   | 其中主动公开公文 | 略   | 9        |
                |   | 本期制发公文     |      | 12       |
                | 注：公文指正式文件，本期制发公文含电子公文。 |
                """);
    }

    @Test
    void readsInsertedRows() {
        reads("""
                | 项目             | 公文件数 |
                | 上年同期         | 11       |
                | 本期制发公文     | 12       |
                |                  |          |
                | 其中：规范性文件 | 3        |
                | 其中主动公开公文 | 9        |
                """);
    }

    @Test
    void readsMergedHeader() {
        reads("""
                | 项目 | < | 件 数        |
                | ^    | < | 公文件数     |
                | 本期 | 本期制发公文     | 12 |
                | ^    | 其中主动公开公文 | 9  |
                """);
    }

    @Test
    void readsLabelsOfAnotherWidthAndPunctuation() {
        reads("""
                | 项　目             | 公 文 件 数（件） |
                | 一、本期制发公文： | 12                |
                | 二、其中：主动公开公文 | 9             |
                """);
    }

    @Test
    void readsAliases() {
        reads("""
                | 项目         | 公文件数 |
                | 制发公文     | 12       |
                | 主动公开公文 | 9        |
                """);
    }

    @Test
    void readsHeaderRepeatedForThePrinter() {
        reads("""
                | 项目             | 公文件数 |
                | 本期制发公文     | 12       |
                | 项目             | 公文件数 |
                | 其中主动公开公文 | 9        |
                """);
    }

    @Test
    void namesMissingRow() {
        ReturnDocument document = returns.document(Sheets.of(DOCUMENTS, """
                | 项目         | 公文件数 |
                | 本期制发公文 | 12       |
                """));
        assertEquals("issued.documents=12", Returns.figures(document, "documents"));
        assertEquals(List.of("label-missing@表一 主动公开 其中主动公开公文 | row"), aboutDocuments(document));
    }

    @Test
    void namesBothCellsOfAnAmbiguousRow() {
        ReturnDocument document = returns.document(Sheets.of(DOCUMENTS, """
                | 项目             | 公文件数 |
                | 本期制发公文     | 12       |
                | 其中主动公开公文 | 9        |
                | 本期制发公文     | 13       |
                """));
        assertEquals("disclosed.documents=9", Returns.figures(document, "documents"));
        assertEquals(List.of("label-ambiguous@表一 主动公开!A2 本期制发公文 | row | A2 | A4"), aboutDocuments(document));
    }

    @Test
    void namesBothCellsOfAnAmbiguousColumn() {
        ReturnDocument document = returns.document(Sheets.of(DOCUMENTS, """
                | 项目             | 公文件数 | 公文件数 |
                | 本期制发公文     | 12       | 13       |
                | 其中主动公开公文 | 9        | 9        |
                """));
        assertEquals("", Returns.figures(document, "documents"));
        assertEquals(List.of("label-ambiguous@表一 主动公开!B1 公文件数 | column | B1 | C1"), aboutDocuments(document));
    }

    @Test
    void namesLabelsOfAMissingHeader() {
        ReturnDocument document = returns.document(Sheets.of(DOCUMENTS, """
                | 项目             | 数量 |
                | 本期制发公文     | 12   |
                | 其中主动公开公文 | 9    |
                """));
        assertEquals(List.of("header-missing@表一 主动公开 公文件数"), aboutDocuments(document));
    }

    @Test
    void saysOnceThatASheetIsMissing() {
        ReturnDocument document = returns.document(Sheets.of("别的", "| 1 |"));
        List<String> missing = document.findings().stream().map(Returns::line).toList();
        assertEquals(
                List.of(
                        "sheet-missing 封面",
                        "sheet-missing 表一 主动公开",
                        "sheet-missing 表二 依申请公开",
                        "sheet-missing 表三 互动办件",
                        "sheet-missing 表四 复议诉讼",
                        "sheet-missing 主动公开信息台账"),
                missing);
    }

    @Test
    void readsSeveralFormsOnOneSheet() {
        ReturnDocument document = returns.document(Sheets.of("表1", """
                | 项目     | 本期新增 | 其中20个工作日内公开 | 本年累计 |
                | 机构信息 | 1 | 1 | 3 |
                | 总计     | 1 | 1 | 3 |

                | 渠道     | 本期发布条次 | 本年累计条次 |
                | 政府网站 | 5 | 6 |
                | 条次合计 | 5 | 6 |

                | 项目             | 公文件数 |
                | 本期制发公文     | 12 |
                | 其中主动公开公文 | 9  |
                """));
        assertEquals(
                "organisation.new_items=1 organisation.within_20_days=1 organisation.year_to_date=3"
                        + " total.new_items=1 total.within_20_days=1 total.year_to_date=3",
                Returns.figures(document, "proactive"));
        assertEquals(
                "website.publications=5 website.publications_to_date=6 total.publications=5"
                        + " total.publications_to_date=6",
                Returns.figures(document, "channels"));
        assertEquals(FIGURES, Returns.figures(document, "documents"));
    }

    @Test
    void findsRenamedSheetByItsWords() {
        ReturnDocument document = returns.document(Sheets.of("Sheet1", """
                | 项目             | 公文件数 |
                | 本期制发公文     | 12       |
                | 其中主动公开公文 | 9        |
                """));
        assertEquals(FIGURES, Returns.figures(document, "documents"));
        assertEquals(List.of("sheet-renamed@Sheet1 表一 主动公开 | Sheet1"), Returns.findings(document));
    }

    @Test
    void doesNotChooseBetweenTwoSheets() {
        String table = """
                | 项目             | 公文件数 |
                | 本期制发公文     | 12       |
                | 其中主动公开公文 | 9        |
                """;
        ReturnDocument document = returns.document(Sheets.of("Sheet1", table).and("Sheet2", table));
        assertEquals("", Returns.figures(document, "documents"));
        assertEquals(List.of("sheet-ambiguous 表一 主动公开 | Sheet1、Sheet2"), Returns.findings(document));
    }

    @Test
    void tellsEqualLabelsApartByTheirGroup() {
        ReturnDocument document = returns.document(Sheets.of("表四", """
                | 表四 行政复议、行政诉讼 | < | < | < | < | < | < | < | < | < | < | < | < | < | < | < |
                | 项目 | 行政复议 | < | < | < | < | 行政诉讼 | < | < | < | < | < | < | < | < | < |
                | ^ | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | < | < | < | < | 复议后起诉 | < | < | < | < |
                | ^ | ^ | ^ | ^ | ^ | ^ | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
                | 本季 | 1 | 2 | 3 | 4 | 10 | 5 | 6 | 7 | 8 | 26 | 0 | 0 | 0 | 1 | 1 |
                """));
        assertEquals(
                "cases.review_upheld=1 cases.review_corrected=2 cases.review_other=3 cases.review_pending=4"
                        + " cases.review_total=10 cases.direct_upheld=5 cases.direct_corrected=6"
                        + " cases.direct_other=7 cases.direct_pending=8 cases.direct_total=26"
                        + " cases.after_upheld=0 cases.after_corrected=0 cases.after_other=0"
                        + " cases.after_pending=1 cases.after_total=1",
                Returns.figures(document, "disputes"));
        assertEquals(List.of(), Returns.findings(document));
    }

    @Test
    void missesAWholeGroupRatherThanTakingItsNeighbour() {
        ReturnDocument document = returns.document(Sheets.of("表四", """
                | 项目 | 行政复议 | < | < | < | < | 未经复议直接起诉 | < | < | < | < |
                | ^ | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
                | 本季 | 1 | 2 | 3 | 4 | 10 | 5 | 6 | 7 | 8 | 26 |
                """));
        assertEquals(
                List.of(
                        "label-missing@表四 复议后起诉·结果维持 | column",
                        "label-missing@表四 复议后起诉·结果纠正 | column",
                        "label-missing@表四 复议后起诉·其他结果 | column",
                        "label-missing@表四 复议后起诉·尚未审结 | column",
                        "label-missing@表四 复议后起诉·总计 | column"),
                Returns.findings(document));
    }

    @Test
    void readsTheNationalTableInItsMergedLayout() {
        ReturnDocument document = returns.document(Sheets.of("表二", """
                | 表二 收到和处理政府信息公开申请情况 | < | < | < | < | < | < | < | < | < |
                | （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | < | < | 申请人情况 | < | < | < | < | < | < |
                | ^ | < | < | 自然人 | 法人或其他组织 | < | < | < | < | 总计 |
                | ^ | < | < | ^ | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | ^ |
                | 一、本季新收政府信息公开申请数量 | < | < | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
                | 二、上季结转政府信息公开申请数量 | < | < | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
                | 三、本季度办理结果 | （一）予以公开 | < | 3 | 0 | 0 | 0 | 0 | 0 | 3 |
                | ^ | （二）部分公开（区分处理的，只计这一情形，不计其他情形） | < | 4 | 0 | 0 | 0 | 0 | 0 | 4 |
                | ^ | （三）不予公开 | 1．属于国家秘密 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |
                | ^ | ^ | 2．其他法律行政法规禁止公开 | 6 | 0 | 0 | 0 | 0 | 0 | 6 |
                | ^ | ^ | 3．危及"三安全一稳定" | 7 | 0 | 0 | 0 | 0 | 0 | 7 |
                | ^ | （六）其他处理 | 1．申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | 8 | 0 | 0 | 0 | 0 | 0 | 8 |
                | ^ | ^ | 3．其他 | 9 | 0 | 0 | 0 | 0 | 0 | 9 |
                | ^ | （七）总计 | < | 10 | 0 | 0 | 0 | 0 | 0 | 10 |
                | 四、结转下季度继续办理 | < | < | 11 | 0 | 0 | 0 | 0 | 0 | 11 |
                """));
        assertEquals(
                List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"),
                document.observations().stream()
                        .filter(observation -> observation.column().equals("natural"))
                        .map(Observation::raw)
                        .toList());
        assertEquals(
                List.of("D5", "D6", "D7", "D8", "D9", "D10", "D11", "D12", "D13", "D14", "D15"),
                document.observations().stream()
                        .filter(observation -> observation.column().equals("natural"))
                        .map(Observation::cell)
                        .toList());
        assertEquals(14, Returns.findings(document).size());
    }

    @Test
    void quotesWhatIsInvalidUnderItsLabels() {
        ReturnDocument document = returns.document(Sheets.of(DOCUMENTS, """
                | 项目             | 公文件数 |
                | 本期制发公文     | '12件    |
                | 其中主动公开公文 | 1300余   |
                """));
        assertEquals("issued.documents=12 disclosed.documents=invalid", Returns.figures(document, "documents"));
        assertEquals(
                List.of(
                        "cell-text-number@表一 主动公开!B2 本期制发公文 × 公文件数 | 12件 | 12",
                        "cell-invalid@表一 主动公开!B3 其中主动公开公文 × 公文件数 | 1300余 | count"),
                aboutDocuments(document));
    }

    @Test
    void neverTakesAnUncalculatedFormulaForZero() {
        ReturnDocument document = returns.document(Sheets.of(DOCUMENTS, """
                | 项目             | 公文件数 |
                | 本期制发公文     | =3+4     |
                | 其中主动公开公文 | #REF!    |
                """));
        assertEquals("issued.documents=invalid disclosed.documents=invalid", Returns.figures(document, "documents"));
        assertEquals(
                List.of(
                        "cell-not-calculated@表一 主动公开!B2 本期制发公文 × 公文件数 | =3+4",
                        "cell-error-value@表一 主动公开!B3 其中主动公开公文 × 公文件数 | #REF!"),
                aboutDocuments(document));
    }
}
