package org.jibao.reading.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Roster;
import org.jibao.definition.Unit;
import org.jibao.definition.loading.JobLoader;
import org.jibao.reading.Reading;
import org.jibao.reading.Returns;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.testkit.Sheets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose a return is and for when: all sources that speak must agree. */
class IdentityTest {

    private static final String NEUTRAL = "季报.xlsx";

    private final Returns returns;

    IdentityTest(@TempDir Path temporary) {
        returns = Returns.in(temporary);
    }

    private static Sheets cover(String unit, String code, String period) {
        return Sheets.of("封面", """
                | 政务公开季度报表 | < |
                | 填报单位（盖章）： | %s |
                | 单位代码 | %s |
                | 报 告 期 | %s |
                """.formatted(unit, code, period));
    }

    private String read(String name, Sheets sheets) {
        Reading reading = returns.read(name, sheets.xlsx());
        if (reading instanceof Reading.Rejected rejected) {
            return Returns.line(rejected.reason());
        }
        ReturnDocument document = ((Reading.Read) reading).document();
        return document.unit().code() + " " + document.period() + " " + document.formVersion();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            青岚县教育局 |       | 2026年第三季度
            县教育局     |       | 2026年第三季度
            青岚县 教育局 |      | 2026Q3
            青岚县教育局 | QL303 | 2026年7-9月
            青岚县教育局 | ｑｌ303 | ２０２６年三季度
            QL303        |       | 2026年第3季度
            QL303        |       | July to September 2026
            QL303        |       | 30/09/2026
            """)
    void readsTheCover(String unit, @Nullable String code, String period) {
        assertEquals("QL303 2026Q3 2024", read(NEUTRAL, cover(unit, code == null ? "" : code, period)));
    }

    @Test
    void readsValuesBehindAColonOrBelow() {
        Sheets sheets = Sheets.of("封面", """
                | 填报单位：青岚县教育局 | 报告期 |
                |                        | 2026年第三季度 |
                """);
        assertEquals("QL303 2026Q3 2024", read(NEUTRAL, sheets));
    }

    @Test
    void readsTheNameOfTheFileWhereTheCoverIsSilent() {
        assertEquals("QL303 2026Q3 2024", read("青岚县教育局_2026年第三季度（更正）.xlsx", cover("", "", "")));
    }

    @Test
    void readsTheMark() {
        Sheets sheets = cover("", "", "")
                .property("jibao.job", "quarterly-disclosure")
                .property("jibao.form-version", "2024")
                .property("jibao.unit", "QL303")
                .property("jibao.period", "2026Q3");
        assertEquals("QL303 2026Q3 2024", read(NEUTRAL, sheets));
    }

    @Test
    void findsRenamedCoverByItsWords() {
        Sheets sheets = Sheets.of("Sheet1", """
                | 填报单位 | 青岚县教育局 |
                | 单位代码 | QL303 |
                | 报告期 | 2026年第三季度 |
                | 填报人 | 王五 |
                """);
        ReturnDocument document = returns.document("季报.xlsx", sheets.xlsx());
        assertEquals("王五", document.cover().get("cover.prepared_by"));
        assertEquals(
                "sheet-renamed@Sheet1 封面 | Sheet1", Returns.findings(document).get(0));
    }

    @Test
    void readsTheMarkOfAnXls() {
        Sheets sheets = cover("", "", "").property("jibao.unit", "QL303").property("jibao.period", "2026Q3");
        ReturnDocument document = returns.document("季报.xls", sheets.xls());
        assertEquals("QL303 2026Q3", document.unit().code() + " " + document.period());
    }

    @Test
    void rejectsMarkOfAnotherVersionOrJob() {
        Sheets version = cover("青岚县教育局", "", "2026Q3").property("jibao.form-version", "2019");
        assertEquals("form-version-unknown 2019 | 2024", read(NEUTRAL, version));
        Sheets job = cover("青岚县教育局", "", "2026Q3").property("jibao.job", "another");
        assertEquals("identity-conflict job | another | mark | quarterly-disclosure | job.yaml", read(NEUTRAL, job));
    }

    @Test
    void rejectsSourcesThatDisagree() {
        assertEquals(
                "identity-conflict unit | 青岚县教育局 | 封面!B2 | 青岚县财政局 | file-name",
                read("青岚县财政局_2026年第三季度.xlsx", cover("青岚县教育局", "", "2026年第三季度")));
        assertEquals(
                "identity-conflict period | 2026年第三季度 | 封面!B4 | 2026年第二季度 | file-name",
                read("青岚县教育局_2026年第二季度.xlsx", cover("青岚县教育局", "", "2026年第三季度")));
        assertEquals(
                "identity-conflict@封面!B2 unit | 青岚县财政局 | 封面!B3 | 青岚县教育局 | 封面!B2",
                read(NEUTRAL, cover("青岚县教育局", "QL309", "2026年第三季度")));
        assertEquals(
                "identity-conflict@封面!B2 unit | 青岚县财政局 | mark | 青岚县教育局 | 封面!B2",
                read(NEUTRAL, cover("青岚县教育局", "", "2026Q3").property("jibao.unit", "QL309")));
    }

    @Test
    void namesTheNearestUnitToAnUnknownOne() {
        assertEquals("unit-unknown@封面!B2 青岚县教育居 | 青岚县教育局", read(NEUTRAL, cover("青岚县教育居", "", "2026Q3")));
        assertEquals("unit-unknown@封面!B2 砚雨乡 | 青岚县砚雨镇", read(NEUTRAL, cover("砚雨乡", "", "2026Q3")));
    }

    @Test
    void namesNoUnitThatIsUnlikeOrOwesNothing() {
        assertEquals("unit-unknown@封面!B2 青云镇 | ", read(NEUTRAL, cover("青云镇", "", "2026Q3")));
        assertEquals("unit-unknown@封面!B2 青岚县人民政俯 | ", read(NEUTRAL, cover("青岚县人民政俯", "", "2026Q3")));
        assertEquals("unit-unknown@封面!B2 中国移动 | ", read(NEUTRAL, cover("中国移动", "", "2026Q3")));
    }

    @Test
    void asksForTheCodeOfUnitsOfOneName() {
        JobDefinition job = JobLoader.load(Path.of("jobs/quarterly-disclosure"));
        Unit one = new Unit("T1", "甲 镇", "township", null, List.of(), null, null, List.of());
        Unit other = new Unit("T2", "甲镇", "township", null, List.of(), null, null, List.of());
        JobDefinition two = job.withRoster(new Roster(List.of(one, other)));
        IdentityReader reader = new IdentityReader(two, new UnitNames(two));
        Rejection rejection =
                assertThrows(Rejection.class, () -> reader.read("甲镇_2026年第三季度.xlsx", Map.of(), List.of()));
        assertEquals("unit-ambiguous 甲镇 | T1 / T2", Returns.line(rejection.reason()));
    }

    @Test
    void rejectsReturnThatDoesNotSayWhoseOrWhen() {
        assertEquals("unit-unknown 季报 | ", read("季报_2026年第三季度.xlsx", cover("", "", "2026Q3")));
        assertEquals(
                "unit-missing ；文件名“2026.xlsx”与 job.yaml 的 file-name 不符", read("2026.xlsx", cover("", "", "2026Q3")));
        assertEquals(
                "period-missing ；文件名“季报.xlsx”与 job.yaml 的 file-name 不符 | 2026年第三季度 | 2026Q3",
                read(NEUTRAL, cover("青岚县教育局", "", "")));
    }

    @Test
    void rejectsPeriodOfAnotherKind() {
        assertEquals("period-unknown@封面!B4 2026年度 | 2026年第三季度 | 2026Q3", read(NEUTRAL, cover("青岚县教育局", "", "2026年度")));
        assertEquals(
                "period-unknown@封面!B4 2026年第五季度 | 2026年第三季度 | 2026Q3", read(NEUTRAL, cover("青岚县教育局", "", "2026年第五季度")));
        assertEquals("period-unknown@封面!B4 本季 | 2026年第三季度 | 2026Q3", read(NEUTRAL, cover("青岚县教育局", "", "本季")));
    }

    @Test
    void takesALineThatStandsTwiceAndSaysTheSame() {
        Sheets sheets = Sheets.of("封面", """
                | 填报单位 | 青岚县教育局 |
                | 报告期 | 2026年第三季度 |
                | 填报单位 | 青岚县教育局 |
                """);
        assertEquals("QL303 2026Q3 2024", read(NEUTRAL, sheets));
        assertEquals(
                List.of(),
                Returns.findings(returns.document("季报.xlsx", sheets.xlsx())).stream()
                        .filter(line -> line.startsWith("label-ambiguous"))
                        .toList());
    }

    @Test
    void namesBothLinesOfACoverThatDiffer() {
        Sheets sheets = Sheets.of("封面", """
                | 填报单位 | 青岚县教育局 |
                | 报告期 | 2026年第三季度 |
                | 报告期 | 2026年第二季度 |
                """);
        assertEquals("label-ambiguous@封面!A2 报告期 | field | A2 | A3", read(NEUTRAL, sheets));
    }

    @Test
    void takesNoDateInANameForAPeriodThatTheCoverContradicts() {
        assertEquals("QL303 2026Q3 2024", read("青岚县教育局_2026-12-31.xlsx", cover("青岚县教育局", "", "2026年第三季度")));
    }

    @Test
    void rejectsUnitThatOwesNothing() {
        assertEquals("unit-not-expected 青岚县 | 2026年第三季度", read(NEUTRAL, cover("QL000", "", "2026Q3")));
    }
}
