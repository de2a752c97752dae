package org.jibao.summary.bulletin;

import static org.jibao.summary.bulletin.LetterFile.paragraph;
import static org.jibao.summary.bulletin.LetterFile.run;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.summary.SummaryRequest;
import org.jibao.testkit.Zips;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The office's own template: placeholders wherever they stand, what they become, and that all else stays. */
class OwnTemplateTest {

    private static final JobDefinition JOB = GivenJob.shipped("rectification-visits");

    private static GivenJob.@Nullable Given given;
    private static GivenJob.@Nullable Given empty;

    private final Path folder;
    private final Path letter;

    OwnTemplateTest(@TempDir Path folder) {
        this.folder = folder;
        this.letter = folder.resolve("letter.docx");
    }

    @BeforeAll
    static void compute(@TempDir Path store) {
        given = GivenJob.with(JOB, GivenJob.example(JOB, "carried-over"), store, all -> all);
        empty = GivenJob.withoutReturns(JOB, store, all -> all);
    }

    @Test
    void fillsPlaceholdersInTheLook() throws IOException {
        write(LetterFile.of(paragraph(run("<w:b/>", "率{{solved_rate}}"), run("，{{solved_rate.target}}。"))));
        try (XWPFDocument document = LetterFile.open(letter)) {
            List<XWPFRun> runs = document.getParagraphs().get(0).getRuns();
            assertEquals(true, runs.get(0).isBold());
            assertEquals("率98.41%", runs.get(0).text());
            assertEquals("，≥ 95%。", runs.get(1).text());
            assertEquals(false, runs.get(1).isBold());
        }
    }

    @Test
    void findsPlaceholderThatIsSplitOverRuns() throws IOException {
        write(LetterFile.of(paragraph(
                run("甲{"),
                "<w:proofErr w:type=\"spellStart\"/>",
                run("<w:i/>", "{per"),
                "<w:bookmarkStart w:id=\"0\" w:name=\"x\"/>",
                run("iod}"),
                "<w:proofErr w:type=\"spellEnd\"/>",
                run("}乙{{count:"),
                run("expected}}丙{{"),
                run("title}}"))));
        assertEquals(List.of("甲2013年第四季度乙1丙问题整改与走访季报"), LetterFile.lines(letter));
    }

