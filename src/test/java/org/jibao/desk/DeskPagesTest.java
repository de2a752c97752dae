package org.jibao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jibao.desk.http.RawHttp.Reply;
import org.jibao.finding.Language;
import org.jibao.run.SmallNight;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk's pages on a small job, without a browser: what they say, and what they never do. */
class DeskPagesTest {

    private static final String HOME = "/quarterly-disclosure/2026Q3/";

    private final Path folder;

    private final SmallNight night;
    private final Desk desk;
    private final DeskVisitor visitor;

    DeskPagesTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        night = new SmallNight(folder);
        desk = Desk.open(new DeskSettings(
                job -> night.settings(Optional.of(SmallNight.NIGHT)).withJob(job),
                job -> folder.resolve("inbox"),
                "quarterly-disclosure",
                folder.resolve("jobs"),
                night.store(),
                Language.EN,
                0,
                Duration.ofMinutes(5)));
        visitor = new DeskVisitor(desk.address());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private String collected() throws IOException, InterruptedException {
        return visitor.ended(visitor.post(HOME + "files", HOME + "files", ""));
    }

    @Test
    void firstPageIsTheBoardOfTheJob() throws IOException {
        assertEquals("/quarterly-disclosure/now/board", visitor.get("/").header("location"));
    }

    @Test
    void boardBeforeAnythingCameSaysWhatToDo() throws IOException {
        String board = visitor.page(HOME + "board");
        assertTrue(board.contains("href=\"" + HOME + "files\""), board);
        assertTrue(board.contains("Put files in"), board);
    }

    @Test
    void readsWhatLiesInTheInboxAndShowsEachVerdict() throws Exception {
        String work = collected();
        assertTrue(work.contains("2 new files were read."), work);
        assertTrue(work.contains("青岚县教育局_2026年第三季度.xlsx"), work);
        String board = visitor.page(HOME + "board");
        assertTrue(board.contains("reported: 2 of 3"), board);
        assertTrue(board.contains("66.6%"), board);
    }

    @Test
    void boardIsFilteredAndSortedWithoutAScript() throws Exception {
        collected();
        String missing = visitor.page(HOME + "board?state=missing");
        assertTrue(missing.contains("青岚县司法局"), missing);
        assertFalse(missing.contains("青岚县民政局</a>"), missing);
        assertTrue(visitor.page(HOME + "board?q=QL307").contains("1 units"));
        assertTrue(visitor.page(HOME + "board?q=%3Cscript%3E&from=999999999&sort=x")
                .contains("0 units"));
    }

    @Test
    void fileThatIsSentIsReadAtOnce() throws Exception {
        Reply begun = visitor.send(HOME + "files", "青岚县司法局_2026年第三季度.xlsx", "no workbook");
        String work = visitor.ended(begun);
        assertTrue(work.contains("3 new files were read."), work);
        assertTrue(work.contains("rejected"), work);
    }

    @Test
    void fileThatIsNotTakenIsSaidAndReadsNothing() throws Exception {
        Reply refused = visitor.send(HOME + "files", "~$a.xlsx", "x");
        assertEquals(200, refused.status());
        assertTrue(refused.body().contains("it is the mark of a workbook that is open in Excel"), refused.body());
    }

