package org.jibao.definition.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jibao.definition.Unit;
import org.jibao.definition.Unit.Contact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RosterReaderTest {

    private static final String HEADER = "code,name,kind,parent,aliases,active_from,active_to\n";

    private final Path parent;

    RosterReaderTest(@TempDir Path parent) {
        this.parent = parent;
    }

    private TestJob job(String units) {
        return TestJob.in(parent).with("units.csv", units);
    }

    private List<String> problemsOf(String units) {
        return job(units).problems();
    }

    @Test
    void rejectsSendersThatAreNone() {
        assertEquals(
                List.of(
                        "units.csv:3: \"<b@x.cn>\" is no sender; write a mail address, @ and a whole domain, or the name that is entered, with | between several",
                        "units.csv:3: \"b@c@x.cn\" is no sender; write a mail address, @ and a whole domain, or the name that is entered, with | between several",
                        "units.csv:3: \"@\" is no sender; write a mail address, @ and a whole domain, or the name that is entered, with | between several"),
                problemsOf("code,name,kind,senders\nA,甲镇,town,a@x.cn|@y.cn|甲镇经办\nB,乙镇,town,<b@x.cn>|b@c@x.cn|@\n"));
    }

    @Test
    void readsUnits() {
        assertEquals(
                List.of(
                        new Unit("A", "甲镇", "town", null, List.of(), null, null, List.of()),
                        new Unit(
                                "B",
                                "乙镇",
                                "town",
                                "A",
                                List.of("乙", "乙 乡"),
                                LocalDate.of(2020, 1, 1),
                                LocalDate.of(2026, 9, 30),
                                List.of())),
                job(HEADER + "A,甲镇,town,,,,\n\nB,乙镇,town,A,乙| 乙 乡 |,2020-01-01,2026-09-30\n")
                        .load()
                        .roster()
                        .units());
    }

    @Test
    void needsOnlyCodeNameAndKind() {
        assertEquals(List.of(), problemsOf("\uFEFFkind,code,name\r\ntown,A,甲镇\r\n"));
    }

    @Test
    void rejectsUnknownAndMissingColumns() {
        assertEquals(
                List.of(
                        "units.csv:1: there is no column \"cod\"; did you mean \"code\"?",
                        "units.csv:1: the first line has no column \"code\"; it must be code,name and, as needed, kind,parent,aliases,active_from,active_to",
                        "units.csv:2: \"\" is no unit code: use up to 32 letters, digits, underscores and hyphens, beginning with a letter or digit"),
                problemsOf("cod,name,kind\nA,甲镇,town\n"));
    }

    @Test
    void rejectsBadCells() {
        assertEquals(
                List.of(
                        "units.csv:2: \"甲/1\" is no unit code: use up to 32 letters, digits, underscores and hyphens, beginning with a letter or digit",
                        "units.csv:3: unit \"B\" has no name; fill in name",
                        "units.csv:4: there is no kind of unit \"towm\"; did you mean \"town\"?",
                        "units.csv:5: \"2020/1/1\" is no date; write it as 2026-01-31",
                        "units.csv:6: active_to 2019-12-31 lies before active_from 2020-01-01",
                        "units.csv:7: this line has 9 cells, the first line 7; put | between aliases, not a comma"),
                problemsOf(HEADER
                        + "甲/1,甲镇,town,,,,\n"
                        + "B,,town,,,,\n"
                        + "C,丙镇,towm,,,,\n"
                        + "D,丁镇,town,,,2020/1/1,\n"
                        + "E,戊镇,town,,,2020-01-01,2019-12-31\n"
                        + "F,己镇,town,,己,己乡,己街,,\n"));
    }

    @Test
    void rejectsNamesOfTwoUnits() {
        assertEquals(
                List.of(
                        "units.csv:3: \"甲\" is a name or alias of both A and B, so that it tells neither; leave it to one",
                        "units.csv:4: unit code \"A\" is already used in line 2; give each unit its own"),
                problemsOf(HEADER + "A,甲镇,town,,甲,,\nB,乙镇,town,,甲,,\nA,丙镇,town,,,,"));
    }

    @Test
    void rejectsCycles() {
        assertEquals(
                List.of(
                        "units.csv:2: unit \"A\" stands above itself; mend parent",
                        "units.csv:3: unit \"B\" stands above itself; mend parent",
                        "units.csv:5: there is no unit code \"QQ\"; write one of: A, B, C, D"),
                problemsOf(HEADER + "A,甲镇,town,B,,,\nB,乙镇,town,A,,,\nC,丙镇,town,A,,,\nD,丁镇,town,QQ,,,\n"));
    }

    @Test
    void readsPredecessors() {
        List<Unit> units = job("code,name,kind,active_to,predecessors\nA,甲乡,town,2025-12-31,\nB,乙乡,town,2025-12-31,\n"
                        + "C,丙镇,town,,A|B\n")
                .load()
                .roster()
                .units();
        assertEquals(List.of(), units.get(0).predecessors());
        assertEquals(List.of("A", "B"), units.get(2).predecessors());
    }

    @Test
    void rejectsSuccessionThatCannotBe() {
        assertEquals(
                List.of(
                        "units.csv:3: A, a predecessor of unit \"B\", is still active: give it a last day, active_to",
                        "units.csv:4: there is no unit code \"Q\"; did you mean \"A\"?",
                        "units.csv:5: unit \"D\" is its own predecessor in the end; mend predecessors",
                        "units.csv:6: unit \"E\" had been closed when its predecessor D was: a unit goes into one that is still there",
                        "units.csv:6: unit \"E\" is its own predecessor in the end; mend predecessors",
                        "units.csv:7: unit \"F\" had been closed when its predecessor E was: a unit goes into one that is still there"),
                problemsOf("code,name,kind,active_to,predecessors\n"
                        + "A,甲镇,town,,\nB,乙镇,town,,A\nC,丙镇,town,,Q\n"
                        + "D,丁镇,town,2025-12-31,E\nE,戊镇,town,2025-06-30,D\nF,己镇,town,2025-06-30,E\n"));
    }

    @Test
    void readsContacts() {
        List<Unit> units = job("code,name,kind,contact,phone,email\nA,甲镇,town,王某,0000-1234567转8、(0000)765 4321,a@b.cn\n"
                        + "B,乙镇,town,,,\n")
                .load()
                .roster()
                .units();
        assertEquals(
                new Contact("王某", "0000-1234567转8、(0000)765 4321", "a@b.cn"),
                units.get(0).contact());
        assertEquals(Contact.NONE, units.get(1).contact());
    }

    @Test
    void rejectsPhonesAndAddressesThatAreNone() {
        assertEquals(
                List.of(
                        "units.csv:2: \"ask Wang\" is no telephone number; write it as 0000-1234567, several separated by /",
                        "units.csv:3: \"b.cn\" is no e-mail address; write one, such as office@example.cn"),
                problemsOf("code,name,kind,phone,email\nA,甲镇,town,ask Wang,\nB,乙镇,town,,b.cn\n"));
    }

    @Test
    void rejectsEmptyRoster() {
        assertEquals(List.of("units.csv:1: there is no unit on the roster; add at least one"), problemsOf(HEADER));
    }

    @Test
    void placesOpenQuotes() {
        assertEquals(
                List.of("units.csv:2: not valid CSV: check that quotes come in pairs"),
                problemsOf(HEADER + "A,\"甲镇,town,,,,\n"));
    }
}
