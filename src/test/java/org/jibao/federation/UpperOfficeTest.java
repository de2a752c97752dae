package org.jibao.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jibao.decision.Decisions.Ruling;
import org.jibao.testkit.SavedMail;
import org.jibao.testkit.Zips;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a city takes from a county's packages, and what it does not. */
final class UpperOfficeTest {

    private static final Instant NOW = TwoOffices.NOW;

    private final TwoOffices offices;
    private final Path folder;
    private final DishonestOffice dishonest;

    UpperOfficeTest(@TempDir Path folder) {
        this.folder = folder;
        this.offices = new TwoOffices(folder);
        this.dishonest = new DishonestOffice(folder, offices);
    }

    @BeforeEach
    void twoReturns() throws IOException {
        OfficeKeys.beside(offices.store("county")).make();
        offices.receive("A1_2026Q3.xlsx", 3, NOW.minusSeconds(900_000));
        offices.receive("A2_2026Q3.xlsx", 4, NOW.minusSeconds(800_000));
        offices.jibao("county", NOW).collect();
        offices.enter("A," + offices.countyKey().text() + ",");
        Files.createDirectories(folder.resolve("city/inbox"));
    }

    /** The county approves and hands on; what it made lies in the city's inbox under this name. */
    private void handOn(String name, Instant at) throws IOException {
        offices.jibao("county", at).approve(Optional.empty(), "Li");
        drop(name, Files.readAllBytes(made(at)), at.plusSeconds(60));
    }

    private Path made(Instant at) {
        return offices.jibao("county", at).handOn(folder.resolve("made")).file();
    }

    private void drop(String name, byte[] bytes, Instant at) throws IOException {
        Path file = Files.write(folder.resolve("city/inbox").resolve(name), bytes);
        Files.setLastModifiedTime(file, FileTime.from(at));
    }

    private List<String> collected(Instant at) {
        return offices.jibao("city", at).collect().files().stream()
                .map(line -> line.file() + " " + line.verdict().word())
                .toList();
    }

    private List<String> standing() {
        return offices.asked(
                "city",
                "SELECT file || ' ' || standing || ' ' || coalesce(revision, 0) FROM intake.standing_at(TIMESTAMP '2027-01-01') WHERE verdict <> 'package' ORDER BY file, received_at");
    }

    private List<String> cells() {
        return offices.asked(
                "city",
                "SELECT s.file || ' ' || o.cell || ' ' || o.value::INTEGER FROM intake.observation o JOIN intake.standing_at(TIMESTAMP '2027-01-01') s ON s.id = o.submission WHERE standing = 'counted' ORDER BY 1");
    }

    @Test
    void takesAPackageAndNamesEachReturnByIt() throws IOException {
        handOn("a.zip", NOW);
        assertEquals(List.of("a.zip package"), collected(NOW.plusSeconds(120)));
        assertEquals(List.of("a.zip!A1_2026Q3.xlsx counted 1", "a.zip!A2_2026Q3.xlsx counted 1"), standing());
        assertEquals(List.of("a.zip!A1_2026Q3.xlsx B2 3", "a.zip!A2_2026Q3.xlsx B2 4"), cells());
        assertEquals(List.of(), collected(NOW.plusSeconds(180)));
    }

    /** As offices send files: several in an archive, or with a mail. */
    @Test
    void takesPackagesOutOfAnArchiveAndAMail() throws IOException {
        handOn("a.zip", NOW);
        byte[] first = Files.readAllBytes(folder.resolve("city/inbox/a.zip"));
        Files.delete(folder.resolve("city/inbox/a.zip"));
        drop("all.zip", Zips.empty().with("county/a.zip", first).bytes(), NOW.plusSeconds(60));
        assertEquals(List.of("all.zip/county/a.zip package"), collected(NOW.plusSeconds(120)));
        assertEquals(2, cells().size());
        offices.receive("A1_2026Q3.xlsx", 30, NOW.plusSeconds(3600));
        offices.jibao("county", NOW.plusSeconds(3700)).collect();
        offices.jibao("county", NOW.plusSeconds(3800)).approve(Optional.empty(), "Li");
        String sent = new SavedMail()
                .attach("b.zip", Files.readAllBytes(made(NOW.plusSeconds(3800))))
                .text()
                .replace("10 Oct 2026 16:30:00", "20 Oct 2026 10:10:00");
        drop("package.eml", sent.getBytes(StandardCharsets.UTF_8), NOW.plusSeconds(3900));
        assertEquals(List.of("package.eml/b.zip package"), collected(NOW.plusSeconds(4000)));
        assertEquals("package.eml/b.zip!A1_2026Q3.xlsx B2 30", cells().get(1));
    }

    private List<String> findings() {
        return offices.asked(
                "city",
                "SELECT s.file || ' ' || f.code FROM intake.finding f JOIN intake.submission s ON s.id = f.submission WHERE s.file NOT LIKE '%!%' ORDER BY s.id, f.number");
    }

