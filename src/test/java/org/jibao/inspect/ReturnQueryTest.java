package org.jibao.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.app.Jibao;
import org.jibao.finding.Language;
import org.jibao.inspect.ReturnView.CellView;
import org.jibao.inspect.ReturnView.SheetView;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.run.UnusableArgument;
import org.jibao.testkit.Sheets;
import org.jibao.testkit.SmallJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Returns of one town, with a register of which one field is sensitive. */
class ReturnQueryTest {

    private static final Instant RECEIVED = Instant.parse("2026-10-08T01:00:00Z");
    private static final Instant NOW = Instant.parse("2026-10-20T01:00:00Z");
    private static final String IDENTITY = "11010519491231002X";

    private static final String COUNTS = """
            title: {zh: 表一, en: Table 1}
            sheet: Counts
            cell: {kind: count}
            rows:
              - {id: letters, zh: 来信, en: Letters}
              - {id: visits, zh: 来访, en: Visits}
            columns:
              - {id: received, zh: 收到, en: Received}
              - {id: closed, zh: 办结, en: Closed}
            """;

    private static final String ITEMS = """
            title: {zh: 台账, en: Register}
            sheet: Register
            fields:
              - {id: name, zh: 事项, en: Matter, cell: {kind: text}, required: true}
              - {id: identity, zh: 身份证号, en: Identity, cell: {kind: text}, sensitive: true}
              - {id: cost, zh: 费用, en: Cost, cell: {kind: amount}}
            """;

    private static final String FIRST = """
            | 项目 | 收到 | 办结 |
            | 来信 | %d | 2 |
            | 来访 | 4 | %s |
            """;

    private static final String REGISTER = """
            | 事项 | 身份证号 | 费用 |
            | 漏水 | '%s | 2.5 |
            | 电话13812345678 | '%s | 3 |
            """.formatted(IDENTITY, IDENTITY);

    private final Path root;
    private final Path inbox;

    ReturnQueryTest(@TempDir Path root) {
        this.root = root;
        this.inbox = root.resolve("inbox");
    }

    @BeforeEach
    void job() throws IOException {
        SmallJob.load(root, "counts", COUNTS, "items", ITEMS);
        Files.createDirectories(inbox);
    }

    private Path receive(String name, byte[] bytes, Instant at) throws IOException {
        Path file = Files.write(inbox.resolve(name), bytes);
        Files.setLastModifiedTime(file, FileTime.from(at));
        return file;
    }

    private Jibao jibao() {
        return new Jibao(
                new Settings(
                        root,
                        "trial",
                        inbox,
                        root.resolve("jibao.duckdb"),
                        root.resolve("out"),
                        Language.EN,
                        Optional.empty(),
                        Optional.of(NOW),
                        1),
                Progress.NONE);
    }

    private static Sheets filled(int letters, String visits) {
        return Sheets.of("Counts", FIRST.formatted(letters, visits)).and("Register", REGISTER);
    }

    private static String cells(SheetView sheet) {
        return String.join(
                " ",
                sheet.cells().stream()
                        .map(cell -> cell.address() + "=" + cell.text())
                        .toList());
    }

