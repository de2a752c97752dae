package org.jibao.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.jibao.testkit.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registers and lists: a header over entries. */
class RegisterTest {

    private final Path folder;

    RegisterTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Drafted drafted(String table) {
        Drafted drafted = new Drafted(folder).file("form.xlsx", Sheets.of("Cases", table));
        drafted.draft();
        return drafted;
    }

    @Test
    void readsFilledEntries() {
        Drafted drafted = drafted("""
                | No. | Title *  | Received on | Days |
                | 1   | Oak felled | @2026-07-03 | 12 |
                | 2   | Elm sick | @2026-07-08 | 3  |
                """);
        assertEquals("""
                layout: register
                title: Cases
                sheet: Cases
                fields:
                  - {label: Title, required: true}
                  - {label: Received on, cell: date}
                  - {label: Days, cell: count}
                """, drafted.text("forms/survey.yaml"));
        assertEquals("""
                figures:
                  cases:
                    label: Cases
                    entries: survey
                    headline: true
                    rank: true
                  days:
                    label: Days
                    total: survey.days
                    headline: true
                """, drafted.text("figures.yaml"));
    }

    @Test
    void readsOneLineAUnit() {
        Drafted drafted = drafted("""
                | Council | Quarter | Received | Answered |
                | Ashdale | 2026Q3  | 12       | 9        |
                | Elmton  | 2026Q3  | 7        | 7        |
                """);
        assertEquals("""
                layout: list
                title: Cases
                sheet: Cases
                unit: council
                period: quarter
                fields: [Council, Quarter, Received, Answered]
                """, drafted.text("forms/survey.yaml"));
        assertEquals("code,name\nU01,Ashdale\nU02,Elmton\n", drafted.text("units.csv"));
    }
}