    @Test
    void rejectsAnAlteredPackageWithItsReason() throws IOException {
        offices.jibao("county", NOW).approve(Optional.empty(), "Li");
        Zips parts = Zips.of(Files.readAllBytes(made(NOW)));
        byte[] bytes = parts.bytes("observations.parquet");
        bytes[bytes.length / 2] ^= 1;
        drop("a.zip", parts.with("observations.parquet", bytes).bytes(), NOW);
        assertEquals(List.of("a.zip rejected"), collected(NOW.plusSeconds(120)));
        assertEquals(List.of("a.zip package-part-changed"), findings());
        assertEquals(
                List.of(),
                standing().stream().filter(line -> line.contains("counted")).toList());
    }

    @Test
    void rejectsAPackageWithoutAKeyAndTakesItOnceTheKeyIsEntered() throws IOException {
        offices.enter("B," + offices.countyKey().text() + ",");
        handOn("a.zip", NOW);
        assertEquals(List.of("a.zip rejected"), collected(NOW.plusSeconds(120)));
        offices.enter("A," + offices.countyKey().text() + ",");
        assertEquals(List.of(), collected(NOW.plusSeconds(180)));
        drop("a.zip", Files.readAllBytes(folder.resolve("made/A_2026Q3_letters.zip")), NOW.plusSeconds(200));
        assertEquals(List.of("a.zip package"), collected(NOW.plusSeconds(240)));
        assertEquals(List.of("a.zip package-no-key", "a.zip package-taken"), findings());
        assertEquals(2, cells().size());
    }

    @Test
    void sameBytesUnderAnotherNameAreADuplicate() throws IOException {
        handOn("a.zip", NOW);
        collected(NOW.plusSeconds(120));
        List<String> before = standing();
        drop("again.zip", Files.readAllBytes(folder.resolve("made/A_2026Q3_letters.zip")), NOW.plusSeconds(130));
        assertEquals(List.of("again.zip duplicate"), collected(NOW.plusSeconds(180)));
        assertEquals(List.of("a.zip package-taken", "again.zip file-duplicate"), findings());
        assertEquals(
                before,
                standing().stream().filter(line -> !line.startsWith("again")).toList());
    }

    /** One town corrects its return, the other's is withdrawn. */
    @Test
    void newerPackageRevisesAndWithdraws() throws IOException {
        handOn("a.zip", NOW);
        collected(NOW.plusSeconds(120));
        offices.receive("A1_2026Q3.xlsx", 30, NOW.plusSeconds(3600));
        offices.jibao("county", NOW.plusSeconds(3700)).collect();
        offices.jibao("county", NOW.plusSeconds(3700)).withdraw(2, new Ruling("wrong town", "Li"));
        handOn("b.zip", NOW.plusSeconds(3800));
        assertEquals(List.of("b.zip package"), collected(NOW.plusSeconds(4000)));
        assertEquals(
                List.of(
                        "a.zip!A1_2026Q3.xlsx superseded 1",
                        "a.zip!A2_2026Q3.xlsx withdrawn 1",
                        "b.zip!A1_2026Q3.xlsx counted 2"),
                standing());
        assertEquals(List.of("b.zip!A1_2026Q3.xlsx B2 30"), cells());
        assertEquals(
                List.of(
                        "Taken: 甲县, Q3 2026, as of 2026-10-20 10:03, approved by Li（2026-10-20 10:03）. Returns that count: 1;"
                                + " of these new 0, revised 1; counted before and no more: 1"),
                offices.asked(
                        "city",
                        "SELECT message_en FROM intake.finding WHERE code = 'package-taken' ORDER BY submission DESC LIMIT 1"));
        assertEquals(
                List.of("a.zip!A1_2026Q3.xlsx counted", "a.zip!A2_2026Q3.xlsx counted"),
                offices.asked(
                        "city",
                        "SELECT file || ' ' || standing FROM intake.standing_at(TIMESTAMP '2026-10-20 02:00') WHERE verdict <> 'package' ORDER BY file"));
    }

    @Test
    void olderPackageThatComesLaterChangesNothing() throws IOException {
        handOn("a.zip", NOW);
        byte[] older = Files.readAllBytes(folder.resolve("made/A_2026Q3_letters.zip"));
        Files.delete(folder.resolve("city/inbox/a.zip"));
        offices.receive("A1_2026Q3.xlsx", 30, NOW.plusSeconds(3600));
        offices.jibao("county", NOW.plusSeconds(3700)).collect();
        handOn("b.zip", NOW.plusSeconds(3800));
        collected(NOW.plusSeconds(4000));
        List<String> before = standing();
        drop("old.zip", older, NOW.plusSeconds(4100));
        assertEquals(List.of("old.zip package"), collected(NOW.plusSeconds(4200)));
        assertEquals(before, standing());
        assertEquals(List.of("b.zip package-taken", "old.zip package-older"), findings());
    }