    private static CellView cell(ReturnView view, int sheet, String address) {
        return view.sheets().get(sheet).cells().stream()
                .filter(cell -> cell.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private static void assertNothingSensitive(ReturnView view) {
        assertFalse(view.toString().contains(IDENTITY));
        assertFalse(view.toString().contains("13812345678"));
    }

    @Test
    void showsTheCellsWithoutWhatIsSensitive() throws IOException {
        receive(SmallJob.RETURN, filled(3, "x").xlsx(), RECEIVED);
        jibao().collect();

        ReturnView view = jibao().returned(1);
        assertEquals(
                "H1 Hilltown 2026Q3 1 Hilltown_2026Q3.xlsx returned returned true",
                "%s %s %s %d %s %s %s %s"
                        .formatted(
                                view.unit(),
                                view.unitName(),
                                view.period(),
                                view.revision(),
                                view.file(),
                                view.verdict(),
                                view.standing(),
                                view.asFilled()));
        assertEquals(List.of(), view.notices());
        assertEquals(
                "A1=项目 B1=收到 C1=办结 A2=来信 B2=3 C2=2 A3=来访 B3=4 C3=x",
                cells(view.sheets().get(0)));
        assertEquals(
                "A1=事项 B1=身份证号 C1=费用 A2=漏水 C2=2.5 A3=电话*** C3=3",
                cells(view.sheets().get(1)));
        assertEquals(ReturnView.Role.LABEL, cell(view, 0, "A2").role());
        assertEquals(ReturnView.Role.FIGURE, cell(view, 0, "B2").role());
        assertEquals(ReturnView.Role.LABEL, cell(view, 1, "A1").role());
        assertEquals(ReturnView.Role.ENTRY, cell(view, 1, "A2").role());
        assertEquals("cell-invalid", view.findings().get(0).code());
        assertEquals(
                List.of(view.findings().get(0).number()), cell(view, 0, "C3").findings());
        assertNothingSensitive(view);
    }

    @Test
    void showsWhatThePeriodBeforeHasBesideIt() throws IOException {
        receive("Hilltown_2026Q2.xlsx", filled(7, "1").xlsx(), Instant.parse("2026-07-08T01:00:00Z"));
        receive(SmallJob.RETURN, filled(3, "").xlsx(), RECEIVED);
        jibao().collect();

        ReturnView view = jibao().returned(2);
        assertEquals("7", cell(view, 0, "B2").previous());
        CellView blank = cell(view, 0, "C3");
        assertEquals("", blank.text());
        assertEquals("1", blank.previous());
        assertNull(cell(view, 0, "A2").previous());
        assertNull(cell(jibao().returned(1), 0, "B2").previous());
    }

    @Test
    void showsWhatTheStoreHoldsWhereTheFileIsGoneOrChanged() throws IOException {
        Path file = receive(SmallJob.RETURN, filled(3, "5").xlsx(), RECEIVED);
        jibao().collect();
        Files.write(file, filled(4, "5").xlsx());
        assertStored(jibao().returned(1));
        Files.delete(file);
        assertStored(jibao().returned(1));
    }

    private static void assertStored(ReturnView view) {
        assertFalse(view.asFilled());
        assertEquals(
                List.of(
                        "The cells are shown as the store holds them, not as the file looks: the file that was received is no"
                                + " longer in the inbox or the archive, or has changed"),
                view.notices().stream().map(notice -> notice.en()).toList());
        assertEquals(
                "B1=收到 C1=办结 A2=来信 B2=3 C2=2 A3=来访 B3=4 C3=5",
                cells(view.sheets().get(0)));
        assertEquals(
                "A1=事项 B1=费用 A2=漏水 B2=2.5 A3=电话*** B3=3", cells(view.sheets().get(1)));
        assertNothingSensitive(view);
    }

    @Test
    void findsTheFileWhereItHasBeenMovedTo() throws IOException {
        Path file = receive(SmallJob.RETURN, filled(3, "5").xlsx(), RECEIVED);
        jibao().collect();
        Files.createDirectories(inbox.resolve("done"));
        Files.move(file, inbox.resolve("done/other name.xlsx"));
        assertTrue(jibao().returned(1).asFilled());
    }

    @Test
    void findsTheFileInTheArchive() throws IOException {
        receive(SmallJob.RETURN, filled(3, "5").xlsx(), RECEIVED);
        Path archive = root.resolve("archive");
        jibao().archivingTo(archive).collect();
        assertFalse(jibao().returned(1).asFilled());
        assertTrue(jibao().archivingTo(archive).returned(1).asFilled());
    }

    @Test
    void followsNoLinkOutOfTheInbox() throws IOException {
        Path file = receive(SmallJob.RETURN, filled(3, "5").xlsx(), RECEIVED);
        jibao().collect();
        Path outside = Files.move(file, root.resolve("outside.xlsx"));
        Files.createSymbolicLink(file, outside);
        assertFalse(jibao().returned(1).asFilled());
    }

    @Test
    void leavesOutSheetsOnWhichNoFormIsFound() throws IOException {
        String notes = "| Who called | " + IDENTITY + " |\n| Wang | Li |\n";
        receive(SmallJob.RETURN, filled(3, "5").and("Notes", notes).xlsx(), RECEIVED);
        jibao().collect();
        ReturnView view = jibao().returned(1);
        SheetView last = view.sheets().get(2);
        assertEquals("Notes", last.name());
        assertTrue(last.withheld());
        assertEquals(List.of(), last.cells());
        assertEquals(
                List.of(
                        "No form of the job is found on the sheets Notes. It is not known whether something sensitive stands"
                                + " there, so their cells are left out; the file has them"),
                view.notices().stream().map(notice -> notice.en()).toList());
        assertNothingSensitive(view);
    }

    @Test
    void showsTextFilesAndOldWorkbooks() throws IOException {
        receive("Hilltown_2026Q2.xls", filled(3, "5").xls(), RECEIVED);
        receive(
                SmallJob.RETURN.replace(".xlsx", ".csv"),
                FIRST.formatted(3, "5").replace("| ", "").replace(" |", ",").getBytes(),
                RECEIVED);
        jibao().collect();
        List<ReturnView> views = Stream.of(1L, 2L).map(jibao()::returned).toList();
        for (ReturnView view : views) {
            assertTrue(view.asFilled(), view.file());
            assertNothingSensitive(view);
        }
        assertEquals(
                "A1=事项 B1=身份证号 C1=费用 A2=漏水 C2=2.5 A3=电话*** C3=3",
                cells(views.get(0).sheets().get(1)));
        assertEquals(1, views.get(1).sheets().size());
    }

    @Test
    void cutsWhatIsLongOrWide() throws IOException {
        StringBuilder rows = new StringBuilder(REGISTER);
        for (int row = 4; row <= 520; row++) {
            rows.append("| a | | 1 |\n");
        }
        String wide = "| 项目 | 收到 | 办结 |" + " x |".repeat(70) + "\n| 来信 | 1 | 2 |\n| 来访 | 4 | 1 |\n";
        receive(
                SmallJob.RETURN,
                Sheets.of("Counts", wide).and("Register", rows.toString()).xlsx(),
                RECEIVED);
        jibao().collect();
        ReturnView view = jibao().returned(1);
        assertEquals(13, view.sheets().get(0).cutColumns());
        assertEquals(20, view.sheets().get(1).cutRows());
        assertEquals(0, view.sheets().get(1).cutColumns());
        assertEquals(
                List.of("Of each sheet the first 500 rows and 60 columns are shown. The file has the others"),
                view.notices().stream().map(notice -> notice.en()).toList());
    }

    @Test
    void refusesASubmissionThatThereIsNot() throws IOException {
        receive(SmallJob.RETURN, filled(3, "5").xlsx(), RECEIVED);
        jibao().collect();
        for (long number : List.of(0L, -1L, 2L, Long.MAX_VALUE)) {
            UnusableArgument unknown = assertThrows(UnusableArgument.class, () -> jibao().returned(number));
            assertTrue(unknown.text().en().startsWith("There is no submission number " + number + " of \"Trial\""));
        }
    }
}
