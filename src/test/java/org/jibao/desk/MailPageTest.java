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
import org.jibao.delivery.OutgoingItem;
import org.jibao.desk.http.RawHttp.Reply;
import org.jibao.finding.Language;
import org.jibao.mailbook.AnswerRecord;
import org.jibao.mailbook.AnswerRecord.State;
import org.jibao.mailbook.MailRecord.Kind;
import org.jibao.mailbook.MailRecord.Left;
import org.jibao.mailbook.MailRecord.Proof;
import org.jibao.run.DecidedFolder;
import org.jibao.run.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of mails, without a browser, on a book that is written by hand. */
class MailPageTest {

    private static final String JOB = "quarterly-disclosure";
    private static final String HOME = "/" + JOB + "/2026Q2/";
    private static final String MAIL = HOME + "mail";
    private static final String HELD = MAIL + "?view=held";
    private static final String UNDELIVERED = MAIL + "?view=undelivered";
    private static final String FILE = "mail/20260708-090000-00000000/1.txt";
    private static final Instant JULY_8 = Instant.parse("2026-07-08T01:00:00Z");
    private static final Instant JULY_9 = Instant.parse("2026-07-09T01:00:00Z");
    private static final Instant JULY_10 = Instant.parse("2026-07-10T01:00:00Z");

    private static final String YAML = """
            mailbox:
              authenticated-by: [mx.example.com]
            answers:
              from: office@example.com
              returned: after-review
            """;

    private final Path root;
    private final DecidedFolder folder;
    private final DeskMails mails;
    private final Desk desk;
    private final DeskVisitor visitor;

