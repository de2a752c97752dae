package org.jibao.status;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jibao.calendar.Deadline;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.definition.Unit.Contact;
import org.jibao.definition.loading.JobLoader;
import org.jibao.finding.Language;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.status.ChaseList.FirstError;
import org.jibao.status.ChaseList.History;
import org.jibao.status.ChaseList.Line;
import org.jibao.status.ChaseList.State;
import org.jibao.status.ChaseSheet.ChaseWriter;
import org.jibao.status.OpenWork.Effect;
import org.jibao.status.OpenWork.Item;
import org.jibao.status.OpenWork.Unlikely;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChaseWriterTest {

    private static final JobDefinition JOB = JobLoader.load(Path.of("jobs/quarterly-disclosure"));
    private static final Period THIRD = Period.parse("2026Q3").orElseThrow();
    private static final LocalDate DUE = LocalDate.of(2026, 10, 10);
    private static final Instant RECEIVED = Instant.parse("2026-10-08T03:15:00Z");

    private static final Line MISSING = new Line(
            "T1",
            "甲镇",
            new Contact("王某", "0000-1234567", "a@b.cn"),
            State.MISSING,
            null,
            null,
            0,
            null,
            new History(8, 2, 1),
            null);
    private static final Line RETURNED = new Line(
            "T2",
            "乙镇",
            Contact.NONE,
            State.RETURNED,
            "2026Q3/乙 镇.xlsx",
            RECEIVED,
            2,
            new FirstError(
                    Place.cell("表二", "D14"),
                    new Text("总计与各项之和不等。", "The total is not the sum."),
                    new Text("请核对", "Check both")),
            new History(8, 0, 0),
            "return-slips/T2 乙镇.xlsx");
    private static final Line TOO_LATE =
            new Line("T3", "丙镇", Contact.NONE, State.AFTER_CLOSE, "丙.xlsx", RECEIVED, 0, null, History.NONE, null);

    private final Path folder;

    ChaseWriterTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path written(Language language, LocalDate today, Line... lines) throws IOException {
        Deadline deadline = Deadline.of(DUE, DUE.plusDays(60), today, WorkingDays.china());
        ChaseList list = new ChaseList(deadline, 49, 49L - lines.length, 4, List.of(lines));
        Path file = folder.resolve(language + today.toString() + lines.length + ".xlsx");
        new ChaseWriter().write(new ChaseRequest(JOB, THIRD, list, MailContacts.none(), language, "1"), file);
        return file;
    }

    private List<String> withoutPackage(Language language, int offices) throws IOException {
        Deadline deadline = Deadline.of(DUE, DUE.plusDays(60), LocalDate.of(2026, 10, 20), WorkingDays.china());
        List<Unit> all = IntStream.rangeClosed(1, offices)
                .mapToObj(
                        number -> office("C" + number, number == 1 ? new Contact("李敏", "0571-1", null) : Contact.NONE))
                .toList();
        ChaseList list = new ChaseList(deadline, 49, 49, 4, List.of(), all);
        Path file = folder.resolve(language + "-" + offices + ".xlsx");
        new ChaseWriter().write(new ChaseRequest(JOB, THIRD, list, MailContacts.none(), language, "1"), file);
        return WorkbookText.of(file, 100);
    }

    private static Unit office(String code, Contact contact) {
        return new Unit(code, code + "县", "county", null, List.of(), null, null, List.of(), contact, List.of());
    }

    @Test
    void namesOfficesThatHaveSentNoPackage() throws IOException {
        String zh = String.join("\n", withoutPackage(Language.ZH, 2));
        assertTrue(zh.contains("尚未收到上报包的下级单位 2 家：C1县（李敏 0571-1）、C2县。"), zh);
        String en = String.join("\n", withoutPackage(Language.EN, 31));
        assertTrue(en.contains("C30县, and 1 more, which the sheet Packages of the summary lists."), en);
        assertFalse(en.contains("C31县"), en);
    }

    @Test
    void saysInChineseWhoIsToBeCalledAndWhatFor() throws IOException {
        Path file = written(Language.ZH, LocalDate.of(2026, 10, 20), MISSING, RETURNED);
        assertEquals(
                List.of(
                        "# 催报单",
                        "A1 政务公开季度报表  催报单  ·  2026年第三季度",
                        "A2 应报 49 家：已报 47 家（其中迟报 4 家），退回待改 1 家，拒收 0 家，未报 1 家。",
                        "A3 截止日 2026-10-10，今天是 2026-10-20：逾期 10 天（7 个工作日）；2026-12-09 后不再收表。",
                        "A4 此前 8 期迟报、未报共 2 次以上的：甲镇（3 次）。",
                        "A6 序号",
                        "B6 单位",
                        "C6 状态",
                        "D6 联系人 / 电话 / 邮箱",
                        "E6 期限",
                        "F6 要办的事",
                        "G6 退回单",
                        "H6 此前 8 期",
                        "I6 催办记录",
                        "A7 1",
                        "B7 甲镇\\nT1",
                        "C7 未报",
                        "D7 王某\\n0000-1234567\\na@b.cn",
                        "E7 逾期 10 天",
                        "F7 报送《政务公开季度报表》（2026年第三季度），尚未收到能认出是该单位的报表。",
                        "G7 —",
                        "H7 迟报 2，未报 1（共 8 期）",
                        "A8 2",
                        "B8 乙镇\\nT2",
                        "C8 退回待改",
                        "D8 名册未填",
                        "E8 逾期 10 天",
                        "F8 改正 2 处错误后重新报送（10-08 11:15 收到的 乙 镇.xlsx）。第一处（表二!D14）：总计与各项之和不等。请核对。",
                        "G8 T2 乙镇.xlsx",
                        "H8 8 期均按时"),
                WorkbookText.of(file, 100));
    }

    @Test
    void saysInEnglishThatAReturnCameAfterTheClosing() throws IOException {
        List<String> lines = WorkbookText.of(written(Language.EN, LocalDate.of(2026, 12, 15), TOO_LATE), 100);
        assertEquals(
                "A2 Of 49 units, 48 have reported (4 of them late); 0 have their return back to mend, 0 were rejected, 0 have sent nothing.",
                lines.get(2));
        assertEquals("A3 1 more came after the period had closed: kept, but not counted.", lines.get(3));
        assertEquals(
                "A4 Due 2026-10-10, today is 2026-12-15: 66 days overdue (47 working); since the end of 2026-12-09 no return is taken any more.",
                lines.get(4));
        assertEquals(
                "F7 The file of 10-08 11:15, 丙.xlsx, came after the period had closed: kept, but not counted. To count it, run jibao reopen T3 2026Q3 --reason WHY.",
                lines.get(lines.size() - 2));
    }

    @Test
    void linksTheReturnSlipBesideIt() throws IOException {
        Path file = written(Language.ZH, LocalDate.of(2026, 10, 20), MISSING, RETURNED);
        try (InputStream stream = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(stream)) {
            assertEquals(
                    "return-slips/T2%20%E4%B9%99%E9%95%87.xlsx",
                    workbook.getSheetAt(0).getRow(7).getCell(6).getHyperlink().getAddress());
        }
    }

    @Test
    void saysThatNobodyOwesAnythingWhateverTheDay() throws IOException {
        Path one = written(Language.ZH, LocalDate.of(2026, 10, 20));
        Path other = written(Language.ZH, LocalDate.of(2026, 10, 21));
        assertEquals(
                List.of("# 催报单", "A1 政务公开季度报表  催报单  ·  2026年第三季度", "A2 应报 49 家，均已报送并接收（其中迟报 4 家），没有需要催报的单位。"),
                WorkbookText.of(one, 100));
        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(other));
    }

    private static final Unlikely DOUBT = new Unlikely(
            "T9",
            "己镇",
            Contact.NONE,
            7,
            new Text("本期新增", "New in period"),
            Place.cell("表一", "C6"),
            "3240",
            new BigDecimal("324.0000"),
            new BigDecimal("310.5000"),
            new BigDecimal("338.0000"),
            "tenfold",
            new BigDecimal("324.0000"),
            1,
            "f",
            new Text("不像是对的", "unlikely"),
            new Effect(new Text("公开条数", "Items disclosed"), 0.0341));

    private Path open(Language language, Line... lines) throws IOException {
        Effect effect = new Effect(new Text("公开条数", "Items disclosed"), 0.12);
        OpenWork open = new OpenWork(
                List.of(
                        new Item(false, "T1", "甲镇", "", effect, 0.75),
                        new Item(true, "T9", "己镇", "f", DOUBT.effect(), 1)),
                List.of(DOUBT));
        Deadline deadline = Deadline.of(DUE, DUE.plusDays(60), LocalDate.of(2026, 10, 20), WorkingDays.china());
        ChaseList list = new ChaseList(deadline, 49, 49L - lines.length, 4, List.of(lines)).with(open);
        Path file = folder.resolve(language + "open.xlsx");
        new ChaseWriter().write(new ChaseRequest(JOB, THIRD, list, open, MailContacts.none(), language, "1"), file);
        return file;
    }

    @Test
    void saysByHowMuchEachWouldMoveTheFiguresAndWhatToAskAbout() throws IOException {
        List<String> lines = WorkbookText.of(open(Language.ZH, MISSING), 100);
        assertEquals(List.of("A3 先办甲镇、己镇：这 2 家占待核影响的 100.0%。", "A4 另有 1 个存疑数字，见“存疑数字”表。"), lines.subList(3, 5));
        assertTrue(lines.contains("D8 影响"), lines::toString);
        assertTrue(lines.contains("D9 12.0%\\n公开条数"), lines::toString);
        assertEquals(
                List.of(
                        "# 存疑数字",
                        "A1 政务公开季度报表  存疑数字  ·  2026年第三季度",
                        "A2 已接收的报表中有 1 个数与本单位以往和同类单位相比不像是对的。它们照原样计入；请向单位核实：填错的请更正后重新报送，属实的用 jibao accept 认可。",
                        "A4 序号",
                        "B4 单位",
                        "C4 联系人 / 电话 / 邮箱",
                        "D4 单元格",
                        "E4 项目",
                        "F4 所填",
                        "G4 预计（范围）",
                        "H4 可能的笔误",
                        "I4 影响",
                        "J4 核实结果",
                        "A5 1",
                        "B5 己镇\\nT9",
                        "C5 名册未填",
                        "D5 表一!C6",
                        "E5 本期新增",
                        "F5 3240",
                        "G5 324（310.5—338）",
                        "H5 多写一个 0；应为 324",
                        "I5 3.4%\\n公开条数"),
                lines.subList(lines.indexOf("# 存疑数字"), lines.size()));
    }

    @Test
    void listsFiguresToAskAboutWhereNobodyOwesAReturn() throws IOException {
        List<String> lines = WorkbookText.of(open(Language.EN), 100);
        assertEquals(
                List.of(
                        "A2 All 49 units have an accepted return (4 of them late); nobody is to be chased.",
                        "A3 Settle first: 甲镇, 己镇. Settling these 2 units covers 100.0% of what is open.",
                        "A4 Figures of returns that are probably mistakes: 1. The sheet \"Figures to ask about\" lists them."),
                lines.subList(2, 5));
        assertTrue(lines.contains("H5 A nought too many; without it 324"), lines::toString);
        assertTrue(lines.contains("G5 324 (310.5 to 338)"), lines::toString);
    }
}
