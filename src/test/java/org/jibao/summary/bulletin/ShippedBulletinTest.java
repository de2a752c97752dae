package org.jibao.summary.bulletin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jibao.definition.JobContents;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.SummaryDefinition;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.metrics.MetricTable;
import org.jibao.summary.SummaryRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bulletin as it is shipped. */
class ShippedBulletinTest {

    private static final JobDefinition JOB = GivenJob.shipped("rectification-visits");

    private static GivenJob.@Nullable Given nothing;

    private final Path file;

    ShippedBulletinTest(@TempDir Path folder) {
        this.file = folder.resolve("letter.docx");
    }

    @BeforeAll
    static void compute(@TempDir Path store) {
        nothing = GivenJob.withoutReturns(JOB, store, all -> all);
    }

    private static GivenJob.Given given() {
        return Objects.requireNonNull(nothing);
    }

    @Test
    void saysWhoIsPraisedAndCriticised() {
        Map<String, MetricTable> tables = new HashMap<>(given().tables());
        tables.put(
                "bulletin_standings",
                standings(
                        row("on_time", "", "A", "甲", null),
                        row("on_time", "", "B", "乙", null),
                        row("late", "", "C", "丙", null),
                        row("missing", "", "D", "丁", null),
                        row("returned", "", "E", "戊", null),
                        row("all_met", "", "A", "甲", null),
                        row("missed", "solved_rate", "B", "乙", "0.5"),
                        row("missed", "solved_rate", "C", "丙", "0.25"),
                        row("first", "solved_rate", "A", "甲", "1"),
                        row("last", "solved_rate", "C", "丙", "0.25")));
        write(request(tables, Language.ZH));
        List<String> lines = lines();
        assertEquals(List.of("1．按时报送且各项目标全部达到的1家：甲。", "2．问题解决率排名第一（100.00%）：甲。"), between(lines, "（一）表扬", "（二）批评"));
        assertEquals(
                List.of(
                        "1．未报的1家：丁。",
                        "2．报表被退回、尚未重报的1家：戊。",
                        "3．迟报的1家：丙。",
                        "4．问题解决率未达到目标（≥ 95%）的2家：乙（50.00%）、丙（25.00%）。",
                        "5．问题解决率排名末位（25.00%）：丙。"),
                between(lines, "（二）批评", "附件：各单位报送和主要指标情况"));
        assertEquals(
                true,
                lines.get(2).contains("应由5家单位报送。截至2026年10月26日09:00，已接收3家单位的报表，其中按时2家、迟报1家；尚未形成有效报表的，未报1家、退回1家"),
                lines.get(2));
    }

    /** Without the rule, which comes first. */
    private static List<String> between(List<String> lines, String from, String to) {
        return lines.subList(lines.indexOf(from) + 2, lines.indexOf(to));
    }

