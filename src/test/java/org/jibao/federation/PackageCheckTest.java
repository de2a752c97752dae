package org.jibao.federation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jibao.federation.PackageCheck.Facts;
import org.jibao.run.UnusableArgument;
import org.jibao.testkit.Zips;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * A county's package at the city: as it was made, and as a stranger, a careless hand or a dishonest office would change
 * it.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class PackageCheckTest {

    private static final Instant NOW = TwoOffices.NOW;

    private final Path folder;
    private final TwoOffices offices;
    private final DishonestOffice dishonest;
    private byte[] sound = new byte[0];

    PackageCheckTest(@TempDir Path folder) {
        this.folder = folder;
        this.offices = new TwoOffices(folder);
        this.dishonest = new DishonestOffice(folder, offices);
    }

    @BeforeAll
    void handOn() throws IOException {
        offices.receive("A1_2026Q3.xlsx", 3, NOW.minusSeconds(9000));
        offices.receive("A2_2026Q3.xlsx", 4, NOW.minusSeconds(8000));
        offices.jibao("county", NOW).collect();
        assertThrows(UnusableArgument.class, () -> offices.jibao("county", NOW).handOn(folder.resolve("none")));
        OfficeKeys.beside(offices.store("county")).make();
        assertThrows(UnusableArgument.class, () -> offices.jibao("county", NOW).handOn(folder.resolve("none")));
        assertFalse(Files.exists(folder.resolve("none")));
        offices.jibao("county", NOW).approve(Optional.empty(), "Li");
        sound = Files.readAllBytes(handedOn("one", NOW));
    }

    @BeforeEach
    void enterKey() {
        offices.enter("A," + offices.countyKey().text() + ",");
    }

    private Path handedOn(String into, Instant at) {
        return offices.jibao("county", at).handOn(folder.resolve(into)).file();
    }

    private List<String> refusals(byte[] bytes) throws IOException {
        return offices.refusals(Files.write(folder.resolve("received.zip"), bytes));
    }

    private Zips parts() {
        return Zips.of(sound);
    }

    @Test
    void takesWhatTheCountyApproved() throws IOException {
        Path file = Files.write(folder.resolve("received.zip"), sound);
        Facts facts = Objects.requireNonNull(
                offices.jibao("city", NOW.plusSeconds(60)).checkPackage(file).facts());
        assertEquals("A", facts.office());
        assertEquals("甲县", facts.officeName());
        assertEquals("2026Q3", facts.period().code());
        assertEquals("Li", facts.approvedBy());
        assertEquals(NOW, facts.asOf());
        assertEquals(2, facts.returns());
    }

    @Test
    void sameApprovedStateGivesTheSameBytesWheneverItIsMade() throws IOException {
        assertEquals(
                "A_2026Q3_letters.zip",
                handedOn("two", NOW.plusSeconds(600)).getFileName().toString());
        assertArrayEquals(sound, Files.readAllBytes(folder.resolve("two/A_2026Q3_letters.zip")));
    }

    /** Neither the applicant, who is sensitive, nor a telephone number in a subject. */
    @Test
    void holdsNoFieldThatIsSensitive() throws IOException, SQLException {
        Path register = Files.write(folder.resolve("register.parquet"), parts().bytes("register-cases.parquet"));
        assertEquals(List.of("submission", "sheet", "row", "subject"), columns(register));
        assertEquals(List.of("*** 来电", "修路"), first("SELECT DISTINCT subject FROM '" + register + "' ORDER BY 1"));
    }

    private static List<String> columns(Path file) throws SQLException {
        return first("SELECT column_name FROM (DESCRIBE FROM '" + file + "')");
    }

    private static List<String> first(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    @Test
    void refusesWithoutAKey() throws IOException {
        offices.enter("B," + offices.countyKey().text() + ",");
        assertEquals(List.of("package-no-key"), refusals(sound));
        offices.enter("A," + offices.countyKey().text() + ",2026-10-21");
        assertEquals(List.of("package-no-key"), refusals(sound));
        offices.enter("A," + offices.countyKey().text() + ",", "A,,2026-10-20");
        assertEquals(List.of("package-no-key"), refusals(sound));
    }

    @Test
    void refusesAKeyThatWasReplaced() throws IOException {
        String other = OfficeKeys.beside(folder.resolve("other/jibao.duckdb"))
                .shown()
                .orElseGet(() ->
                        OfficeKeys.beside(folder.resolve("other/jibao.duckdb")).make())
                .text();
        offices.enter("A," + offices.countyKey().text() + ",", "A," + other + ",2026-10-20");
        assertEquals(List.of("package-other-key"), refusals(sound));
        offices.enter("A," + other + ",");
        assertEquals(List.of("package-not-signed"), refusals(sound));
    }

    @Test
    void refusesAChangedManifest() throws IOException {
        assertEquals(
                List.of("package-not-signed"),
                refusals(parts().change("package.json", text -> text.replace("\"rows\" : 2", "\"rows\" : 3"))
                        .bytes()));
        assertEquals(
                List.of("package-manifest-unreadable"),
                refusals(parts().with("package.sig", "none at all!").bytes()));
        assertEquals(
                List.of("package-unknown-office"),
                refusals(parts().change("package.json", text -> text.replace("\"A\"", "\"../A\""))
                        .bytes()));
    }

    @Test
    void refusesAnyPartOfWhichOneByteWasChanged() throws IOException {
        for (String name : List.copyOf(parts().names())) {
            if (name.equals("package.json") || name.equals("package.sig")) {
                continue;
            }
            Zips changed = parts();
            byte[] bytes = changed.bytes(name);
            bytes[bytes.length / 2] ^= 1;
            assertEquals(
                    List.of("package-part-changed"),
                    refusals(changed.with(name, bytes).bytes()),
                    name);
        }
    }

    @Test
    void refusesPartsThatAreCutOffOrLonger() throws IOException {
        Zips longer = parts();
        byte[] bytes = longer.bytes("units.parquet");
        assertEquals(
                List.of("package-part-changed"),
                refusals(longer.with("units.parquet", java.util.Arrays.copyOf(bytes, bytes.length + 1))
                        .bytes()));
        assertEquals(
                List.of("package-part-changed"),
                refusals(longer.with("units.parquet", java.util.Arrays.copyOf(bytes, bytes.length - 1))
                        .bytes()));
    }

    @Test
    void refusesAFileThatIsCutOff() throws IOException {
        for (int length : new int[] {0, 3, 100, sound.length / 2, sound.length - 30}) {
            assertEquals(List.of("package-damaged"), refusals(java.util.Arrays.copyOf(sound, length)), "at " + length);
        }
    }

    @Test
    void refusesAZipThatIsNoPackage() throws IOException {
        assertEquals(
                List.of("package-none"),
                refusals(Zips.empty().with("A1_2026Q3.xlsx", "x").bytes()));
        assertEquals(
                List.of("package-none"), refusals(parts().without("package.sig").bytes()));
    }

    @Test
    void refusesPartsThatAreMissingOrMore() throws IOException {
        assertEquals(
                List.of("package-part-missing"),
                refusals(parts().without("units.parquet").bytes()));
        for (String name : List.of("../../etc/passwd", "/etc/passwd", "..\\units.parquet", "C:\\x", "more.parquet")) {
            assertEquals(
                    List.of("package-part-unknown"),
                    refusals(parts().with(name, "x").bytes()),
                    name);
        }
        assertFalse(Files.exists(folder.resolve("etc")));
    }

    @Test
    void refusesTwoPartsOfOneName() throws IOException {
        byte[] twins =
                parts().with("units.parquex", parts().bytes("units.parquet")).bytes();
        String text = new String(twins, StandardCharsets.ISO_8859_1).replace("units.parquex", "units.parquet");
        assertEquals(List.of("package-name-twice"), refusals(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void refusesABombAndTooManyParts() throws IOException {
        assertEquals(
                List.of("package-too-dense"),
                refusals(parts().with("units.parquet", new byte[8 << 20]).bytes()));
        Zips many = parts();
        for (int i = 0; i < PackageZip.MOST_PARTS; i++) {
            many.with("part" + i, "");
        }
        assertEquals(List.of("package-too-many-parts"), refusals(many.bytes()));
    }

    /** A part that says that it is small and is not. */
    @Test
    void refusesABombThatLiesAboutItsSize() throws IOException {
        byte[] bomb = parts().with("package.sig", new byte[64 << 20]).bytes();
        byte[] size = {0, 0, 0, 4};
        byte[] small = {64, 0, 0, 0};
        String text = new String(bomb, StandardCharsets.ISO_8859_1)
                .replace(new String(size, StandardCharsets.ISO_8859_1), new String(small, StandardCharsets.ISO_8859_1));
        assertEquals(List.of("package-manifest-unreadable"), refusals(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** What only the office itself can make, since it has the key. */
    private byte[] signedAnew(Zips parts) throws IOException {
        return dishonest.signedAnew(parts);
    }

    private byte[] signed(Zips parts, byte[] manifest) {
        return dishonest.signed(parts, manifest);
    }

    private byte[] stating(String text, String replacement) {
        String manifest = parts().text("package.json");
        assertTrue(manifest.contains(text), manifest);
        return signed(parts(), manifest.replace(text, replacement).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesAnotherJobVersionOrPeriod() throws IOException {
        assertEquals(List.of("package-other-job"), refusals(stating("\"letters\"", "\"visits\"")));
        assertEquals(
                List.of("package-other-version"),
                refusals(stating("\"jobVersion\" : \"1\"", "\"jobVersion\" : \"2\"")));
        assertEquals(List.of("package-other-period"), refusals(stating("\"2026Q3\"", "\"2026-07\"")));
        assertEquals(List.of("package-ahead"), refusals(stating("\"2026Q3\"", "\"2027Q1\"")));
        assertEquals(List.of("package-ahead"), refusals(stating("\"asOf\" : \"2026-10-20", "\"asOf\" : \"2027-10-20")));
        assertEquals(List.of("package-contradicts-itself"), refusals(stating("\"2026Q3\"", "\"2026Q2\"")));
        assertEquals(List.of("package-manifest-unreadable"), refusals(stating("jibao-package-1", "jibao-package-2")));
    }

    @Test
    void refusesOtherForms() throws IOException {
        offices.change("city/jobs/letters/forms/letters.yaml", "{id: in,", "{id: received,");
        offices.change("city/jobs/letters/figures.yaml", "letters.in.all", "letters.received.all");
        try {
            assertEquals(List.of("package-other-forms"), refusals(sound));
        } finally {
            offices.change("city/jobs/letters/forms/letters.yaml", "{id: received,", "{id: in,");
            offices.change("city/jobs/letters/figures.yaml", "letters.received.all", "letters.in.all");
        }
    }

    private byte[] with(String part, String query) throws IOException, SQLException {
        return dishonest.with(sound, part, query);
    }

    @Test
    void takesTheSameTableFromAnotherHand() throws IOException, SQLException {
        assertEquals(List.of(), refusals(with("submissions", "FROM old")));
    }

    @Test
    void refusesTablesThatAreNotWhatThisProgramWrites() throws IOException, SQLException {
        assertEquals(
                List.of("package-other-columns"), refusals(with("submissions", "SELECT * EXCLUDE (unit) FROM old")));
        assertEquals(
                List.of("package-other-columns"),
                refusals(with("observations", "SELECT * REPLACE (value::DOUBLE AS value) FROM old")));
        assertEquals(List.of("package-other-columns"), refusals(with("units", "SELECT *, 1 AS more FROM old")));
        assertEquals(List.of("package-other-rows"), refusals(with("coverage", "FROM old LIMIT 1")));
    }

    @Test
    void refusesWhatOnlyADishonestOfficeWrites() throws IOException, SQLException {
        assertEquals(
                List.of("package-foreign-unit", "package-contradicts-itself"),
                refusals(with("submissions", "SELECT * REPLACE ('B1' AS unit) FROM old")));
        assertEquals(
                List.of("package-foreign-unit"),
                refusals(with("coverage", "SELECT * REPLACE ('B1' || row_number() OVER () AS unit) FROM old")));
        assertEquals(
                List.of("package-unknown-cell"),
                refusals(with("observations", "SELECT * REPLACE ('out' AS \"row\") FROM old")));
        assertEquals(
                List.of("package-contradicts-itself"),
                refusals(with("observations", "SELECT * REPLACE (99 + submission AS submission) FROM old")));
        assertEquals(
                List.of("package-contradicts-itself"),
                refusals(with("submissions", "SELECT * REPLACE ('2026Q2' AS period) FROM old")));
        assertEquals(
                List.of("package-contradicts-itself"),
                refusals(with(
                        "submissions", "SELECT * REPLACE (received_at + INTERVAL 1 DAY AS received_at) FROM old")));
        assertEquals(
                List.of("package-contradicts-itself"),
                refusals(with("register-cases", "SELECT * REPLACE (NULL::BIGINT AS submission) FROM old")));
    }

    /** Bytes that pass for a table and are none, or that claim what they do not have. */
    @Test
    void refusesFilesThatAreNoTables() throws IOException {
        assertEquals(
                List.of("package-table-unreadable"),
                refusals(signedAnew(parts().with("units.parquet", "PAR1 and nothing else PAR1"))));
        Zips broken = parts();
        byte[] bytes = broken.bytes("observations.parquet");
        java.util.Arrays.fill(bytes, 4, bytes.length / 2, (byte) 0x7f);
        assertEquals(
                List.of("package-table-unreadable"), refusals(signedAnew(broken.with("observations.parquet", bytes))));
    }

    @Test
    void refusesATableThatClaimsMoreThanAnyOfficeHas() throws IOException, SQLException {
        assertEquals(
                List.of("package-table-too-large"),
                refusals(with("units", "SELECT true AS x FROM range(" + (HandedTables.MOST_ROWS + 1) + ")")));
    }
}
