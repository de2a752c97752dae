package org.jibao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jibao.testkit.Sheets;
import org.jibao.testkit.SmallJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates, job folders and new job folders on the desk. */
class JobsPageTest {

    private static final String VISITS = """
            title: {zh: 来访, en: Visits}
            sheet: Visits
            cell: count
            columns: [{id: all, label: All}]
            rows: [{id: visits, label: Visits}, {id: calls, label: Calls}]
            """;

    private static final Sheets FORM = Sheets.of("Visits", """
            | Monthly return of visits |  |  |
            | Unit | | |
            | Item | Received | Answered |
            | Visits |  |  |
            | Calls |  |  |
            | Letters |  |  |
            """);

    private final Path folder;
    private final JobsBrowser browser;

    JobsPageTest(@TempDir Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        SmallJob.load(folder.resolve("jobs"), "visits", VISITS);
        this.browser = new JobsBrowser(folder);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void makesTheTemplateOfOneUnit() throws IOException, InterruptedException {
        String page = "/trial/2026Q4/templates";
        assertTrue(browser.get(page).body().contains("No templates of this period have been made."));
        String done = browser.send(page, page, Map.of("unit", "H1")).body();
        assertTrue(done.contains("Q4 2026: 1 templates were made."), done);
        String listed = browser.get(page).body();
        assertEquals(2, listed.split("<a href=\"[^\"]*/output\\?file=", -1).length, listed);
    }

    @Test
    void saysWhichUnitIsUnknown() throws IOException, InterruptedException {
        String page = "/trial/2026Q3/templates";
        String done = browser.send(page, page, Map.of("unit", "<b>Nowhere</b>")).body();
        assertTrue(done.contains("&lt;b&gt;Nowhere&lt;/b&gt;"), done);
        assertFalse(done.contains("<b>Nowhere"), done);
    }

    @Test
    void listsEveryMistakeOfAFolder() throws IOException, InterruptedException {
        Path broken = Files.createDirectories(folder.resolve("jobs/broken"));
        Files.writeString(broken.resolve("job.yaml"), "period: fortnight\n<i>x</i>: 1\n");
        HttpResponse<String> page = browser.get("/broken/now/jobs");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<code>job.yaml</code></th><td class=\"n\">1</td>"), page.body());
        assertTrue(page.body().contains("<code>job.yaml</code></th><td class=\"n\">2</td>"), page.body());
        assertTrue(page.body().contains("href=\"/trial/now/jobs\""), page.body());
        assertTrue(page.body().contains("has mistakes"), page.body());
        assertFalse(page.body().contains("<i>x"), page.body());
        assertTrue(browser.get("/broken/now/jobs?lang=zh").body().contains("有错误"));
    }

    @Test
    void showsWhatIsInAFolder() throws IOException, InterruptedException {
        String page = browser.get("/trial/now/jobs").body();
        assertTrue(page.contains("Units: 1 · Forms: 1 · Rules: 0"), page);
        assertTrue(browser.get("/trial/now/jobs?lang=zh").body().contains("单位 1 · 表 1 · 校验规则 0"));
    }

    @Test
    void refusesANameThatIsAPath() throws IOException, InterruptedException {
        for (String name : List.of("../evil", "a/b", "common", "Survey", "")) {
            HttpResponse<String> page = browser.draft(name, "form.xlsx", FORM.xlsx());
            assertEquals(422, page.statusCode(), name);
        }
        assertEquals(List.of("trial"), jobs());
    }

    @Test
    void overwritesNoFolder() throws IOException, InterruptedException {
        HttpResponse<String> page = browser.draft("trial", "form.xlsx", FORM.xlsx());
        assertEquals(422, page.statusCode());
        assertTrue(page.body().contains("There is something named trial already, and it is not overwritten."));
        assertTrue(Files.exists(folder.resolve("jobs/trial/forms/visits.yaml")));
    }

    @Test
    void refusesAnEmptyFile() throws IOException, InterruptedException {
        HttpResponse<String> page = browser.draft("survey", "form.xlsx", new byte[0]);
        assertEquals(422, page.statusCode());
        assertTrue(page.body().contains("was not stored: it is empty, or a folder."), page.body());
        assertEquals(List.of("trial"), jobs());
    }

    @Test
    void saysThatAFormHasNoTable() throws IOException, InterruptedException {
        byte[] notice = Sheets.of("Notice", "| To all units: the office is closed on Friday. |")
                .xlsx();
        String page = browser.draft("survey", "notice.xlsx", notice).body();
        assertTrue(page.contains("Nothing was written: no table was recognised in these files."), page);
        assertEquals(List.of("trial"), jobs());
    }

    @Test
    void draftsFromAFileWithAHostileName() throws IOException, InterruptedException {
        String done =
                browser.draft("survey", "../../<img src=x>.xlsx", FORM.xlsx()).body();
        assertTrue(done.contains("jobs/drafted?name=survey"), done);
        assertFalse(done.contains("<img"), done);
        assertEquals(List.of("survey", "trial"), jobs());
        String shown = browser.get("/trial/now/jobs/drafted?name=survey").body();
        assertEquals(6, marked(shown, "entry"), shown);
        assertEquals(3, marked(shown, "row_label"), shown);
        assertEquals(2, marked(shown, "column_label"), shown);
        assertTrue(shown.contains("id=\"sheet-0-B4\""), shown);
    }

    @Test
    void changesOnlyWhatTheOfficerCorrected() throws IOException, InterruptedException {
        browser.draft("survey", "form.xlsx", FORM.xlsx());
        Path form = folder.resolve("jobs/survey/forms");
        try (Stream<Path> forms = Files.list(form)) {
            form = forms.filter(path -> !path.toString().contains("cover"))
                    .findFirst()
                    .orElseThrow();
        }
        String before = Files.readString(form);
        String page = "/trial/now/jobs/drafted?name=survey";
        String mark = browser.get(page).body().replaceAll("(?s).*name=\"mark\" value=\"([^\"]*)\".*", "$1");
        int calls = numberOf(browser.get(page).body(), "Calls");
        browser.send(page, page, Map.of("mark", mark));
        assertEquals(before, Files.readString(form));
        browser.send(page, page, Map.of("mark", mark, "label-" + calls, "Calls \"by\" phone"));
        assertEquals(
                before.replace(" Calls,", " {id: calls, label: \"Calls \\\"by\\\" phone\"},"), Files.readString(form));
        String late = browser.send(page, page, Map.of("mark", mark, "label-" + calls, "Else"))
                .body();
        assertTrue(late.contains("The forms have changed since the page was loaded."), late);
    }

    @Test
    void putsBackWhatTheLoaderRefuses() throws IOException, InterruptedException {
        browser.draft("survey", "form.xlsx", FORM.xlsx());
        Path forms = folder.resolve("jobs/survey/forms");
        String page = "/trial/now/jobs/drafted?name=survey";
        String shown = browser.get(page).body();
        String mark = shown.replaceAll("(?s).*name=\"mark\" value=\"([^\"]*)\".*", "$1");
        String refused = browser.send(page, page, Map.of("mark", mark, "label-" + numberOf(shown, "Calls"), "Letters"))
                .body();
        assertTrue(refused.contains("Nothing was changed: the folder would have mistakes."), refused);
        assertTrue(browser.get(page).body().contains("value=\"" + mark + "\""));
        assertTrue(Files.isDirectory(forms));
    }

    private static int numberOf(String page, String label) {
        return Integer.parseInt(page.replaceAll("(?s).*name=\"label-([0-9]+)\" value=\"" + label + "\".*", "$1"));
    }

    @Test
    void showsOnlyWhatItDraftedItself() throws IOException, InterruptedException {
        assertEquals(404, browser.get("/trial/now/jobs/drafted?name=trial").statusCode());
        assertEquals(404, browser.get("/trial/now/jobs/drafted?name=../trial").statusCode());
        assertEquals(404, browser.get("/trial/now/jobs/else").statusCode());
    }

    private static int marked(String page, String mark) {
        return page.split("<td [^>]*class=\"mark " + mark + "\"", -1).length - 1;
    }

    private List<String> jobs() throws IOException {
        try (Stream<Path> jobs = Files.list(folder.resolve("jobs"))) {
            return jobs.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
