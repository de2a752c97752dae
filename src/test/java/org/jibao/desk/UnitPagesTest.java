package org.jibao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jibao.calls.CallBook;
import org.jibao.calls.CallNote;
import org.jibao.desk.http.RawHttp.Reply;
import org.jibao.finding.Language;
import org.jibao.run.DecidedFolder;
import org.jibao.run.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a unit and the chase list, without a browser. 2026Q2 is due on 2026-07-10 and closes on 2026-09-08. */
class UnitPagesTest {

    private static final String HOME = "/quarterly-disclosure/2026Q2/";
    private static final String UNIT = HOME + "unit?unit=QL101";
    private static final String CHASE = HOME + "chase";
    private static final Instant JULY_8 = Instant.parse("2026-07-08T01:00:00Z");
    private static final Instant JULY_9 = Instant.parse("2026-07-09T01:00:00Z");
    private static final Instant JULY_10 = Instant.parse("2026-07-10T01:00:00Z");
    private static final Instant AFTER_CLOSE = Instant.parse("2026-09-09T01:00:00Z");

    private final Path root;

    private final AtomicReference<Instant> now = new AtomicReference<>(JULY_10);
    private final DecidedFolder folder;
    private final Desk desk;
    private final DeskVisitor visitor;

    UnitPagesTest(@TempDir Path root) throws IOException {
        this.root = root;
        folder = new DecidedFolder(root);
        desk = Desk.open(new DeskSettings(
                this::settings,
                job -> root.resolve("inbox"),
                "quarterly-disclosure",
                root.resolve("jobs"),
                store(),
                Language.EN,
                0,
                Duration.ofMinutes(5)));
        visitor = new DeskVisitor(desk.address());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Path store() {
        return root.resolve("jibao.duckdb");
    }

    private Settings settings(String job) {
        return new Settings(
                root.resolve("jobs"),
                job,
                root.resolve("inbox"),
                store(),
                root.resolve("out"),
                Language.EN,
                Optional.empty(),
                Optional.ofNullable(now.get()),
                1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Reply post(String form, String fields) throws IOException {
        return visitor.post(UNIT, HOME + "unit/" + form + "?unit=QL101", fields);
    }

    private static String signed(String reason) {
        return "reason=" + encoded(reason) + "&by=" + encoded("张三");
    }

    private static void assertSays(String page, String... texts) {
        for (String text : texts) {
            assertTrue(page.contains(text), () -> "no " + text + " in " + page.substring(page.indexOf("<main")));
        }
    }

    private static int count(String page, String text) {
        return page.split(java.util.regex.Pattern.quote(text), -1).length - 1;
    }

    /** Adds a unit to the roster. */
    private void roster(String line) throws IOException {
        Files.writeString(root.resolve("jobs/common/units.csv"), line + "\n", StandardOpenOption.APPEND);
    }

    private void twoRevisions() {
        folder.put("1.txt", "QL101 2026Q2 issued=120 disclosed=80 entry=a:message entry=b:message", JULY_8);
        folder.receive("2.txt", "QL101 2026Q2 issued=121 disclosed=80 entry=b:hotline entry=c:message", JULY_9);
    }

    @Test
    void saysWhatAUnitSentWhatCountsAndWhatChanged() throws IOException {
        twoRevisions();
        String page = visitor.page(UNIT);
        assertSays(
                page,
                "<h1>青岚县砚雨镇</h1>",
                "<td class=\"n\"><a href=\"" + HOME + "return?submission=1\">1</a></td><th scope=\"row\">1.txt</th>"
                        + "<td>2026-07-08 09:00</td><td class=\"n\">1</td>",
                "<td>a newer revision counts instead <a href=\"" + HOME + "return?submission=2\">see no. 2</a></td>",
                "<td>counts</td>",
                "No. 1 → no. 2: changed cells: 1, entries: 3",
                "<td><code>表一 主动公开!B31</code></td><td><del>120</del> → <ins>121</ins></td>",
                "<td>removed</td>",
                "<td>added</td>",
                "<td>changed</td>",
                "<a href=\"tel:00008800101\">0000-8800101</a>",
                "<a href=\"mailto:ql101@example.com\">ql101@example.com</a>",
                "No call was noted.");
        assertSays(
                visitor.page(UNIT + "&lang=zh"),
                "<td>已由更新的一版替代 <a href=\"" + HOME + "return?submission=2\">见第 2 号</a></td>",
                "第 1 号 → 第 2 号：改动单元格 1 个，台账条目 3 条",
                "href=\"?lang=en&amp;unit=QL101\"");
    }

    @Test
    void showsAllPeriodsWhereAsked() throws IOException {
        folder.put("old.txt", "QL101 2026Q1 issued=1 disclosed=1", Instant.parse("2026-04-02T01:00:00Z"));
        twoRevisions();
        assertFalse(visitor.page(UNIT).contains("old.txt"));
        assertSays(visitor.page(UNIT + "&all=1"), "<h2>Q1 2026</h2>", "old.txt", "<h2>Q2 2026</h2>", "2.txt");
    }

    @Test
    void refusesUnitsThatAreNone() throws IOException {
        twoRevisions();
        assertEquals(404, visitor.get(HOME + "unit").status());
        assertEquals(404, visitor.get(HOME + "unit?unit=%E2%80%AEQL101").status());
        assertEquals(404, visitor.get(HOME + "unit?unit=" + "x".repeat(201)).status());
        String unknown = visitor.page(HOME + "unit?unit=" + encoded("<script>alert(1)</script>"));
        assertSays(unknown, "This cannot be shown", "&lt;script&gt;alert(1)&lt;/script&gt;");
        assertFalse(unknown.contains("<script>alert"));
        assertEquals(404, post("nothing", "").status());
    }

    @Test
    void hasContactAndTemplateBeforeAnythingCame() throws Exception {
        String page = visitor.page(UNIT);
        assertSays(page, "0000-8800101", "Nothing has been received from this unit.");
        assertFalse(page.contains("name=\"reason\""));
        String made = visitor.ended(post("template", ""));
        assertSays(made, "Make the template of 青岚县砚雨镇", "Made: 青岚县砚雨镇_2026年第二季度.xlsx", "href=\"" + UNIT + "\"");
        assertSays(
                visitor.page(UNIT),
                "href=\"" + HOME + "output?file=templates%2F" + encoded("青岚县砚雨镇_2026年第二季度") + ".xlsx\"");
    }

    @Test
    void withdrawsAFileForAReasonInTheOfficersName() throws Exception {
        twoRevisions();
        assertSays(visitor.page(UNIT), "<button name=\"submission\" value=\"2\">Withdraw 2.txt (no. 2)</button>");
        String done = visitor.ended(post("withdraw", "submission=2&" + signed("原件有误 <b>")));
        assertSays(
                done,
                "Withdraw a submission of 青岚县砚雨镇",
                "Submission 2 is withdrawn: 2.txt (revision 2)",
                "<a class=\"button main\" href=\"" + UNIT + "\">");
        String page = visitor.page(UNIT);
        assertSays(page, "<td>withdrawn, does not count</td>", "<td>counts</td>", "<td>原件有误 &lt;b&gt;</td>", "<td>张三");
        assertSays(page, "Officer: 张三 <button class=\"plain\">somebody else decides</button>");
        assertFalse(page.contains("name=\"by\""));
        assertEquals(303, post("officer", "").status());
        assertSays(visitor.page(UNIT), "name=\"by\"");
    }

    @Test
    void takesNoDecisionWithoutReasonAndNameOrOfAnotherUnit() throws Exception {
        twoRevisions();
        folder.receive("other.txt", "QL102 2026Q2 issued=1 disclosed=1", JULY_10);
        assertSays(
                post("withdraw", "submission=2&reason=%20&by=x").body(),
                "role=\"alert\">the reason is empty. A decision is kept with its reason and with the name of the officer "
                        + "who took it. Write both and send the form again<");
        String nameless = post("withdraw", "submission=2&reason=" + encoded("原件\"有误") + "&by=")
                .body();
        assertSays(nameless, "role=\"alert\">the name of the officer is empty.", "value=\"原件&#34;有误\"");
        assertSays(
                post("withdraw", "submission=2&reason=ok&by=a%00b").body(),
                "role=\"alert\">the name of the officer has a control or format character, which cannot be seen.");
        assertSays(
                post("withdraw", "submission=2&by=x&reason=" + "r".repeat(501)).body(),
                "role=\"alert\">the reason is longer than 500 characters.");
        assertEquals(404, post("withdraw", "submission=3&" + signed("x")).status());
        assertEquals(404, post("admit", "submission=2&" + signed("x")).status());
        assertEquals(
                0,
                folder.jibao(JULY_10)
                        .history("QL101")
                        .periods()
                        .get(0)
                        .decisions()
                        .size());
    }

    @Test
    void acceptsOneWarningOrAllThatAreOpen() throws Exception {
        folder.receive("1.txt", "QL101 2026Q2 issued=120 disclosed=80 warning=139", JULY_8);
        assertSays(visitor.page(UNIT), "<option value=\"cell-sensitive 台账!B6\">cell-sensitive 台账!B6 ");
        String refused =
                visitor.ended(post("accept", "which=" + encoded("cell-sensitive 台账!B7") + "&" + signed("公开电话")));
        assertSays(refused, "1.txt has no such warning; those it has: cell-sensitive (台账!B6)");
        String done = visitor.ended(post("accept", "which=" + encoded("cell-sensitive 台账!B6") + "&" + signed("公开电话")));
        assertSays(done, "1.txt: warnings accepted: 1");
        String page = visitor.page(UNIT);
        assertSays(page, "<code>cell-sensitive 台账!B6</code>", "<td>公开电话</td>");
        assertFalse(page.contains("name=\"which\""));
    }

    @Test
    void reopensAClosedPeriodForTheUnit() throws Exception {
        folder.receive("late.txt", "QL101 2026Q2 issued=120 disclosed=80", AFTER_CLOSE);
        assertFalse(visitor.page(UNIT).contains("Reopen 2026Q2"));
        now.set(AFTER_CLOSE);
        assertSays(visitor.page(UNIT), "<td>came after closing, does not count</td>", "Reopen 2026Q2 for this unit");
        String done = visitor.ended(post("reopen", signed("停电")));
        assertSays(done, "2026Q2 is open again for 青岚县砚雨镇");
        assertSays(visitor.page(UNIT), "<td>counts</td>", "<td>停电</td>", "<th scope=\"row\">reopened</th>");
    }

    @Test
    void letsAHeldFileIn() throws Exception {
        folder.senders("ql101@example.com", "ql102@example.com");
        folder.register("1.txt,2026-07-08T09:00:00+08:00,stranger@example.org");
        folder.receive("1.txt", "QL101 2026Q2 issued=120 disclosed=80", JULY_8);
        assertSays(visitor.page(UNIT), "<td>held, does not count</td>", "Let in 1.txt (no. 1)");
        assertSays(
                visitor.ended(post("admit", "submission=1&" + signed("电话核实"))), "1.txt: taken as the return of 青岚县砚雨镇");
        assertSays(visitor.page(UNIT), "<td>counts</td>", "<th scope=\"row\">let in</th>");
    }

    @Test
    void listsWhoOwesAReturnAndFiltersThem() throws IOException {
        folder.put("1.txt", "QL101 2026Q2 issued=120 disclosed=80", JULY_8);
        folder.receive("2.txt", "QL102 2026Q2 issued=1 disclosed=1 error=x", JULY_8);
        int expected = folder.jibao(JULY_10).status().units().size();
        String page = visitor.page(CHASE);
        assertSays(page, (expected - 1) + " of " + expected + " units still owe a return");
        assertEquals(expected - 1, count(page, "<summary>Note a call</summary>"));
        assertFalse(page.contains("青岚县砚雨镇"));
        String returned = visitor.page(CHASE + "?state=returned");
        assertEquals(1, count(returned, "<summary>Note a call</summary>"));
        assertSays(
                returned,
                "青岚县望舒镇",
                "2.txt 2026-07-08 09:00 · errors: 1",
                "<code>表一!B3</code>",
                "readonly rows=\"4\">ql102@example.com</textarea>");
        assertSays(visitor.page(CHASE + "?q=" + encoded("望舒")), "<caption>1 units</caption>");
        assertSays(visitor.page(CHASE + "?q=ql103"), "<caption>1 units</caption>", "青岚县竹笺镇");
        assertSays(visitor.page(CHASE + "?state=held&lang=zh"), "<caption>共 0 家</caption>", "催报单");
        int townships = count(visitor.page(CHASE + "?kind=township&lang=en"), "<summary>Note a call</summary>");
        int departments = count(visitor.page(CHASE + "?kind=department"), "<summary>Note a call</summary>");
        int others = count(visitor.page(CHASE + "?kind=street"), "<summary>Note a call</summary>");
        assertEquals(expected - 1, townships + departments + others);
    }

    @Test
    void keepsANoteOfACallAndShowsItOnBothPages() throws IOException {
        folder.receive("1.txt", "QL102 2026Q2 issued=1 disclosed=1", JULY_8);
        Reply kept = visitor.post(
                CHASE,
                CHASE + "/called?q=ql101&state=missing&kind=",
                "unit=QL101&by=" + encoded("王") + "&note=" + encoded("说明天报，电话 13812345678 <i>"));
        assertEquals(CHASE + "?q=ql101&state=missing&kind=&from=0", kept.header("location"));
        String noted = "called 2026-07-10 09:00 by 王: 说明天报，电话 *** &lt;i&gt;";
        assertSays(visitor.page(CHASE), noted, "Officer: 王");
        assertSays(visitor.page(UNIT + "&lang=zh"), "2026-07-10 09:00 王 催报：说明天报，电话 *** &lt;i&gt;");
        visitor.page(UNIT + "&lang=en");
        assertEquals(UNIT, post("called", "note=sent").header("location"));
        assertSays(visitor.page(UNIT), noted, "called 2026-07-10 09:00 by 王: sent");
        assertFalse(visitor.page(HOME + "unit?unit=QL102").contains("说明天报"));
        assertFalse(visitor.page("/quarterly-disclosure/2026Q1/unit?unit=QL101").contains("说明天报"));
    }

    @Test
    void refusesNotesThatCannotBeKept() throws IOException {
        folder.receive("1.txt", "QL102 2026Q2 issued=1 disclosed=1", JULY_8);
        String empty =
                visitor.post(CHASE, CHASE + "/called", "unit=QL101&by=x&note=").body();
        assertSays(empty, "role=\"alert\">QL101 the note of the call is empty. Write it, and note the call again<");
        String turned = post("called", "by=x&note=a%E2%80%AEb").body();
        assertSays(turned, "role=\"alert\">Character 2 of the note of the call cannot be seen:", "(U+202E)");
        assertSays(
                visitor.post(CHASE, CHASE + "/called", "unit=" + encoded("<img>") + "&by=x&note=y")
                        .body(),
                "role=\"alert\">&lt;img&gt; there is no unit");
        assertEquals(404, visitor.post(CHASE, CHASE + "/nothing", "").status());
        assertFalse(Files.exists(root.resolve("jibao.duckdb.calls.jsonl")));
    }

    @Test
    void saysThatLinesOfTheFileOfCallsCannotBeRead() throws IOException {
        folder.receive("1.txt", "QL102 2026Q2 issued=1 disclosed=1", JULY_8);
        CallBook.beside(store()).add(new CallNote("quarterly-disclosure", "2026Q2", "QL101", JULY_9, "王", "good"));
        Files.writeString(root.resolve("jibao.duckdb.calls.jsonl"), "{\"at\":", StandardOpenOption.APPEND);
        String said = "1 lines of the file of calls " + root.resolve("jibao.duckdb.calls.jsonl")
                + " cannot be read and were passed over.";
        assertSays(visitor.page(CHASE), said, "by 王: good");
        assertSays(visitor.page(UNIT), said, "by 王: good");
    }

    @Test
    void showsHostileNamesAndContactsAsText() throws IOException {
        roster("QL998,<script>alert(2)</script>,department,QL000,,,,<b>office</b>,0000-1 转 2,a&b@example.com");
        folder.receive("1.txt", "QL102 2026Q2 issued=1 disclosed=1", JULY_8);
        for (String place : List.of(CHASE, HOME + "unit?unit=QL998")) {
            String page = visitor.page(place);
            assertSays(
                    page,
                    "&lt;script&gt;alert(2)&lt;/script&gt;",
                    "&lt;b&gt;office&lt;/b&gt;",
                    "<a href=\"mailto:a%26b@example.com\">a&amp;b@example.com</a>");
            assertFalse(page.contains("<script>alert"), place);
            assertFalse(page.contains("<b>office"), place);
        }
    }

    @Test
    void showsNothingToChaseBeforeAnythingCame() throws IOException {
        Reply page = visitor.get(CHASE);
        assertEquals(200, page.status());
        assertFalse(page.body().contains("<table"));
    }
}
