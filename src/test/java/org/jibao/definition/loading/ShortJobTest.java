package org.jibao.definition.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.DueRule;
import org.jibao.definition.CellType;
import org.jibao.definition.FileNamePattern.Parts;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Label;
import org.jibao.definition.RegisterForm;
import org.jibao.definition.Unit;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job folder in its shortest form, in one language. */
final class ShortJobTest {

    private static final String JOB = """
            title: Requests for information
            language: en
            period: quarter
            due: {day: 20, shift: next-working-day}
            """;

    private static final String REQUESTS = """
            title: Requests
            sheet: Requests
            cell: count
            columns: [Received, Answered in time, {label: Fee (£), cell: amount}]
            rows: [Letters, E-mail, {label: Portal, note: All entries of the site}, Total]
            """;

    private static final String ROSTER = "Code,Name\nA1,Ashdale Council\nB2,Birch Council\n";

    private final Path parent;

    ShortJobTest(@TempDir Path parent) {
        this.parent = parent;
    }

    private TestJob job() {
        return TestJob.in(parent)
                .with("job.yaml", JOB)
                .with("units.csv", ROSTER)
                .without("forms/cover.yaml")
                .without("forms/counts.yaml")
                .without("forms/items.yaml")
                .with("forms/requests.yaml", REQUESTS);
    }

    @Test
    void fillsInWhatJobLeavesOut() {
        JobDefinition job = job().load();
        assertEquals(List.of(Language.EN), job.languages());
        assertEquals(Text.same("Requests for information"), job.title());
        assertEquals("1", job.version());
        assertEquals(60, job.openFor());
        assertEquals(ZoneId.of("UTC"), job.zone());
        assertEquals("0 30 1 * * *", job.schedule());
        assertEquals(new DueRule(20, DueRule.Shift.NEXT_WORKING_DAY), job.due());
        assertEquals(Map.of("unit", Text.same("Units")), job.unitKinds());
        assertEquals(List.of("unit"), job.owedBy());
        assertEquals(
                List.of("A1", "B2"),
                job.roster().units().stream().map(Unit::code).toList());
        assertEquals(
                List.of("requests"),
                job.forms().stream().map(FormDefinition::id).toList());
    }

    @Test
    void makesIdsFromLabels() {
        GridForm grid = assertInstanceOf(GridForm.class, job().load().forms().get(0));
        assertEquals("Requests", grid.sheet().name());
        assertEquals(List.of("received", "answered_in_time", "fee"), ids(grid.columns()));
        assertEquals(List.of("letters", "e_mail", "portal", "total"), ids(grid.rows()));
        assertEquals(Text.same("E-mail"), grid.rows().get(1).text());
        assertEquals(
                Text.same("All entries of the site"),
                grid.rows().get(2).printed().note());
        assertEquals(new CellType(CellType.Kind.COUNT, null, false), grid.type());
        assertEquals(
                new CellType(CellType.Kind.AMOUNT, null, false),
                grid.columns().get(2).type());
    }

    private static List<String> ids(List<Label> labels) {
        return labels.stream().map(Label::id).toList();
    }

    @Test
    void makesIdsOfNumbersAccentsAndWordsOfSql() {
        assertEquals("n2019", LabelId.of("2019"));
        assertEquals("n18_24", LabelId.of("18–24"));
        assertEquals("all_", LabelId.of("All"));
        assertEquals("delais", LabelId.of("Délais"));
        assertEquals("pm2_5", LabelId.of("ＰＭ2.5浓度"));
        assertEquals("", LabelId.of("2019年"));
        assertEquals("", LabelId.of("合计"));
        assertEquals("", LabelId.of("—"));
    }

    @Test
    void rejectsLabelsWithoutAnIdOfTheirOwn() {
        assertEquals(
                List.of(
                        "forms/requests.yaml:4: the label \"received!\" gives the id \"received\", which the one in line 4 has: give it another, as in id: received_2",
                        "forms/requests.yaml:5: the label \"合计\" has no Latin letters to make an id from: give it one, as in id: total",
                        "forms/requests.yaml:5: the label \"Period\" gives the id \"period\", which already means something else here: give it another, as in id: period_1"),
                job().withChanged("forms/requests.yaml", "Answered in time", "received!")
                        .withChanged("forms/requests.yaml", "Letters, E-mail", "合计, Period")
                        .problems());
    }

    @Test
    void takesTextsOfOtherLanguagesForNothing() {
        JobDefinition job = job().withJob("title: Requests for information", "title: {zh: 申请, en: Requests}")
                .load();
        assertEquals(Text.same("Requests"), job.title());
    }

    @Test
    void rejectsMapWithoutTheJobsLanguage() {
        assertEquals(
                List.of("job.yaml:1: this text is not given in English, a language of the job: add en, or give one"
                        + " text for all languages"),
                job().withJob("title: Requests for information", "title: {zh: 申请}")
                        .problems());
        assertEquals(
                List.of("job.yaml:1: 这段文字缺少本任务使用的语言之一（中文）：请补上 zh，或者各语言共用一段文字"),
                job().withJob("language: en", "languages: [en, zh]")
                        .withJob("title: Requests for information", "title: {en: Requests}")
                        .problems(Language.ZH));
    }

    @Test
    void keepsOrderOfLanguages() {
        JobDefinition job = job().withJob("language: en", "languages: [en, zh]").load();
        assertEquals(List.of(Language.EN, Language.ZH), job.languages());
        assertEquals(Language.EN, job.language());
        assertEquals(new Text("单位", "Units"), job.unitKinds().get("unit"));
    }

