package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Cell;
import org.jibao.app.Jibao;
import org.jibao.calendar.Period;
import org.jibao.checking.Verdict;
import org.jibao.collect.CollectOutcome;
import org.jibao.finding.Language;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.template.Templates.TemplatesOutcome;
import org.jibao.testkit.FilledTemplate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The way of a return: templates to all units of the sample county, filled, sent back, read; and what the next ones bring. */
@TestInstance(Lifecycle.PER_CLASS)
class TemplatesIT {

    private static final Instant NOW = Instant.parse("2026-04-08T01:00:00Z");

    /** A hand may ask for all 49: each takes LibreOffice a second or two. */
    private static final int UNITS_BY_LIBREOFFICE = Integer.getInteger("jibao.libreoffice.units", 2);

    private final Path folder;
    private TemplatesOutcome made =
            new TemplatesOutcome(quarter("2026Q1"), Path.of(""), List.of(), Optional.empty(), List.of(), List.of());
    private CollectOutcome collected = new CollectOutcome(List.of(), 0, 0, List.of(), List.of(), List.of());

    TemplatesIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    void fillAndCollect() {
        made = jibao("poi", "2026Q1").templates(Optional.empty());
        Clerk clerk = new Clerk(folder.resolve("poi-inbox"));
        for (int unit = 0; unit < made.files().size(); unit++) {
            clerk.fill(made.files().get(unit), 1 + unit % 5, true);
        }
        collected = jibao("poi", "2026Q1").collect();
    }

    @Test
    void everyTemplateThatWasFilledIsAcceptedWithoutAFinding() {
        assertEquals(Map.of(Verdict.ACCEPTED, 49L), collected.byVerdict());
        assertEquals(List.of(), query("poi", "SELECT code, count(*) FROM intake.finding GROUP BY code"));
    }

    /** 49 units with 1, 2, 3, 4, 5, 1, 2 … items. */
    @Test
    void figuresAndComputedTotalsAreThoseOfTheClerk() {
        assertEquals(
                List.of(
                        List.of("disclosed", 145L),
                        List.of("pending", 49L),
                        List.of("published", 290L),
                        List.of("to date", 145L)),
                query("poi", """
                        SELECT CASE form || '.' || "row" || '.' || "column"
                            WHEN 'proactive.total.new_items' THEN 'disclosed'
                            WHEN 'proactive.total.year_to_date' THEN 'to date'
                            WHEN 'channels.total.publications' THEN 'published'
                            WHEN 'requests.carried_out.total' THEN 'pending' END AS figure,
                            sum(value)::BIGINT
                        FROM intake.observation GROUP BY figure HAVING figure IS NOT NULL ORDER BY figure"""));
    }

    @Test
    void archiveHoldsEveryTemplateAndAnotherRunGivesTheSameBytes() throws IOException {
        try (ZipFile zip = new ZipFile(made.archive().orElseThrow().toFile())) {
            assertEquals(
                    made.files().stream()
                            .map(file -> file.getFileName().toString())
                            .toList(),
                    zip.stream().map(entry -> entry.getName()).toList());
        }
        byte[] first = Files.readAllBytes(made.files().get(18));
        TemplatesOutcome again = jibao("none", "2026Q1").templates(Optional.of("QL303"));
        assertArrayEquals(first, Files.readAllBytes(again.files().get(0)));
    }

    /** As where Excel has one open on Windows: here a folder stands in its place. */
    @Test
    void oneThatCannotBeWrittenCostsTheOthersNothing() throws IOException {
        String name = made.files().get(3).getFileName().toString();
        Path place = folder.resolve("blocked-out/quarterly-disclosure/2026Q1/templates/" + name);
        Files.createDirectories(place.resolve("inside"));
        TemplatesOutcome outcome = jibao("blocked", "2026Q1").templates(Optional.empty());
        assertEquals(48, outcome.files().size());
        assertEquals(1, outcome.unwritten().size());
        assertEquals(true, outcome.unwritten().get(0).zh().contains(name), outcome.unwritten()::toString);
        try (ZipFile zip = new ZipFile(outcome.archive().orElseThrow().toFile())) {
            assertEquals(48, zip.size());
        }
    }