    @Test
    void namesTenAndSaysHowManyThereAre() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 1; i <= 23; i++) {
            rows.add(row("missing", "", "U" + i, "单位" + i, null));
        }
        Map<String, MetricTable> tables = new HashMap<>(given().tables());
        tables.put("bulletin_standings", standings(rows));
        write(request(tables, Language.ZH));
        assertEquals(
                true, lines().contains("1．未报的23家：单位1、单位2、单位3、单位4、单位5、单位6、单位7、单位8、单位9、单位10等23家。"), lines().toString());
        write(request(tables, Language.EN));
        assertEquals(
                true,
                lines().stream().anyMatch(line -> line.endsWith("单位10 and others, 23 in all.")),
                lines().toString());
    }

    @Test
    void hasTheLookOfAnOfficialLetter() throws IOException {
        write(given().request(Language.ZH));
        try (XWPFDocument letter = LetterFile.open(file)) {
            var section = letter.getDocument().getBody().getSectPr();
            assertEquals(
                    List.of("11906", "16838"),
                    List.of(
                            text(section.getPgSz().getW()),
                            text(section.getPgSz().getH())));
            // 37 mm above, 28 mm to the left; between the margins 156 by 225 mm.
            assertEquals(37, millimetres(section.getPgMar().getTop()));
            assertEquals(28, millimetres(section.getPgMar().getLeft()));
            assertEquals(156, 210 - 28 - millimetres(section.getPgMar().getRight()));
            assertEquals(225, 297 - 37 - millimetres(section.getPgMar().getBottom()));
            var normal = letter.getStyles().getStyle("Normal").getCTStyle().getPPr();
            assertEquals("200", text(normal.getInd().getFirstLineChars()));
            // 22 lines fit, a 23rd does not.
            int line = Integer.parseInt(text(normal.getSpacing().getLine()));
            assertEquals(22, 225 * 1440 / 254 * 10 / line);
            assertEquals("exact", normal.getSpacing().getLineRule().toString());
            assertEquals(
                    List.of("— 1 —", "— 1 —"),
                    letter.getFooterList().stream()
                            .map(footer -> footer.getParagraphs().get(0).getText())
                            .toList());
            assertEquals(true, letter.getEvenAndOddHeadings());
        }
    }

    private static String text(Object value) {
        return String.valueOf(value);
    }

    private static int millimetres(Object twips) {
        return Math.round(Integer.parseInt(text(twips)) * 25.4f / 1440);
    }

    @Test
    void listsThousandUnitsUnderRepeatedHead() throws IOException {
        MetricTable units = Objects.requireNonNull(given().tables().get("bulletin_units"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 1; i <= 1000; i++) {
            List<@Nullable Object> row = new ArrayList<>(units.rows().get(0));
            row.set(units.column("number"), (long) i);
            row.set(units.column("name"), "第" + i + "单位");
            rows.add(row);
        }
        Map<String, MetricTable> tables = new HashMap<>(given().tables());
        tables.put(units.id(), new MetricTable(units.id(), units.columns(), rows));
        write(request(tables, Language.ZH));
        try (XWPFDocument letter = LetterFile.open(file)) {
            XWPFTable annex = letter.getTables().get(letter.getTables().size() - 1);
            assertEquals(1001, annex.getNumberOfRows());
            assertEquals(true, annex.getRow(0).isRepeatHeader());
            assertEquals(false, annex.getRow(1).isRepeatHeader());
            assertEquals("第1000单位", annex.getRow(1000).getCell(1).getText());
            assertEquals(true, annex.getRow(1000).isCantSplitRow());
        }
    }

    @Test
    void takesNamesAsTexts() {
        Map<String, MetricTable> tables = new HashMap<>(given().tables());
        tables.put(
                "bulletin_standings",
                standings(
                        row("missing", "", "A", "<w:t>&amp;{{title}}\u0001", null),
                        row("late", "", "B", "{{sentences}}", null)));
        write(request(tables, Language.ZH));
        assertEquals(true, lines().contains("1．未报的1家：<w:t>&amp;{{title}}。"), lines().toString());
        assertEquals(true, lines().contains("2．迟报的1家：{{sentences}}。"), lines().toString());
    }

    @Test
    void showsTablesOfJobThatDeclaresNoFigures() {
        SummaryDefinition all = JOB.summary();
        SummaryDefinition plain = new SummaryDefinition(
                all.tables().stream()
                        .filter(table -> table.id().startsWith("reporting"))
                        .toList(),
                List.of(),
                List.of(),
                all.sheets().stream()
                        .filter(sheet -> sheet.id().startsWith("reporting_"))
                        .toList());
        JobDefinition withoutFigures =
                GivenJob.saying(JOB, () -> new JobContents(JOB.forms(), List.of(), List.of(), List.of(), plain));
        Map<String, MetricTable> tables = new HashMap<>(given().tables());
        tables.keySet().removeIf(id -> !id.startsWith("reporting"));
        write(new SummaryRequest(
                withoutFigures, given().period(), GivenJob.AS_OF, tables, Language.ZH, "1.0", "digest"));
        assertEquals(
                List.of("现将2026年第三季度问题整改与走访季报有关情况通报如下，数据截至2026年10月26日09:00。", "表1　尚无有效报表的单位"), lines().subList(2, 4));
        assertEquals(true, lines().contains("附件：报送情况（按单位）"), lines().toString());
    }

    private static SummaryRequest request(Map<String, MetricTable> tables, Language language) {
        return new SummaryRequest(JOB, given().period(), GivenJob.AS_OF, tables, language, "1.0", "digest");
    }

    @SafeVarargs
    private static MetricTable standings(List<@Nullable Object>... rows) {
        return standings(List.of(rows));
    }

    private static MetricTable standings(List<List<@Nullable Object>> rows) {
        return new MetricTable(
                "bulletin_standings", List.of("subject", "figure", "unit", "name", "value", "named"), rows);
    }

    private static List<@Nullable Object> row(
            String subject, String figure, String unit, String name, @Nullable String value) {
        return Arrays.asList(subject, figure, unit, name, value == null ? null : new java.math.BigDecimal(value), true);
    }

    private List<Text> write(SummaryRequest request) {
        try {
            return new BulletinWriter().write(request, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines() {
        try {
            return LetterFile.lines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