    /** In whatever runs they are taken in: what counts follows from when they were received. */
    @Test
    void takenInLaterThanReceivedComesToTheSame() throws IOException {
        handOn("a.zip", NOW);
        byte[] older = Files.readAllBytes(folder.resolve("made/A_2026Q3_letters.zip"));
        Files.delete(folder.resolve("city/inbox/a.zip"));
        offices.receive("A1_2026Q3.xlsx", 30, NOW.plusSeconds(3600));
        offices.jibao("county", NOW.plusSeconds(3700)).collect();
        handOn("b.zip", NOW.plusSeconds(3800));
        collected(NOW.plusSeconds(4000));
        drop("a.zip", older, NOW.plusSeconds(60));
        assertEquals(List.of("a.zip package"), collected(NOW.plusSeconds(4200)));
        assertEquals(List.of("b.zip!A1_2026Q3.xlsx B2 30", "b.zip!A2_2026Q3.xlsx B2 4"), cells());
        assertEquals(
                List.of("b.zip!A1_2026Q3.xlsx counted", "b.zip!A2_2026Q3.xlsx counted"),
                offices.asked(
                        "city",
                        "SELECT file || ' ' || standing FROM intake.standing_at(TIMESTAMP '2026-10-20 01:30') WHERE verdict <> 'package' ORDER BY file"));
    }

    /** A return that came to the city by itself gives way to what the county says of the unit. */
    @Test
    void countyHasTheWordForItsUnits() throws IOException {
        Files.copy(folder.resolve("county/inbox/A1_2026Q3.xlsx"), folder.resolve("city/inbox/A1_2026Q3.xlsx"));
        Files.setLastModifiedTime(folder.resolve("city/inbox/A1_2026Q3.xlsx"), FileTime.from(NOW.plusSeconds(30)));
        collected(NOW.plusSeconds(40));
        assertEquals(List.of("A1_2026Q3.xlsx B2 3"), cells());
        handOn("a.zip", NOW);
        collected(NOW.plusSeconds(120));
        assertEquals(
                List.of("A1_2026Q3.xlsx held 2", "a.zip!A1_2026Q3.xlsx counted 1", "a.zip!A2_2026Q3.xlsx counted 1"),
                standing());
    }

    @Test
    void numbersOfPersonsAreMaskedAndNamesLeadNowhere() throws IOException, SQLException {
        offices.jibao("county", NOW).approve(Optional.empty(), "Li");
        byte[] sound = Files.readAllBytes(made(NOW));
        byte[] hostile = dishonest.with(
                sound,
                "submissions",
                "SELECT * REPLACE ('../../etc/13912345678/' || chr(27) || '[31m=cmd|''/c calc''!A1' AS file) FROM old");
        hostile = dishonest.with(
                hostile, "register-cases", "SELECT * REPLACE ('=1+1 110101199003074514' AS subject) FROM old");
        hostile = dishonest.with(hostile, "observations", "SELECT * REPLACE ('13912345678 打电话' AS raw) FROM old");
        drop("a.zip", hostile, NOW.plusSeconds(60));
        assertEquals(List.of("a.zip package"), collected(NOW.plusSeconds(120)));
        assertEquals(
                List.of("a.zip!__/__/etc/***/\\u001b[31m=cmd|'/c calc'!A1"),
                offices.asked("city", "SELECT DISTINCT file FROM intake.submission WHERE verdict <> 'package'"));
        assertEquals(List.of("*** 打电话"), offices.asked("city", "SELECT DISTINCT raw FROM intake.observation"));
        assertEquals(List.of("=1+1 ***"), offices.asked("city", "SELECT DISTINCT subject FROM intake.entry_cases"));
    }

    @Test
    void rejectsWhatOnlyADishonestOfficeWrites() throws IOException, SQLException {
        offices.jibao("county", NOW).approve(Optional.empty(), "Li");
        byte[] sound = Files.readAllBytes(made(NOW));
        for (String query : List.of(
                "SELECT * REPLACE ('package' AS verdict) FROM old",
                "SELECT * REPLACE ('pending' AS verdict) FROM old",
                "SELECT * REPLACE ('returned' AS verdict) FROM old",
                "SELECT * REPLACE (NULL::INTEGER AS revision) FROM old",
                "SELECT * REPLACE (1::BIGINT AS submission) FROM old")) {
            drop("a.zip", dishonest.with(sound, "submissions", query), NOW.plusSeconds(60));
            assertEquals(List.of("a.zip rejected"), collected(NOW.plusSeconds(120)), query);
        }
        assertEquals(
                List.of(
                        "a.zip package-contradicts-itself",
                        "a.zip package-contradicts-itself",
                        "a.zip package-contradicts-itself",
                        "a.zip package-contradicts-itself",
                        "a.zip package-contradicts-itself"),
                findings());
        assertEquals(List.of(), cells());
    }
}