    @Test
    void nextTemplateBringsForwardWhatTheLastReturnSaid() {
        TemplatesOutcome next = jibao("poi", "2026Q2").templates(Optional.of("青岚县教育局"));
        assertEquals(List.of(), next.withoutLast());
        try (FilledTemplate template = new FilledTemplate(next.files().get(0))) {
            Cell natural = template.at("表二 依申请公开", "二、上季结转政府信息公开申请数量", "自然人");
            Cell business = template.at("表二 依申请公开", "二、上季结转政府信息公开申请数量", "商业企业");
            Cell total = template.at("表二 依申请公开", "二、上季结转政府信息公开申请数量", "总计");
            assertEquals(1, natural.getNumericCellValue());
            assertEquals(0, business.getNumericCellValue());
            assertEquals(1, total.getNumericCellValue());
            template.put("表一 主动公开", "政策文件", "本期新增", 7);
            template.calculate();
            // The unit is the 19th of the roster: four items in the first quarter.
            assertEquals(11, template.at("表一 主动公开", "政策文件", "本年累计").getNumericCellValue());
        }
    }

    /** 14 totals by category, 9 by channel, 31 of requests, 8 of messages, 3 of disputes. */
    @Test
    void totalsThatNothingHasComputedAreAskedForAndNotTakenForZero() {
        new Clerk(folder.resolve("raw-inbox")).fill(made.files().get(0), 1, false);
        CollectOutcome outcome = jibao("raw", "2026Q1").collect();
        assertEquals(Map.of(Verdict.RETURNED, 1L), outcome.byVerdict());
        assertEquals(
                List.of(List.of("cell-not-calculated", 65L)),
                query("raw", "SELECT code, count(*) FROM intake.finding GROUP BY code"));
    }

    @Test
    void totalsThatLibreOfficeComputesAreAccepted() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/soffice")), "LibreOffice is not installed");
        Clerk clerk = new Clerk(folder.resolve("filled"));
        List<String> command = new ArrayList<>(List.of(
                "/usr/bin/soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "xlsx",
                "--outdir",
                folder.resolve("office-inbox").toString()));
        for (Path template : made.files().subList(0, UNITS_BY_LIBREOFFICE)) {
            command.add(clerk.fill(template, 3, false).toString());
        }
        Process office = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();
        assertEquals(true, office.waitFor(10, TimeUnit.MINUTES));
        try (var files = Files.list(folder.resolve("office-inbox"))) {
            for (Path file : files.toList()) {
                Clerk.received(file);
            }
        }
        CollectOutcome outcome = jibao("office", "2026Q1").collect();
        System.out.println("LibreOffice: " + outcome.byVerdict());
        assertEquals(List.of(), query("office", "SELECT code, sheet, cell, message_zh FROM intake.finding"));
        assertEquals(Map.of(Verdict.ACCEPTED, (long) UNITS_BY_LIBREOFFICE), outcome.byVerdict());
    }

    private List<List<@Nullable Object>> query(String store, String sql) {
        return jibao(store, "2026Q1").query(sql).rows();
    }

    /** One office has one key, however many stores it is tried with here. */
    private Jibao jibao(String store, String period) {
        Path key = folder.resolve("poi.key");
        if (Files.exists(key) && Files.notExists(folder.resolve(store + ".key"))) {
            try {
                Files.copy(key, folder.resolve(store + ".key"), StandardCopyOption.COPY_ATTRIBUTES);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Settings settings = new Settings(
                Path.of("jobs"),
                "quarterly-disclosure",
                folder.resolve(store + "-inbox"),
                folder.resolve(store + ".duckdb"),
                folder.resolve(store + "-out"),
                Language.ZH,
                Optional.of(quarter(period)),
                Optional.of(NOW),
                2);
        return new Jibao(settings, Progress.NONE);
    }

    private static Period quarter(String code) {
        return Period.parse(code).orElseThrow();
    }
}