    @Test
    void namesOfStrangersAreShownAsText() throws Exception {
        Reply begun = visitor.send(HOME + "files", "<img src=x onerror=alert(1)>&'_2026Q3.xlsx", "no workbook");
        String work = visitor.ended(begun);
        assertFalse(work.contains("<img src=x"), work);
        assertTrue(work.contains("img src=x onerror=alert(1)"), work);
        String board = visitor.page(HOME + "board?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
        assertFalse(board.contains("<script>alert"), board);
    }

    @Test
    void languageIsSwitchedForTheSession() throws IOException {
        assertTrue(visitor.page(HOME + "files?lang=zh").contains("收文件"));
        assertTrue(visitor.page(HOME + "files").contains("<html lang=\"zh-CN\">"));
        assertTrue(visitor.page(HOME + "files?lang=xx").contains("收文件"));
        assertTrue(visitor.page(HOME + "files?lang=en").contains("Files in"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/no-such-job/2026Q3/board",
                "/quarterly-disclosure/2026Q5/board",
                "/quarterly-disclosure/1999/board",
                "/quarterly-disclosure/2026Q3/no-such-page",
                "/quarterly-disclosure/2026Q3",
                "/common/2026Q3/board",
                "/quarterly-disclosure/2026Q3/work/1",
                "/quarterly-disclosure/2026Q3/work/x",
                "/quarterly-disclosure/2026Q3/output?file=manifest",
                "/quarterly-disclosure/2026Q3/output?file=../../../data/jibao.duckdb",
                "/quarterly-disclosure/2026Q3/output?file=%2e%2e%2fjob.yaml",
                "/quarterly-disclosure/2026Q3/output?file=/etc/passwd"
            })
    void whatIsNotThereIsNotFound(String path) throws IOException {
        Reply reply = visitor.get(path);
        assertEquals(404, reply.status(), reply.body());
        assertTrue(reply.body().contains("There is no such page."), reply.body());
    }

    @Test
    void jobFolderWithMistakesIsSaidWithFileAndLine() throws IOException {
        Files.writeString(night.job().resolve("forms/cover.yaml"), "type: nothing\n");
        String page = visitor.page(HOME + "board");
        assertTrue(page.contains("cover.yaml"), page);
        assertFalse(page.contains("Exception"), page);
    }

    @Test
    void summaryIsMadeListedAndHandedOutByItsName() throws Exception {
        collected();
        String made = visitor.ended(visitor.post(HOME + "summary", HOME + "summary/make", ""));
        assertTrue(made.contains("2 of 3 units have reported"), made);
        String page = visitor.page(HOME + "summary");
        assertTrue(page.contains("Small return Q3 2026.xlsx"), page);
        Reply file = visitor.get(HOME + "output?file=Small%20return%20Q3%202026.xlsx");
        assertEquals(200, file.status());
        assertTrue(file.body().startsWith("PK"), "no workbook");
        assertEquals(
                "attachment; filename*=UTF-8''Small%20return%20Q3%202026.xlsx", file.header("content-disposition"));
        Reply shown = visitor.get(HOME + "output?file=Small%20return%20Q3%202026.html&show=1");
        assertTrue(
                shown.header("content-security-policy").startsWith("sandbox "),
                shown.header("content-security-policy"));
    }

    @Test
    void storeThatIsInUseIsSaidAndNotWaitedFor() throws Exception {
        collected();
        try (Nightly other = Nightly.holding(night.store())) {
            assertTrue(other.running());
            String work = collected();
            assertTrue(work.contains("class=\"tag failed\""), work);
            assertTrue(work.contains("jibao.duckdb"), work);
            // What was published can be looked at meanwhile.
            assertTrue(visitor.page(HOME + "board").contains("reported: 2 of 3"));
        }
        assertTrue(collected().contains("Nothing new"));
    }

    @Test
    void backupIsMadeBesideTheStore() throws Exception {
        collected();
        String work = visitor.ended(visitor.post(HOME + "runs", HOME + "runs/backup", ""));
        assertTrue(work.contains("2 submissions"), work);
        assertTrue(visitor.page(HOME + "runs").contains("collect"));
    }

    @Test
    void unknownChangeIsNotFound() throws Exception {
        assertEquals(
                404, visitor.post(HOME + "files", HOME + "summary/other", "").status());
        assertEquals(404, visitor.post(HOME + "files", HOME + "runs/other", "").status());
    }

    @Test
    void endsWhenItIsNotUsed() throws Exception {
        try (Desk idle = Desk.open(new DeskSettings(
                job -> night.settings(Optional.empty()),
                job -> folder.resolve("inbox"),
                "quarterly-disclosure",
                folder.resolve("jobs"),
                night.store(),
                Language.EN,
                0,
                Duration.ofMillis(1)))) {
            assertTrue(idle.await());
        }
    }

    @Test
    void endsWhenItIsStopped() throws Exception {
        desk.stop();
        assertFalse(desk.await());
    }
}
