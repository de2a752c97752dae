package org.jibao.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.jibao.testkit.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Covers: whose return it is and who filled it in. */
class CoverTest {

    private static final String GRID = """

            | Item | Count |
            | Oak  |       |
            | Ash  |       |
            """;

    private final Path folder;

    CoverTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private String cover(String table) {
        Drafted drafted = new Drafted(folder).file("form.xlsx", Sheets.of("Form", table + GRID));
        drafted.draft();
        return drafted.text("forms/survey_cover.yaml");
    }

    @Test
    void readsLabelsBesideTheirValues() {
        assertEquals("""
                layout: cover
                title: Cover
                sheet: {name: Cover, aliases: [Form]}
                unit-name: reporting_unit
                period: period
                fields: [Reporting unit, Period]
                """, cover("""
                | Reporting unit |   |
                | Period         |   |
                """));
    }

    @Test
    void readsLabelsWithTheirValuesInOneCell() {
        assertEquals("""
                layout: cover
                title: 封面
                sheet: {name: 封面, aliases: [Form]}
                unit-name: field_1
                period: field_2
                fields:
                  - {id: field_1, label: 填报单位}
                  - {id: field_2, label: 报告期}
                """, cover("""
                | 填报单位：____ 报告期： | < |
                """));
    }

    @Test
    void takesUnitsFromFilledCoversAndFileNames() {
        Drafted drafted = new Drafted(folder)
                .file("Ashdale_2026Q3.xlsx", Sheets.of("Form", "| Reporting unit | Ashdale council |\n" + GRID))
                .file("Elmton Q3 2026.xlsx", Sheets.of("Form", "| Reporting unit | |\n" + GRID));
        assertEquals(2, drafted.draft().units());
        assertEquals("""
                code,name
                U01,Ashdale council
                U02,Elmton
                """, drafted.text("units.csv"));
    }
}
