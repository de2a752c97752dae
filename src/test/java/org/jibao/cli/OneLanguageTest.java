package org.jibao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jibao.testkit.FilledTemplate;
import org.jibao.testkit.Sheets;
import org.jibao.testkit.SpokenText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job of one language: whatever is made for it or said of it is in that language, from the blank form to the leaders' letter. */
final class OneLanguageTest {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}|[，。、；：？！（）《》“”【】「」]{2}|[，。、；：（）《》【】　]");

    private final Path root;

    OneLanguageTest(@TempDir Path root) {
        this.root = root;
    }

    @Test
    void englishJobSaysNothingInChinese() throws IOException {
        OneLanguageJob job = new OneLanguageJob(root, "foi", files("en"));
        aQuarter(
                job,
                new Words("Requests", "Received", "Paper", "Cases", "Subject", "Letter", "Explanations", "Code"),
                "Q2 2026",
                "Q3 2026");
        SpokenText spoken = job.spoken();
        assertTrue(spoken.says("How to fill in"), "a template");
        assertTrue(spoken.says("must be corrected"), "a slip");
        assertTrue(spoken.says("Chase list"), "a chase list");
        assertTrue(job.letters().says("Still to report"), "a letter");
        assertEquals(List.of(), spoken.where(HAN));
        assertEquals(List.of(), job.letters().where(HAN));
    }

    @Test
    void chineseJobSaysNothingInEnglish() throws IOException {
        OneLanguageJob job = new OneLanguageJob(root, "shenqing", files("zh"));
        aQuarter(job, new Words("申请", "收到", "信函", "台账", "标题", "来信", "审核说明", "核对编号"), "2026年第二季度", "2026年第三季度");
        SpokenText spoken = job.spoken();
        assertTrue(spoken.says("填表说明"), "a template");
        assertTrue(spoken.says("必须更正"), "a slip");
        assertTrue(spoken.says("催报单"), "a chase list");
        assertTrue(job.letters().says("催报"), "a letter");
        Pattern english = sentences();
        assertEquals(List.of(), spoken.where(english));
        assertEquals(List.of(), job.letters().where(english));
    }

    /** Forms are in the main language; the other one is for whoever reads the summary. */
    @Test
    void formsAreInTheMainLanguage() throws IOException {
        Map<String, String> files = files("en");
        replace(files, "job.yaml", "language: en", "languages: [en, zh]");
        replace(files, "forms/requests.yaml", "title: Requests", "title: {zh: 申请, en: Requests}");
        replace(files, "forms/requests.yaml", "- Answered", "- {zh: 已答复, en: Answered}");
        OneLanguageJob job = new OneLanguageJob(root, "foi", files);
        Words words = new Words("Requests", "Received", "Paper", "Cases", "Subject", "Letter", "Explanations", "Code");
        assertEquals(ExitCode.DONE, job.runOnFiles("templates", "2026-10-02T09:00Z", "--period", "2026Q3"), job::said);
        assertEquals(List.of(), job.spoken().where(HAN));
        send(job, words, "Q3 2026", "2026Q3", "Ashdale", "2026-10-05T08:00:00Z", 4);
        wrong(job, words, "Q3 2026");
        assertEquals(ExitCode.DONE, job.runOnFiles("collect", "2026-10-22T09:00Z"), job::said);
        assertTrue(job.said().contains("accepted      1"), job::said);
        assertTrue(job.said().contains("returned      1"), job::said);
    }

    /** A return that is the table alone says whose it is by its mark, or by its name. */
    @Test
    void needsNoCover() throws IOException {
        Map<String, String> files = files("en");
        List.of("forms/a_cover.yaml", "forms/cases.yaml", "forms/explanations.yaml", "summary.yaml")
                .forEach(files::remove);
        files.keySet().removeIf(file -> file.startsWith("tables/") || file.startsWith("metrics/"));
        replace(files, "job.yaml", "metrics: [answers]\n", "");
        OneLanguageJob job = new OneLanguageJob(root, "foi", files);
        Words words = new Words("Requests", "Received", "Paper", "", "", "", "", "");
        assertEquals(ExitCode.DONE, job.runOnFiles("templates", "2026-10-02T09:00Z", "--period", "2026Q3"), job::said);
        send(job, words, "Q3 2026", "2026Q3", "Ashdale", "2026-10-05T08:00:00Z", 4);
        Files.write(
                job.inbox("Birch Valley July to September 2026 (revised).xlsx"),
                Sheets.of("Requests", """
                |             | Paper | Electronic | Total |
                | Received    | 1     | 2          | 3     |
                | Carried in  | 0     | 0          | 0     |
                | Answered    | 1     | 1          | 2     |
                | Carried out | 0     | 1          | 1     |
                """).xlsx());
        OneLanguageJob.received(
                job.inbox("Birch Valley July to September 2026 (revised).xlsx"), "2026-10-06T08:00:00Z");
        assertEquals(ExitCode.DONE, job.runOnFiles("collect", "2026-10-22T09:00Z"), job::said);
        assertTrue(job.said().contains("accepted      2"), job::said);
    }

    private static void replace(Map<String, String> files, String name, String text, String replacement) {
        String file = files.getOrDefault(name, "");
        assertTrue(file.contains(text), name);
        files.put(name, file.replace(text, replacement));
    }

    private record Words(
            String sheet,
            String row,
            String column,
            String register,
            String field,
            String value,
            String explanations,
            String code) {}

    /** Two quarters: templates, a good return, one with mistakes, files that are none, lists, slips, summaries, letters, an export. */
    private void aQuarter(OneLanguageJob job, Words words, String second, String third) throws IOException {
        assertEquals(ExitCode.DONE, job.run("verify"), job::said);
        assertEquals(ExitCode.DONE, job.runOnFiles("templates", "2026-07-02T09:00Z", "--period", "2026Q2"), job::said);
        send(job, words, second, "2026Q2", "Ashdale", "2026-07-03T08:00:00Z", 3);
        assertEquals(ExitCode.DONE, job.runOnFiles("run", "2026-07-06T09:00Z", "--period", "2026Q2"), job::said);
        assertEquals(ExitCode.DONE, job.runOnFiles("templates", "2026-10-02T09:00Z", "--period", "2026Q3"), job::said);
        send(job, words, third, "2026Q3", "Ashdale", "2026-10-05T08:00:00Z", 4);
        wrong(job, words, third);
        Files.write(job.inbox("notes.xlsx"), new byte[] {1, 2, 3});
        OneLanguageJob.received(job.inbox("notes.xlsx"), "2026-10-06T08:00:00Z");
        // No mail server is named: the letters wait, and the night says so.
        assertEquals(ExitCode.FAILED, job.runOnFiles("nightly", "2026-10-22T09:00Z"), job::said);
        String late = "2026-10-22T10:00Z";
        assertEquals(ExitCode.DONE, job.run("status", "--as-of", late, "--period", "2026Q3"), job::said);
        assertEquals(
                ExitCode.DONE, job.run("history", "Birch Valley", "--as-of", late, "--period", "2026Q3"), job::said);
        assertEquals(ExitCode.DONE, job.run("runs"), job::said);
        assertEquals(ExitCode.DONE, job.runOnFiles("export", late), job::said);
    }

    private static Path template(OneLanguageJob job, String code, String unit, String period) {
        Path file = job.out()
                .resolve(jobName(job))
                .resolve(code)
                .resolve("templates")
                .resolve(unit + "_" + period + ".xlsx");
        assertTrue(Files.exists(file), file::toString);
        return file;
    }

    private static String jobName(OneLanguageJob job) {
        return Files.isDirectory(job.out().resolve("foi")) ? "foi" : "shenqing";
    }

    private static void send(
            OneLanguageJob job, Words words, String period, String code, String unit, String time, double value)
            throws IOException {
        try (FilledTemplate filled = new FilledTemplate(template(job, code, unit, period))) {
            filled.fillEmpty(words.sheet(), value);
            filled.calculate();
            filled.save(job.inbox(unit + "_" + period + ".xlsx"));
        }
        OneLanguageJob.received(job.inbox(unit + "_" + period + ".xlsx"), time);
    }

    /** A word for a figure, a total that is off, a kind that is none, a day of another quarter. */
    private static void wrong(OneLanguageJob job, Words words, String period) throws IOException {
        String unit = "Birch Valley";
        Path file = job.inbox(unit + "_" + period + ".xlsx");
        try (FilledTemplate filled = new FilledTemplate(template(job, "2026Q3", unit, period))) {
            filled.fillEmpty(words.sheet(), 2);
            filled.calculate();
            filled.put(words.sheet(), words.row(), words.column(), 99);
            filled.entry(words.register(), words.field(), "A", LocalDate.of(2026, 1, 5), "?", "N1", null);
            filled.entry(words.register(), words.field(), null, LocalDate.of(2026, 8, 5), words.value(), "N1", null);
            filled.save(file);
        }
        OneLanguageJob.received(file, "2026-10-07T08:00:00Z");
    }

    private static Map<String, String> files(String language) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        Path folder = Path.of("src/test/resources/jobs/one-language-" + language);
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString(), Files.readString(path));
            }
        }
        return files;
    }

    /** Any stretch of words, of the program's English sentences, that no other text has by chance. */
    private static Pattern sentences() throws IOException {
        Set<String> stretches = new TreeSet<>();
        try (Stream<Path> bundles = Files.walk(Path.of("src/main/resources/org/jibao"))) {
            for (Path bundle : bundles.filter(path -> path.toString().matches(".*/(texts|findings|words)\\.properties"))
                    .toList()) {
                Properties texts = new Properties();
                try (Reader reader = Files.newBufferedReader(bundle)) {
                    texts.load(reader);
                }
                texts.values().forEach(text -> stretches(String.valueOf(text), stretches));
            }
        }
        assertTrue(stretches.size() > 500, () -> stretches.size() + " stretches");
        return Pattern.compile(
                String.join("|", stretches.stream().map(Pattern::quote).toList()));
    }

    private static void stretches(String text, Set<String> into) {
        for (String part : text.split("\\{\\w+\\}|\\n", -1)) {
            String words = part.strip();
            if (words.length() >= 12
                    && words.matches("[A-Za-z][a-z]*( [A-Za-z',;:-]+)+.*")
                    && words.matches("[\\x20-\\x7e]+")) {
                into.add(words);
            }
        }
    }
}
