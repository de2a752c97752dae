package org.jibao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jibao.desk.http.RawHttp.Reply;
import org.jibao.finding.Language;
import org.jibao.run.DecidedFolder;
import org.jibao.run.Settings;
import org.jibao.status.OpenTables;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is open on the desk, without a browser. */
class JudgementPageTest {

    private static final String JOB = "quarterly-disclosure";
    private static final String HOME = "/quarterly-disclosure/2026Q2/";
    private static final String PAGE = HOME + "judgement";
    private static final Instant JULY_8 = Instant.parse("2026-07-08T01:00:00Z");
    private static final Instant JULY_10 = Instant.parse("2026-07-10T01:00:00Z");

    private final Path root;
    private final DecidedFolder folder;
    private final Desk desk;
    private final DeskVisitor visitor;

    JudgementPageTest(@TempDir Path root) throws IOException {
        this.root = root;
        folder = new DecidedFolder(root);
        desk = Desk.open(new DeskSettings(
                this::settings,
                job -> root.resolve("inbox"),
                JOB,
                root.resolve("jobs"),
                root.resolve("jibao.duckdb"),
                Language.EN,
                0,
                Duration.ofMinutes(5)));
        visitor = new DeskVisitor(desk.address());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Settings settings(String job) {
        return new Settings(
                root.resolve("jobs"),
                job,
                root.resolve("inbox"),
                root.resolve("jibao.duckdb"),
                root.resolve("out"),
                Language.EN,
                Optional.empty(),
                Optional.of(JULY_10),
                1);
    }

    /** Two returns, and what a summary would have found. */
    private void found(Consumer<OpenTables> tables) {
        folder.put("1.txt", "QL101 2026Q2 issued=1", JULY_8);
        folder.put("2.txt", "QL102 2026Q2 issued=1", JULY_8);
        folder.collect(JULY_8);
        try (Store store = Store.open(root.resolve("jibao.duckdb"), StoreSettings.DEFAULT)) {
            store.parameter(JOB, org.jibao.calendar.Period.parse("2026Q2").orElseThrow(), JULY_10);
            tables.accept(new OpenTables(store.sql(), "2026Q2"));
            store.snapshot().publish();
        }
    }

    private static void assertSays(String page, String... texts) {
        for (String text : texts) {
            assertTrue(page.contains(text), () -> "no " + text + " in " + page.substring(page.indexOf("<main")));
        }
    }

    private static int rows(String page) {
        return page.split(Pattern.quote("<td class=\"open\">"), -1).length - 1;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void showsWhatIsOpenByEffect() throws IOException {
        found(tables -> tables.figure(JOB, "QL101", "a", "B31", "tenfold")
                .missing(1, "QL110", 0.3, 0.6)
                .unlikely(2, "QL101", "a", 0.034, 1));
        assertSays(
                visitor.page(PAGE),
                "<h1>Figures in doubt, and what is open</h1>",
                "<span>Units without an accepted return: 1</span>",
                "<span>Figures to ask about: 1</span>",
                "Settle first: 青岚县半夏乡, 青岚县砚雨镇. Settling these 2 units covers 100.0% of what is open.",
                "<a href=\"" + HOME + "unit?unit=QL110\">青岚县半夏乡</a>",
                "<span class=\"tag missing\">missing</span>",
                "<td><b>30.0%</b><br><span class=\"quiet\">Items disclosed</span></td>\n<td class=\"n\">60%</td>",
                "<a href=\"" + HOME + "return?submission=1#" + ReturnGrid.id("表一 主动公开", "B31") + "\">表一 主动公开!B31</a>",
                "Stated <b>3240</b>; expected 321.5 (310 to 338.25)",
                "A nought too many; without it 324",
                "<td><b>3.4%</b>");
        assertSays(
                visitor.page(PAGE + "?lang=zh"),
                "<h1>存疑与待核</h1>",
                "先办青岚县半夏乡、青岚县砚雨镇：这 2 家占待核影响的 100.0%。",
                "填 <b>3240</b>；预计 321.5（310—338.25）",
                "多写一个 0；应为 324");
    }

    @Test
    void showsOneKindAlone() throws IOException {
        found(tables -> tables.figure(JOB, "QL101", "a", "B31", "tenfold")
                .missing(1, "QL110", 0.3, 0.6)
                .unlikely(2, "QL101", "a", 0.034, 1));
        String unlikely = visitor.page(PAGE + "?kind=unlikely");
        assertEquals(1, rows(unlikely));
        assertFalse(unlikely.contains("unit?unit=QL110\">青岚县半夏乡"), unlikely);
        assertEquals(1, rows(visitor.page(PAGE + "?kind=missing")));
        assertEquals(2, rows(visitor.page(PAGE + "?kind=%3Cscript%3E")));
    }

    @Test
    void showsTwentyFirstAndTheRestBehindALink() throws IOException {
        found(tables -> {
            for (int i = 1; i <= 25; i++) {
                tables.missing(i, "QL" + (302 + i), 0.01, i / 25.0);
            }
        });
        String first = visitor.page(PAGE);
        assertEquals(20, rows(first));
        assertSays(first, "1–20 of 25", "<a href=\"?kind=&amp;all=1\">Show all 25</a>".replace("&amp;", "&"));
        String all = visitor.page(PAGE + "?all=1");
        assertEquals(25, rows(all));
        assertFalse(all.contains("Show all"), all);
    }

    @Test
    void acceptsAFigureThatIsRight() throws Exception {
        found(tables -> tables.figure(JOB, "QL101", "a", "B31", "tenfold"));
        assertEquals(1, rows(visitor.page(PAGE)));
        Reply begun = visitor.post(
                PAGE, PAGE + "/right?kind=", "fingerprint=a&reason=" + encoded("大型活动") + "&by=" + encoded("张三"));
        String done = visitor.ended(begun);
        assertSays(done, "href=\"" + PAGE + "?kind=\"");
        String page = visitor.page(PAGE);
        assertEquals(0, rows(page), page);
        assertSays(visitor.page(HOME + "unit?unit=QL101"), "<td>大型活动</td>", "figure-unlikely");
        // It is answered: the same form again says so.
        Reply again = visitor.post(HOME + "unit?unit=QL102", PAGE + "/right?kind=", "fingerprint=a&reason=x&by=y");
        assertSays(again.body(), "this figure is no longer open");
    }

    @Test
    void asksForAReason() throws IOException {
        found(tables -> tables.figure(JOB, "QL101", "a", "B31", "tenfold"));
        Reply refused = visitor.post(PAGE, PAGE + "/right?kind=", "fingerprint=a&reason=&by=" + encoded("张三"));
        assertSays(refused.body(), "role=\"alert\"", "<details open>");
        assertEquals(1, rows(refused.body()));
        assertEquals(
                403,
                visitor.postWithout(PAGE + "/right", "fingerprint=a&reason=x&by=y")
                        .status());
    }

    @Test
    void escapesWhatStrangersWrote() throws IOException {
        found(tables -> tables.figure(JOB, "QL101", "<b>\"'", "B31", "<script>alert(1)</script>"));
        String page = visitor.page(PAGE);
        assertFalse(page.contains("<script>alert"), page);
        assertSays(page, "&lt;script&gt;alert(1)&lt;/script&gt;", "value=\"&lt;b>&#34;&#39;\"");
    }

    @Test
    void saysThatNothingIsKnownYet() throws IOException {
        folder.put("1.txt", "QL101 2026Q2 issued=1", JULY_8);
        folder.collect(JULY_8);
        assertSays(
                visitor.page(PAGE),
                "No effects are known of this period: summarize it first. 48 units owe a return.",
                "<a href=\"" + HOME + "chase\">Chase list</a>");
    }
}
