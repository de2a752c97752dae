package org.jibao.summary.bulletin;

import static org.jibao.summary.bulletin.LetterFile.paragraph;
import static org.jibao.summary.bulletin.LetterFile.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jibao.definition.JobContents;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.SummaryDefinition;
import org.jibao.definition.SummaryDefinition.Chart;
import org.jibao.finding.Language;
import org.jibao.flow.ChartComparison;
import org.jibao.summary.Context;
import org.jibao.summary.SummaryRequest;
import org.jibao.testkit.Zips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Native charts of a Word file: each has a workbook of its figures, and its caches, those cells and the SQL say the same. */
class BulletinChartsTest {

    private static final JobDefinition JOB = GivenJob.shipped("rectification-visits");

    private final Path folder;

    BulletinChartsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void cachesCellsAndTablesSayTheSame() throws IOException {
        String charts = JOB.summary().charts().stream()
                .map(Chart::id)
                .map(id -> paragraph(run("{{chart:" + id + "}}")))
                .collect(Collectors.joining());
        Files.write(folder.resolve("bulletin.docx"), LetterFile.of(charts).bytes());
        SummaryRequest request = GivenJob.with(
                JOB,
                GivenJob.example(JOB, "carried-over"),
                folder,
                given -> given.request(GivenJob.in(folder, given.job()), Language.ZH));
        Path letter = folder.resolve("letter.docx");
        assertEquals(List.of(), new BulletinWriter().write(request, letter));
        Context context = new Context(request, java.util.Optional.empty());
        long drawn = JOB.summary().charts().stream()
                .map(chart -> context.chart(chart.id()))
                .filter(plan -> !plan.isEmpty())
                .count();
        assertTrue(drawn > 4, () -> drawn + " charts");
        Zips parts = Zips.of(Files.readAllBytes(letter));
        for (int number = 1; number <= drawn; number++) {
            Path workbook = folder.resolve(number + ".xlsx");
            byte[] figures = parts.bytes("word/embeddings/jibao-" + number + ".xlsx");
            Files.write(workbook, figures);
            ChartComparison comparison =
                    new ChartComparison(workbook, JOB.summary(), request.tables(), Language.ZH).compare();
            assertEquals(List.of(), comparison.differences);
            assertEquals(1, comparison.charts);
            assertEquals(
                    Zips.of(figures).text("xl/charts/chart1.xml"),
                    parts.text("word/charts/jibao-" + number + ".xml")
                            .replaceAll("<c:externalData.*</c:externalData>", ""));
        }
        try (XWPFDocument document = LetterFile.open(letter)) {
            assertEquals(drawn, document.getCharts().size());
        }
    }

    @Test
    void arePicturesWhereTheJobSaysSo() throws IOException {
        Files.write(
                folder.resolve("bulletin.docx"),
                LetterFile.of(paragraph(run("{{chart:reporting_trend}}"))).bytes());
        SummaryDefinition pictures = JOB.summary().drawnAs(SummaryDefinition.DrawnAs.PICTURE);
        JobDefinition job = GivenJob.saying(
                JOB,
                () -> new JobContents(
                        JOB.forms(), JOB.rules(), JOB.figures(), JOB.metrics(), JOB.reference(), pictures));
        SummaryRequest request = GivenJob.with(
                job,
                GivenJob.example(JOB, "carried-over"),
                folder,
                given -> given.request(GivenJob.in(folder, given.job()), Language.ZH));
        Path letter = folder.resolve("letter.docx");
        new BulletinWriter().write(request, letter);
        try (XWPFDocument document = LetterFile.open(letter)) {
            assertEquals(0, document.getCharts().size());
            assertEquals(1, document.getAllPictures().size());
        }
    }
}
