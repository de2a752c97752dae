package org.jibao.reading.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.jibao.reading.Returns;
import org.jibao.testkit.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registers with subtotals, a total and headers of two rows. */
class RegisterReachTest {

    private static final String FORM = """
            layout: register
            title: {zh: Splits, en: Splits}
            sheet: {name: Splits}
            %s
            fields:
              - {id: split, zh: Split, en: Split, required: true}
              - {id: district, zh: District, en: District, required: true, values: [{id: north, zh: North, en: North}]}
              - {id: active, zh: Voters, en: Active, under: Active, required: true, cell: {kind: count}}
              - {id: inactive, zh: Voters, en: Inactive, under: Inactive, required: true, cell: {kind: count}}
            """;

    private static final String HEADER = """
            | Split | District | Active | Inactive |
            |       |          | Voters | Voters   |
            """;

    private final Path temporary;

    RegisterReachTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    private ReturnDocument read(String conditions, String rows) {
        return Returns.ofForms(temporary, "splits", FORM.formatted(conditions))
                .small(Sheets.of("Splits", HEADER + rows));
    }

    @Test
    void readsLeavesUnderTheirParents() {
        ReturnDocument document = read("", "| 101 | North | 12 | 3 |");
        assertEquals(List.of("3 {split=101, district=north, active=12, inactive=3}"), Returns.entries(document));
        assertEquals(List.of(), Returns.findings(document));
    }

    @Test
    void leavesOutSubtotalsAndSaysHowMany() {
        ReturnDocument document = read("skip: split is null", """
                | 101 | North | 12 | 3 |
                |     | North | 12 | 3 |
                | 102 | North | 10 | 2 |
                |     | North | 22 | 5 |
                """);
        assertEquals(
                List.of(
                        "3 {split=101, district=north, active=12, inactive=3}",
                        "5 {split=102, district=north, active=10, inactive=2}"),
                Returns.entries(document));
        assertEquals(List.of("register-rows-skipped@Splits!B4 2 | 4"), Returns.findings(document));
    }

    @Test
    void endsWithItsTotal() {
        ReturnDocument document = read("until: \"split = 'Total'\"", """
                | 101   | North | 12 | 3 |
                | TOTAL |       | 12 | 3 |
                | 103   | North | 1  | 1 |
                """);
        assertEquals(List.of("3 {split=101, district=north, active=12, inactive=3}"), Returns.entries(document));
        assertEquals(List.of("register-ended@Splits!A4 1 | 4"), Returns.findings(document));
    }

    @Test
    void warnsWhereNoEntryIsLeft() {
        ReturnDocument document = read("skip: split is null", "| | North | 12 | 3 |\n| | North | 1 | 3 |");
        assertEquals(List.of(), Returns.entries(document));
        assertEquals(List.of("register-all-skipped@Splits!B3 2 | 3"), Returns.findings(document));
        ReturnDocument ended = read("until: district is null", "| 1 | | 12 | 3 |\n| 2 | North | 1 | 3 |");
        assertEquals(List.of("register-all-skipped@Splits!A3 2 | 3"), Returns.findings(ended));
    }

    @Test
    void takesColumnCodesForNoEntry() {
        ReturnDocument document = read("", "| 甲 | 乙 | 1 | 2 |\n| 1 | North | 3 | 4 |");
        assertEquals(List.of("4 {split=1, district=north, active=3, inactive=4}"), Returns.entries(document));
        assertEquals(List.of("register-column-codes@Splits!A3 1 | 3"), Returns.findings(document));
        assertEquals(
                List.of("register-column-codes@Splits!A3 1 | 3"),
                Returns.findings(read("", "| '(1) | '(2) | '(3) | '(4) |")));
        assertEquals(List.of("3 {split=1, active=2, inactive=3}"), Returns.entries(read("", "| 1 | 5 | 2 | 3 |")));
        assertEquals(
                1,
                read("", "| 9 | North | 1 | 2 |\n| 甲 | 乙 | 1 | 2 |").findings().stream()
                        .filter(finding -> finding.code().equals("entry-not-listed"))
                        .count());
    }

    @Test
    void takesEmptyRegisterWithTotal() {
        ReturnDocument document = read("until: split like 'total%'", "| Total of all | | 0 | 0 |");
        assertEquals(List.of("register-ended@Splits!A3 0 | 3"), Returns.findings(document));
    }

    @Test
    void endsLongRegisterFarBelow() {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 20_005; i++) {
            rows.append("| ").append(i).append(" | North | 1 | 0 |\n");
        }
        rows.append("| Total | | 20005 | 0 |\n| 7 | North | 1 | 0 |\n");
        ReturnDocument document = read("until: \"split = 'Total'\"", rows.toString());
        assertEquals(20_005, document.entries().size());
        assertEquals(List.of("register-ended@Splits!A20008 1 | 20008"), Returns.findings(document));
        document.entries().close();
    }
}