    @Test
    void printsLabelsInTheMainLanguage() {
        JobDefinition job = job().withJob("language: en", "languages: [en, zh]")
                .withChanged("forms/requests.yaml", "Letters,", "{zh: 来信, en: Letters},")
                .load();
        GridForm grid = assertInstanceOf(GridForm.class, job.forms().get(0));
        assertEquals("letters", grid.rows().get(0).id());
        assertEquals("Letters", grid.rows().get(0).wording());
    }

    @Test
    void rejectsBothKeysOfLanguages() {
        assertEquals(
                List.of("job.yaml:2: language and languages are both given: keep languages where there are several,"
                        + " language where there is one"),
                job().withJob("language: en", "language: en\nlanguages: [en, zh]")
                        .problems());
        assertEquals(
                List.of("job.yaml:2: \"language\" cannot be \"english\"; write one of: zh, en"),
                job().withJob("language: en", "language: english").problems());
    }

    @Test
    void takesKindsFromTheRoster() {
        JobDefinition job = job().with("units.csv", "code,name,kind\nA1,Ashdale,Council\nB2,Bay,Health board\n")
                .load();
        assertEquals(
                Map.of("Council", Text.same("Council"), "Health board", Text.same("Health board")), job.unitKinds());
        assertEquals(List.of("Council", "Health board"), job.owedBy());
    }

    @Test
    void rejectsOwersThatTheRosterHasNot() {
        assertEquals(
                List.of("job.yaml:3: there is no kind of unit \"Counsil\"; did you mean \"Council\"?"),
                job().with("units.csv", "code,name,kind\nA1,Ashdale,Council\n")
                        .withJob("language: en\n", "language: en\nowed-by: [Counsil]\n")
                        .problems());
        assertEquals(
                List.of("units.csv:2: kind is empty: fill in the unit's kind, or leave the column out where all units"
                        + " are of one"),
                job().with("units.csv", "code,name,kind\nA1,Ashdale,\n").problems());
    }

    @Test
    void rejectsColumnsAndFilesThatCannotBeTold() {
        assertEquals(
                List.of(
                        "reference/Targets.csv:1: \"Targets\" is no id: begin with a lower-case letter, use lower-case letters, digits and underscores",
                        "units.csv:1: column 3 of the first line, \"code\", is called like column 1; choose another name"),
                job().with("units.csv", "Code,name,CODE\nA1,Ashdale,A2\n")
                        .with("reference/Targets.csv", "code,target\nA1,5\n")
                        .problems());
    }

    @Test
    void takesEveryFormWithTheCoverFirst() {
        JobDefinition job = job().with(
                        "forms/start.yaml",
                        "title: Cover\nsheet: Cover\nunit-name: unit\nfields: [Unit]\n"
                                .replace("[Unit]", "[{label: Unit}]"))
                .with(
                        "forms/cases.yaml",
                        "title: Cases\nsheet: Cases\nfields: [Subject, {label: Closed on, cell: date}]\n")
                .load();
        assertEquals(
                List.of("start", "cases", "requests"),
                job.forms().stream().map(FormDefinition::id).toList());
        RegisterForm cases = assertInstanceOf(RegisterForm.class, job.forms().get(1));
        assertEquals(CellType.Kind.DATE, cases.fields().get(1).type().kind());
    }

    @Test
    void takesEveryReferenceTable() {
        assertEquals(
                1,
                job().with("reference/targets.csv", "code,target\nA1,5\n")
                        .load()
                        .reference()
                        .size());
    }

    @Test
    void readsFileNamesAsPeopleGiveThem() {
        Map<String, Parts> names = Map.ofEntries(
                Map.entry("Ashdale Council Q3 2026.xlsx", new Parts("Ashdale Council", "Q3 2026")),
                Map.entry("ashdale_2026Q3.xlsx", new Parts("ashdale", "2026Q3")),
                Map.entry("A1 - 2026-09 (revised).xlsx", new Parts("A1", "2026-09")),
                Map.entry("School 19, July to September 2026.xlsx", new Parts("School 19", "July to September 2026")),
                Map.entry("March Town 2026 Q3 v2.xlsx", new Parts("March Town", "2026 Q3")),
                Map.entry("Old March Council Quarter 3 2026.xlsx", new Parts("Old March Council", "Quarter 3 2026")),
                Map.entry("Bay FY2025.xlsx", new Parts("Bay", "FY2025")),
                Map.entry("Bay 30-09-2026.xlsx", new Parts("Bay", "30-09-2026")),
                Map.entry("城关镇2026年第三季度（更正）.xlsx", new Parts("城关镇", "2026年第三季度")),
                Map.entry("城关镇二〇二六年三季度.xlsx", new Parts("城关镇", "二〇二六年三季度")));
        JobDefinition job = job().load();
        names.forEach((name, parts) -> assertEquals(parts, job.fileName().read(name), name));
    }

    @Test
    void selectsWhatABulletinIsMadeOfOnlyWhereOneIsMade() {
        String figures = "figures:\n  items: {label: Items, sum: requests.letters.received}\n";
        assertEquals(
                List.of("bulletin_figures", "bulletin_standings", "bulletin_units", "bulletin_sentences").stream()
                        .sorted()
                        .toList(),
                bulletinTables(job().with("figures.yaml", figures)));
        assertEquals(
                List.of(),
                bulletinTables(job().with("figures.yaml", figures)
                        .with("job.yaml", JOB + "delivery: {files: [workbook, page]}\n")));
    }

    private static List<String> bulletinTables(TestJob job) {
        return job.load().summary().tables().stream()
                .map(table -> table.id())
                .filter(id -> id.startsWith("bulletin"))
                .sorted()
                .toList();
    }
}