    @Test
    void fillsHeadersTableCellsTextBoxesAndContentControls() throws IOException {
        String box = "<w:txbxContent>" + paragraph(run("框{{"), run("period}}")) + "</w:txbxContent>";
        write(LetterFile.of(
                "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"4000\"/></w:tblGrid><w:tr><w:tc><w:tcPr/>"
                        + paragraph(run("格{{period}}")) + "</w:tc></w:tr></w:tbl>"
                        + paragraph(
                                run("段"),
                                "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx>" + box
                                        + "</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>" + box
                                        + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>")
                        + "<w:sdt><w:sdtContent>" + paragraph(run("控{{period}}")) + "</w:sdtContent></w:sdt>",
                run("眉{{period}}")));
        Zips written = Zips.of(Files.readAllBytes(letter));
        String body = written.text("word/document.xml").replaceAll("<[^>]*>", "");
        assertEquals(5, (written.text("word/header1.xml") + body).split("2013年第四季度", -1).length - 1);
        assertEquals("", (written.text("word/header1.xml") + body).replaceAll("[^{}]", ""));
    }

    @Test
    void putsParagraphsTablesAndChartsInThePlaceOfTheirParagraphs() throws IOException {
        write(LetterFile.of("<w:p><w:pPr><w:ind w:firstLine=\"480\"/></w:pPr>" + run("{{sentences}}") + "</w:p>"
                + paragraph(run("{{table:ranking.solved_rate}}"))
                + paragraph(run("{{chart:ranking_solved_rate_chart}}"))
                + paragraph(run("{{annex}}"))));
        List<String> lines = LetterFile.lines(letter);
        assertEquals(true, lines.get(0).startsWith("（一）"), lines.toString());
        assertEquals(true, lines.contains("名次 | 单位 | 类别 | 同类名次 | 问题解决率 | 分子 | 分母 | 备注"), lines.toString());
        assertEquals(true, lines.stream().anyMatch(line -> line.startsWith("序 | 单位 | 类别 | 报送情况")), lines.toString());
        try (XWPFDocument document = LetterFile.open(letter)) {
            assertEquals(1, document.getCharts().size());
            assertEquals(480, document.getParagraphs().get(1).getIndentationFirstLine());
            assertEquals(
                    true,
                    Zips.of(Files.readAllBytes(letter))
                            .text("word/document.xml")
                            .contains("descr=\"问题解决率"));
            assertEquals(true, document.getTables().get(0).getRow(0).isRepeatHeader());
        }
    }

    @Test
    void putsDashInPlaceOfWhatIsMissing() throws IOException {
        put("bulletin.docx", LetterFile.of(paragraph(run("{{solved_rate}}|{{solved_rate.change}}|{{list:late}}"))));
        write(empty, Language.ZH);
        assertEquals(List.of("—|—|无"), LetterFile.lines(letter));
    }

    @Test
    void takesTextsAsTexts() throws IOException {
        write(LetterFile.of(paragraph(run("&lt;w:br/&gt; &amp; {{title}}"))));
        assertEquals(List.of("<w:br/> & 问题整改与走访季报"), LetterFile.lines(letter));
    }

    @Test
    void keepsWhatItDoesNotFill() throws IOException {
        Zips template = LetterFile.of(paragraph(run("{{title}}"))).with("word/media/image1.png", new byte[] {1, 2, 3});
        write(template);
        Zips written = Zips.of(Files.readAllBytes(letter));
        assertEquals("\u0001\u0002\u0003", written.text("word/media/image1.png"));
        assertEquals(template.text("_rels/.rels"), written.text("_rels/.rels"));
    }

    @Test
    void isForTheMainLanguageUnlessItsNameSaysWhich() throws IOException {
        put("bulletin.docx", LetterFile.of(paragraph(run("通用"))));
        put("bulletin.en.docx", LetterFile.of(paragraph(run("English"))));
        write(empty, Language.ZH);
        assertEquals(List.of("通用"), LetterFile.lines(letter));
        write(empty, Language.EN);
        assertEquals(List.of("English"), LetterFile.lines(letter));
    }

    @Test
    void givesTheShippedOneAndSaysWhyWhereThereIsMistake() throws IOException {
        put("bulletin.docx", LetterFile.of(paragraph(run("{{titl}}"))));
        List<Text> said = write(empty, Language.ZH);
        assertEquals(
                List.of("bulletin.docx 没有采用，已按随附的版式生成通报：没有 {{titl}} 这个占位符；是否想写 {{title}}？"),
                said.stream().map(Text::zh).toList());
        assertEquals("关于2026年第三季度\n问题整改与走访季报情况的通报", LetterFile.lines(letter).get(0));
    }

    @Test
    void givesTheSameBytesTwice() throws IOException {
        Zips template = LetterFile.of(paragraph(run("{{figures}}")) + paragraph(run("{{chart:reporting_trend}}")));
        write(template);
        byte[] first = Files.readAllBytes(letter);
        write(template);
        assertArrayEquals(first, Files.readAllBytes(letter));
    }

    private void put(String name, Zips template) throws IOException {
        Files.write(folder.resolve(name), template.bytes());
    }

    private void write(Zips template) throws IOException {
        put("bulletin.docx", template);
        assertEquals(List.of(), write(given, Language.ZH));
    }

    private List<Text> write(GivenJob.@Nullable Given tables, Language language) throws IOException {
        SummaryRequest request = Objects.requireNonNull(tables).request(GivenJob.in(folder, tables.job()), language);
        return new BulletinWriter().write(request, letter);
    }
}
