package org.jibao.definition.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.jibao.calendar.PeriodCalendar;
import org.jibao.calendar.PeriodCalendar.YearNamed;
import org.jibao.calendar.PeriodKind;
import org.jibao.definition.FileNamePattern;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JobFileTest {

    private static final String COVER = "layout: cover\ntitle: 甲\nsheet: {name: 甲}\nfields: [{id: a, zh: 甲, en: A}]\n";

    private final Path parent;

    JobFileTest(@TempDir Path parent) {
        this.parent = parent;
    }

    private List<String> problemsWith(String text, String replacement) {
        return TestJob.in(parent).withJob(text, replacement).problems();
    }

    @Test
    void needsTitlePeriodDueAndForms() {
        assertEquals(
                List.of(
                        "job.yaml:1: key \"nothing\" is not known here; write one of: language, languages, unit-kinds, title, version, period, year-starts, year-named, due, open-for, time-zone, schedule, file-name, path, period-from, limits, delivery, received, sent-by, mailbox, answers, packages, owed-by, roster, forms, metrics, reference, charts, estimates",
                        "job.yaml:1: \"title\" is missing or has no value",
                        "job.yaml:1: \"period\" is missing or has no value",
                        "job.yaml:1: \"due\" is missing or has no value",
                        "job.yaml:1: the job has no form: put its forms into the folder forms, a file each, such as forms/requests.yaml",
                        "units.csv:1: this file is missing; add it"),
                TestJob.in(parent)
                        .with("job.yaml", "nothing: 1\n")
                        .without("units.csv")
                        .without("forms/cover.yaml")
                        .without("forms/counts.yaml")
                        .without("forms/items.yaml")
                        .problems()
                        .stream()
                        .sorted((a, b) -> Boolean.compare(b.contains("not known"), a.contains("not known")))
                        .toList());
    }

    @Test
    void rejectsRegisterInAnotherFolderAndUnknownSenders() {
        List<String> problems = TestJob.in(parent)
                .withJob("open-for: 30", "open-for: 30\nreceived: ../other/received.csv\nsent-by: [unit, county]")
                .problems();
        assertEquals(
                List.of(
                        "received must be the name of a file beside the inbox, such as received.csv, without folders; it is \"../other/received.csv\"",
                        "\"sent-by\" cannot be \"county\"; write one of: unit, parent"),
                problems.stream()
                        .map(problem -> problem.replaceFirst("^job.yaml:\\d+: ", ""))
                        .toList());
    }

    @Test
    void rejectsLimitsOutsideTheirRanges() {
        assertEquals(
                List.of(
                        "job.yaml:4: \"packed-mebibytes\" must be a whole number from 1 to 256, not \"257\"",
                        "job.yaml:4: \"seconds\" must be a whole number from 1 to 900, not \"0\"",
                        "job.yaml:4: key \"hours\" is not known here; write one of: packed-mebibytes, unpacked-mebibytes, seconds"),
                problemsWith(
                        "due: {day: 10, shift: none}",
                        "limits: {packed-mebibytes: 257, unpacked-mebibytes: 2048, seconds: 0, hours: 1}\ndue: {day: 10, shift: none}"));
    }

    @Test
    void rejectsWhatIsNoMailAddress() {
        assertEquals(
                List.of(
                        "job.yaml:4: \"keep\" must be a whole number from 1 to 104, not \"0\"",
                        "job.yaml:4: \"Office <a@b.cn>\" is no mail address: write the address alone, such as office@example.gov.cn",
                        "job.yaml:4: \"a@b.cn,c@d.cn\" is no mail address: write the address alone, such as office@example.gov.cn",
                        "job.yaml:4: \"leaders-from\" cannot be \"always\"; write one of: due-date, first-return"),
                problemsWith(
                        "due: {day: 10, shift: none}",
                        "delivery: {folder: {path: /srv, keep: 0}, mail: {from: Office <a@b.cn>, leaders: ['a@b.cn,c@d.cn'], leaders-from: always}}\ndue: {day: 10, shift: none}"));
    }

    @Test
    void rejectsFilesThatAreNotMade() {
        assertEquals(
                List.of(
                        "job.yaml:4: \"page\" is not among the files that this job makes: name it in delivery, under files, too, or leave it out here",
                        "job.yaml:4: \"officers-files\" cannot be \"pdf\"; write one of: workbook, page, bulletin, data"),
                problemsWith(
                        "due: {day: 10, shift: none}",
                        "delivery: {files: [workbook, bulletin], folder: {path: /srv, files: [page]}, mail: {from: a@b.cn, officers-files: [pdf]}}\ndue: {day: 10, shift: none}"));
    }

    @Test
    void rejectsDueDayOutsideMonth() {
        assertEquals(
                List.of(
                        "job.yaml:4: \"day\" must be a whole number from 1 to 31, not \"32\"",
                        "job.yaml:4: \"shift\" cannot be \"next-workingday\"; did you mean \"next-working-day\"?"),
                problemsWith("{day: 10, shift: none}", "{day: 32, shift: next-workingday}"));
    }

    @Test
    void rejectsWrongTypes() {
        assertEquals(
                List.of("job.yaml:4: \"due\" must consist of \"key: value\" pairs"),
                problemsWith("{day: 10, shift: none}", "10"));
        assertEquals(
                List.of("job.yaml:5: \"open-for\" must be a whole number from 0 to 3660, not \"two months\""),
                problemsWith("30", "two months"));
        assertEquals(
                List.of("job.yaml:11: \"owed-by\" must be a list: items that begin with \"- \", or [a, b]"),
                problemsWith("[town]", "town"));
        assertEquals(List.of("job.yaml:2: \"version\" must be a text"), problemsWith("\"1\"", "[1]"));
        assertEquals(List.of("job.yaml:2: \"version\" must not be empty"), problemsWith("\"1\"", "\"\""));
    }

    @Test
    void rejectsUnknownTimeZone() {
        assertEquals(
                List.of("job.yaml:6: there is no time zone \"Asia/Shanghi\"; did you mean \"Asia/Shanghai\"?"),
                problemsWith("Asia/Shanghai", "Asia/Shanghi"));
    }

    @Test
    void rejectsBadSchedule() {
        assertEquals(
                List.of(
                        "job.yaml:7: a schedule has six parts (second minute hour day month weekday), this one has 5; every day at 1:30 is: 0 30 1 * * *"),
                problemsWith("0 0 1 * * *", "0 1 * * *"));
        assertEquals(
                List.of(
                        "job.yaml:7: the hour of a schedule cannot be \"24\": write *, a number from 0 to 23, a range (1-5), a list (1,15) or a step (*/10)"),
                problemsWith("0 0 1 * * *", "0 0 24 * * *"));
    }

    @Test
    void rejectsBadFileNamePattern() {
        assertEquals(
                List.of(unusable("(?<unit>\\D+")), problemsWith("'(?<unit>\\D+)(?<period>\\d.*)'", "'(?<unit>\\D+'"));
        assertEquals(
                List.of(
                        "job.yaml:8: the regular expression must have a group (?<unit>…) or (?<period>…), or it reads nothing from a file's name"),
                problemsWith("'(?<unit>\\D+)(?<period>\\d.*)'", "'.*'"));
    }

    @Test
    void rejectsFileNamePatternsWithoutALinearSearch() {
        String own = "'(?<unit>\\D+)(?<period>\\d.*)'";
        assertEquals(List.of(unusable("\\1")), problemsWith(own, "'(?<unit>.)\\1'"));
        assertEquals(List.of(unusable("(?=")), problemsWith(own, "'(?<unit>.)(?=x)'"));
        assertEquals(List.of(unusable("(?<!x)")), problemsWith(own, "'(?<unit>.)(?<!x)'"));
        assertEquals(List.of(unusable("++")), problemsWith(own, "'(?<unit>.)a++'"));
        assertEquals(
                List.of("job.yaml:8: the counted repeats ({…}) of the regular expression multiply to too many;"
                        + " count less or do not nest them"),
                problemsWith(own, "'(?<unit>((\\p{Han}[{]{900}){900}){900})'"));
        assertEquals(
                List.of("job.yaml:8: the regular expression has 1010 characters, at most 1000 are allowed; shorten it"),
                problemsWith(own, "'(?<unit>.)" + "a".repeat(1000) + "'"));
    }

    @Test
    void searchesNamesInLinearTimeWhateverThePattern() throws Exception {
        FileNamePattern pattern =
                new FileNamePattern(LinearPattern.compile("^(?<unit>((\\D+)*)*)_(?<period>[\\u4e00-\\u9fa5]+)$"));
        assertEquals(new FileNamePattern.Parts(null, null), pattern.read("甲".repeat(5000) + "!"));
        assertEquals(new FileNamePattern.Parts("甲乙", "丙"), pattern.read("甲乙_丙.xlsx"));
    }

    private static String unusable(String part) {
        return "job.yaml:8: the regular expression cannot be used because of \"" + part
                + "\": see whether its brackets are"
                + " closed; it is one of RE2, without backreferences (\\1), lookaround ((?=…), (?<!…)) and possessive"
                + " repeats (++); write it otherwise";
    }

    @Test
    void rejectsFormIdsOfTheStore() {
        TestJob job = TestJob.in(parent)
                .withJob(
                        "forms: [cover, counts, items]",
                        "forms: [cover, counts, items, submission, cover, counts_by_row]")
                .with("forms/counts_by_row.yaml", COVER)
                .with("forms/submission.yaml", COVER);
        assertEquals(
                List.of(
                        "job.yaml:13: id \"submission\" already means something else here; choose another, such as submission_1",
                        "job.yaml:13: id \"cover\" is already used in line 13; choose another",
                        "job.yaml:13: id \"counts_by_row\" already means something else here; choose another, such as counts_by_row_1"),
                job.problems());
    }

    @Test
    void keepsRosterInFolder() {
        assertEquals(
                List.of(
                        "job.yaml:12: the roster \"../units.csv\" must be the mere name of a .csv file, such as units.csv, in this folder or in common beside it",
                        "units.csv:1: nothing uses this file: check its name and folder, or list \"units\" in job.yaml (forms, metrics) or summary.yaml (tables), or delete it"),
                problemsWith("roster: units.csv", "roster: ../units.csv"));
    }

    @Test
    void readsFiscalYearsAndWhereAReturnSaysItsPeriod() {
        JobDefinition job = TestJob.in(parent).withJob("period: quarter", """
                        period: quarter
                        year-starts: 04-01
                        year-named: start
                        path: '^(?<period>[^/]+)/(?<unit>[^/]+)/'
                        period-from: run""").load();
        assertEquals(new PeriodCalendar(PeriodKind.QUARTER, 4, YearNamed.START), job.periods());
        assertEquals(
                new FileNamePattern.Parts("甲镇", "2025-26Q2"), job.fileName().readPath("2025-26Q2/甲镇/a.xlsx"));
        assertEquals(true, job.fileName().periodFromRun());
        assertEquals(
                new PeriodCalendar(PeriodKind.DAY),
                TestJob.in(parent)
                        .withJob("period: quarter", "period: day")
                        .load()
                        .periods());
    }

    @Test
    void rejectsYearsThatDoNotBeginAMonthAndPathsWithoutGroups() {
        assertEquals(
                List.of(
                        "job.yaml:4: \"04-06\" does not begin a year; write the first day of a month as 04-01",
                        "job.yaml:6: the regular expression must have a group (?<unit>…) or (?<period>…), or it reads nothing from a file's name",
                        "job.yaml:7: \"period-from\" cannot be \"file\"; write one of: return, run"),
                problemsWith(
                        "period: quarter",
                        "period: quarter\nyear-starts: 04-06\nyear-named: end\npath: '^[^/]+/'\nperiod-from: file"));
        assertEquals(
                List.of(
                        "job.yaml:4: a year that begins in January has one number only; leave year-named out, or say with year-starts when the year begins"),
                problemsWith("period: quarter", "period: quarter\nyear-named: end"));
    }

    @Test
    void speaksChinese() {
        assertEquals(
                List.of(
                        "job.yaml:3: 不认识的键“peroid”，您是否想写“period”？",
                        "job.yaml:4: “period”不能是“fortnight”，可以写：day、week、month、quarter、half-year、year"),
                TestJob.in(parent)
                        .withJob("period: quarter", "peroid: 1\nperiod: fortnight")
                        .problems(Language.ZH));
    }
}