    MailPageTest(@TempDir Path root) throws IOException {
        this.root = root;
        folder = new DecidedFolder(root);
        mails = new DeskMails(store(), JOB);
        desk = Desk.open(new DeskSettings(
                this::settings,
                job -> root.resolve("inbox"),
                JOB,
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
                Optional.of(JULY_10),
                1);
    }

    private static void assertSays(String page, String... texts) {
        for (String text : texts) {
            assertTrue(page.contains(text), () -> "no " + text + " in " + page.substring(page.indexOf("<main")));
        }
    }

    private static int count(String page, String text) {
        return page.split(java.util.regex.Pattern.quote(text), -1).length - 1;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private AnswerRecord answer(String id) throws IOException {
        return mails.book().read().answer(id).orElseThrow();
    }

    private String held(String words) throws IOException {
        String mail = mails.came(JULY_8, "砚雨镇 <ql101@example.com>", Proof.PROVEN, "季报", FILE);
        return mails.held(mail, "returned", "QL101", FILE, "ql101@example.com", JULY_8, words);
    }

    private void officer() throws IOException {
        Reply named = visitor.post(HELD, MAIL + "/officer?view=held", "by=" + encoded("张三"));
        assertEquals(HELD, named.header("location"));
    }

    @Test
    void standsInTheNavigationWhereThereIsAnythingAboutMails() throws IOException {
        String link = "<a href=\"" + MAIL + "\"";
        assertFalse(visitor.page(HOME + "files").contains(link));
        assertSays(visitor.page(MAIL), "The job names no mailbox, so that nothing is fetched.", "No mail was found.");
        mails.came(JULY_8, "ql101@example.com", Proof.PROVEN, "季报", Kind.NO_FILE);
        assertSays(visitor.page(HOME + "files"), link);
        Files.delete(mails.book().file());
        assertFalse(visitor.page(HOME + "files").contains(link));
        folder.job(YAML);
        assertSays(visitor.page(HOME + "files"), link);
        assertSays(visitor.page(MAIL), "Fetch now", "Check the mailbox", "Read what is new in the inbox");
    }

    @Test
    void saysWhatArrivedWhatBecameOfItAndWhatWasAnswered() throws IOException {
        folder.put(FILE, "QL101 2026Q2 issued=1 disclosed=1", JULY_8);
        folder.receive(FILE.replace("1.txt", "2.txt"), "QL102 2026Q2 issued=1 disclosed=1 error=x", JULY_8);
        String mail = mails.came(
                JULY_8,
                "砚雨镇 <ql101@example.com>",
                Proof.PROVEN,
                "季报",
                Kind.RETURNS,
                List.of(FILE, FILE.replace("1.txt", "2.txt"), FILE.replace("1.txt", "3.txt")),
                List.of(new Left("说明.docx", "other_kind")),
                List.of());
        mails.sent(mail, "complete", "QL101", FILE, "ql101@example.com", JULY_9);
        mails.came(JULY_9, "x@example.org", Proof.REFUTED, "urgent", Kind.LINK);
        String page = visitor.page(MAIL);
        assertSays(
                page,
                "<td class=\"when\">2026-07-08 09:00</td>",
                "砚雨镇 &lt;ql101@example.com&gt;</span> <span class=\"tag proven\">proven</span>",
                "<code class=\"quiet\">dmarc=pass (mx.example.com)</code>",
                "<span class=\"subject\">季报</span>",
                "<a href=\"" + HOME + "return?submission=1\"><span class=\"tag accepted\">accepted</span> no. 1</a>"
                        + " <a href=\"" + HOME + "unit?unit=QL101\">青岚县砚雨镇</a>",
                "<span class=\"tag returned\">returned</span> no. 2</a>",
                "<span>3.txt\n<span class=\"quiet\">not read yet</span>",
                "Not taken: 说明.docx is no workbook",
                "thanks, complete <span class=\"tag sent\">sent</span> <span class=\"when\">2026-07-09 09:02</span>",
                "<span class=\"tag refuted\">forged</span>",
                "<span class=\"tag\">link and no file</span>",
                "Arrived <b>2</b>",
                "Not for us <b>1</b>");
        assertTrue(page.indexOf("urgent") < page.indexOf("季报"), "the newest first");
        assertSays(
                visitor.page(MAIL + "?lang=zh"),
                "已核实",
                "系伪造",
                "报送完成 <span class=\"tag sent\">已发出</span>",
                "未收取：说明.docx 不是表格文件",
                "尚未读取",
                "来信 <b>2</b>",
                "与报送无关 <b>1</b>");
    }

    @Test
    void namesTheFirstReturnsOfAPackage() throws IOException {
        String zip = "mail/20260708-090000-00000000/all.zip";
        for (int i = 1; i <= 12; i++) {
            folder.put(zip + "/" + i + ".txt", "QL101 2026Q2 issued=" + i + " disclosed=1", JULY_8.plusSeconds(i));
        }
        folder.put(zip + "x/other.txt", "QL102 2026Q2 issued=1 disclosed=1", JULY_8);
        folder.collect(JULY_9);
        mails.came(JULY_8, "ql101@example.com", Proof.PROVEN, "all", zip);
        String page = visitor.page(MAIL);
        assertEquals(10, count(page, "class=\"verdict\""));
        assertSays(page, "… and 2 more");
        assertFalse(page.contains("QL102"));
        assertEquals(12, count(visitor.page(HOME + "unit?unit=QL101"), "came by mail 2026-07-08 09:00"));
    }

    @Test
    void findsMailsByUnitSenderAndKind() throws IOException {
        mails.came(JULY_8, "ql101@example.com", Proof.PROVEN, "A", FILE);
        mails.came(JULY_8, "someone@example.org", Proof.CLAIMED, "B", Kind.NO_FILE);
        mails.came(JULY_8, "ql102@example.com", Proof.PROVEN, "C", Kind.AUTOMATIC);
        mails.bounced(JULY_8, "ql103@example.com");
        assertSays(visitor.page(MAIL), "<caption>4 mails</caption>");
        assertSays(visitor.page(MAIL + "?q=" + encoded("砚雨")), "<caption>1 mails</caption>", ">A</span>");
        assertSays(visitor.page(MAIL + "?q=SOMEONE"), "<caption>1 mails</caption>", ">B</span>");
        assertSays(visitor.page(MAIL + "?q=ql103"), "<caption>1 mails</caption>", "Could not be delivered to ql103@");
        assertSays(visitor.page(MAIL + "?kind=no-file"), "<caption>1 mails</caption>", ">B</span>");
        assertSays(visitor.page(MAIL + "?kind=%3Cscript%3E&q=%22%3E%3Cb%3E"), "No mail was found.", "value=\"&#34;>");
        String others = visitor.page(MAIL + "?view=others");
        assertSays(others, "<caption>2 mails</caption>", ">B</span>", ">C</span>");
        assertSays(visitor.page(MAIL + "?view=nothing"), "<caption>4 mails</caption>");
    }

    @Test
    void showsAHundredMailsOnAPage() throws IOException {
        for (int i = 0; i < 205; i++) {
            mails.came(JULY_8.plusSeconds(i), "a@example.com", Proof.CLAIMED, "mail " + i + ".", Kind.NO_FILE);
        }
        String first = visitor.page(MAIL + "?q=mail");
        assertEquals(100, count(first, "class=\"subject\""));
        assertSays(
                first,
                "mail 204.",
                "mail 105.",
                "1–100 of 205",
                "href=\"?view=arrived&amp;q=mail&amp;kind=&from=100\">next");
        String last = visitor.page(MAIL + "?view=arrived&q=mail&kind=&from=200");
        assertEquals(5, count(last, "class=\"subject\""));
        assertSays(last, "201–205 of 205", "from=100\">previous");
        assertFalse(last.contains("from=300"));
        assertEquals(200, visitor.get(MAIL + "?from=999999999").status());
    }

    @Test
    void showsHeldAnswersAsTheyWillGoAndLetsThemGo() throws IOException {
        String id = held("青岚县砚雨镇：\n\n请改正 <b>B3</b>");
        String page = visitor.page(HELD);
        assertSays(
                page,
                "return for correction · <a href=\"" + HOME + "unit?unit=QL101\">青岚县砚雨镇</a>",
                "<pre>青岚县砚雨镇：\n\n请改正 &lt;b&gt;B3&lt;/b&gt;</pre>",
                "to ql101@example.com",
                "Answers the mail of 砚雨镇 &lt;ql101@example.com&gt;, 2026-07-08 09:00",
                "Say first who lets answers go.");
        assertFalse(page.contains("html</b>"));
        assertFalse(page.contains("Let it go</button>"));
        officer();
        assertSays(visitor.page(HELD), "Officer: 张三", "<button>Let it go</button>", ">Drop</button>");
        Reply done = visitor.post(HELD, MAIL + "/release?view=held", "answer=" + id);
        assertEquals(HELD + "&done=released&count=1", done.header("location"));
        assertSays(
                visitor.page(done.header("location")),
                "Answers let go: 1. They go with the next delivery.",
                "No answer waits for you.");
        assertEquals(State.QUEUED, answer(id).state());
        assertEquals("张三", answer(id).by());
        assertEquals(
                OutgoingItem.State.WAITING,
                mails.outbox().item(id).orElseThrow().state());
        assertSays(visitor.page(MAIL), "<span class=\"tag waiting\">waiting</span>", "decided by 张三");
        assertSays(visitor.page(HELD + "&done=released&count=1&lang=zh"), "已放行 1 份，随下次发送发出。", "没有待放行的答复。");
    }

    @Test
    void letsGoOnlyWhatWasShown() throws IOException {
        String first = held("one");
        String second = held("two");
        officer();
        assertSays(visitor.page(HELD), "Let all 2 go that are shown here", "value=\"" + first + "\"");
        String later = held("three");
        Reply done = visitor.post(
                HELD, MAIL + "/release?view=held", "answer=" + first + "&answer=" + second + "&answer=all");
        assertEquals(HELD + "&done=released&count=2", done.header("location"));
        assertEquals(State.QUEUED, answer(second).state());
        assertEquals(State.HELD, answer(later).state());
    }

    @Test
    void dropsAnAnswerThatHasNotGone() throws IOException {
        folder.job(YAML);
        String id = held("one");
        officer();
        Reply done = visitor.post(HELD, MAIL + "/drop?view=held", "answer=" + id);
        assertEquals(HELD + "&done=dropped", done.header("location"));
        assertSays(visitor.page(HELD + "&done=dropped"), "Dropped. The answer does not go.");
        assertEquals(State.DROPPED, answer(id).state());
        assertEquals("张三", answer(id).by());
        assertSays(
                visitor.post(HELD, MAIL + "/drop?view=held", "answer=" + id).body(),
                "role=\"alert\">The answer " + id + " cannot be dropped: it has gone, or is being sent just now.");
        assertSays(
                visitor.post(HELD, MAIL + "/drop?view=held", "answer=%3Cb%3E").body(),
                "role=\"alert\">There is no answer &lt;b&gt; in this job.");
    }

    @Test
    void decidesNothingWithoutTokenNameOrForm() throws IOException {
        String id = held("one");
        assertSays(
                visitor.post(HELD, MAIL + "/release?view=held", "answer=" + id).body(),
                "role=\"alert\">the name of the officer is empty.");
        assertSays(
                visitor.post(HELD, MAIL + "/drop?view=held", "answer=" + id + "&by=a%E2%80%AEb")
                        .body(),
                "role=\"alert\">the name of the officer has a control or format character");
        officer();
        assertEquals(200, visitor.get(MAIL + "/release?view=held&answer=" + id).status());
        assertEquals(
                403,
                visitor.postWithout(MAIL + "/release?view=held", "answer=" + id).status());
        assertEquals(
                403,
                visitor.postWithout(MAIL + "/drop?view=held", "answer=" + id).status());
        assertEquals(404, visitor.post(HELD, MAIL + "/nothing", "answer=" + id).status());
        assertEquals(State.HELD, answer(id).state());
    }

    @Test
    void saysWhatWasNotDelivered() throws IOException {
        mails.failed("", "returned", "QL102", "ql102@example.com", JULY_9);
        mails.noted(State.LIMITED, "", "received", "QL103", FILE, "ql103@example.com", JULY_9);
        mails.noted(State.NO_ADDRESS, "", "rejected", "QL104", FILE, "", JULY_9);
        OutgoingItem waiting = mails.queued("", "reminder", "QL101", "", "ql101@example.com", JULY_9);
        mails.bounced(JULY_8, "QL101@example.com", "nobody@example.com");
        String page = visitor.page(UNDELIVERED);
        assertSays(
                page,
                "Not delivered <b>4</b>",
                "<a href=\"" + HOME + "unit?unit=QL101\">青岚县砚雨镇</a> ql101@example.com, could not be delivered "
                        + "2026-07-08 09:00",
                "the mailbox is full<br><span class=\"quiet\">tries: 1, next at ",
                "The unit has had its number of answers for that day.",
                "The roster has no address to which it may go. Add one to the list of units.",
                "It goes with the next delivery.",
                "Send now what waits",
                "Say first who drops answers.");
        assertSays(visitor.page(UNDELIVERED + "&lang=zh"), "对方邮箱已满", "该单位当日的答复已达限数。", "无法送达的地址");
        visitor.page(UNDELIVERED + "&lang=en");
        visitor.post(UNDELIVERED, MAIL + "/officer?view=undelivered", "by=w");
        assertEquals(2, count(visitor.page(UNDELIVERED), "<button>Drop</button>"));
        visitor.post(UNDELIVERED, MAIL + "/drop?view=undelivered", "answer=" + waiting.id());
        assertEquals(State.DROPPED, answer(waiting.id()).state());
        mails.came(JULY_9, "ql101@example.com", Proof.PROVEN, "works again", Kind.NO_FILE);
        assertFalse(visitor.page(UNDELIVERED).contains("Addresses that do not work"));
    }

    @Test
    void unitAndReturnSayWhoSentAFileAndWhatWasAnswered() throws IOException {
        folder.receive(FILE, "QL101 2026Q2 issued=1 disclosed=1", JULY_8);
        String mail = mails.came(JULY_8, "<ql101@example.com>", Proof.CLAIMED, "<i>季报", FILE);
        mails.sent(mail, "complete", "QL101", FILE, "ql101@example.com", JULY_9);
        mails.sent("", "reminder", "QL101", "", "ql101@example.com", JULY_9);
        mails.bounced(JULY_10, "ql101@example.com");
        String unit = visitor.page(HOME + "unit?unit=QL101");
        assertSays(
                unit,
                "came by mail 2026-07-08 09:00 from <span class=\"from\">&lt;ql101@example.com&gt;</span> "
                        + "<span class=\"tag claimed\">only claimed</span>",
                "<h2 id=\"answers\">What was answered</h2>",
                "thanks, complete <span class=\"tag sent\">sent</span>",
                "reminder <span class=\"tag sent\">sent</span>",
                "Mail to ql101@example.com could not be delivered 2026-07-10 09:00. Ask the unit for another address");
        String shown = visitor.page(HOME + "return?submission=1");
        assertSays(
                shown,
                "came by mail 2026-07-08 09:00 from",
                "Subject: &lt;i&gt;季报",
                "thanks, complete <span class=\"tag sent\">sent</span>",
                "Mail to ql101@example.com could not be delivered 2026-07-10 09:00.");
        assertFalse(shown.contains("reminder <span"));
        assertSays(
                visitor.page(HOME + "unit?unit=QL101&lang=zh"),
                "2026-07-08 09:00 邮件报来，发件人",
                "仅自称",
                "发往 ql101@example.com 的邮件于 2026-07-10 09:00 被退回。");
    }

    @Test
    void showsWhatStrangersWriteAsText() throws IOException {
        String mail = mails.came(
                JULY_8,
                "<script>alert(1)</script>",
                Proof.CLAIMED,
                "<img src=x onerror=alert(2)>\u202e",
                Kind.NO_FILE,
                new Left("<b>logo</b>", "<i>why</i>"),
                new Left("", "damaged"));
        mails.noted(State.NO_ADDRESS, mail, "<u>kind</u>", "<a>", "", "<s>@example.com", JULY_8);
        mails.bounced(JULY_8, "<em>@example.com");
        for (String view : List.of("arrived", "others", "undelivered")) {
            String page = visitor.page(MAIL + "?view=" + view);
            String main = page.substring(page.indexOf("<main"));
            for (String tag : List.of("<script>", "<img", "<b>logo", "<i>why", "<u>", "<s>", "<em>", "\u202e")) {
                assertFalse(main.contains(tag), tag);
            }
        }
        assertSays(
                visitor.page(MAIL),
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "&lt;img src=x onerror=alert(2)&gt;\\u202e",
                "Not taken: &lt;b&gt;logo&lt;/b&gt; &lt;i&gt;why&lt;/i&gt;",
                "Not taken: a part is damaged");
    }

    @Test
    void saysThatLinesOfTheBookCannotBeRead() throws IOException {
        mails.came(JULY_8, "ql101@example.com", Proof.PROVEN, "good", Kind.NO_FILE);
        Files.writeString(mails.book().file(), "{\"event\":\"mail\"}\n", StandardOpenOption.APPEND);
        assertSays(visitor.page(MAIL), "1 lines of the record of mails cannot be read", ">good</span>");
    }

    @Test
    void fetchAndCheckSayWhatIsWrong() throws Exception {
        folder.job(YAML);
        String fetched = visitor.ended(visitor.post(MAIL, MAIL + "/fetch", ""));
        assertSays(fetched, "Fetch mails", "JIBAO_IMAP_HOST", "<a class=\"button main\" href=\"" + MAIL + "\">");
        String checked = visitor.ended(visitor.post(MAIL, MAIL + "/check", ""));
        assertSays(checked, "<h1>Check the mailbox</h1>", "<li class=\"pre\">FAILS: ", "JIBAO_IMAP_HOST");
    }
}
