package org.jibao.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jibao.draft.Remark.Kind;
import org.jibao.testkit.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grids: labels, groups, units, kinds, totals and rates. */
class GridTest {

    private final Path folder;

    GridTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Drafted drafted(String table) {
        Drafted drafted = new Drafted(folder).file("form.xlsx", Sheets.of("Table", table));
        drafted.draft();
        return drafted;
    }

    @Test
    void readsRowsAndColumns() {
        Drafted drafted = drafted("""
                | Quarterly survey of requests |

                | Channel | Received | Answered |
                | Letters |          |          |
                | Portal  |          |          |
                """);
        assertEquals("""
                title: Quarterly survey of requests
                sheet: Table
                cell: count   # assumed: whole numbers; nothing in the form says so
                columns: [Received, Answered]
                rows: [Letters, Portal]
                """, drafted.text("forms/survey.yaml"));
    }

    /** The row is called a total, but a share of all is not the sum of the shares. */
    @Test
    void addsUpWhatCanBeAddedUp() {
        Drafted drafted = drafted("""
                | Quarterly survey of training |

                | Kind    | Held | People | Satisfied (%) |
                | Courses |      |        |               |
                | Visits  |      |        |               |
                | Total   |      |        |               |
                """);
        assertTrue(drafted.text("forms/survey.yaml").contains("kind: percent"), drafted.text("forms/survey.yaml"));
        assertEquals("""
                rules:
                  - sums: survey.total = courses + visits
                    only: [held, people]
                    severity: warning
                """, drafted.text("checks/survey.yaml").replaceAll(" {3}#.*", ""));
        assertTrue(drafted.text("figures.yaml").contains("sum: survey.total.held"), drafted.text("figures.yaml"));
    }

    @Test
    void namesLabelsOfTheLanguageOfTheForm() {
        Drafted drafted = drafted("""
                | 办件统计季报 |

                | 项目 | 收到（件） | 办结（件） |
                | 来信 |            |            |
                | 合计 | =SUM(B4:B4) | =SUM(C4:C4) |
                """);
        assertEquals("""
                title: 办件统计季报
                language: zh
                period: quarter
                due: {day: 15, shift: next-working-day}   # 假定：请填期后几日前报送
                roster: units.csv
                """, drafted.text("job.yaml"));
        assertEquals("""
                title: 办件统计季报
                sheet: Table
                cell: {kind: count, unit: 件}
                columns:
                  - {id: column_1, label: 收到（件）}
                  - {id: column_2, label: 办结（件）}
                rows:
                  - {id: row_1, label: 来信}
                  - {id: total, label: 合计}
                """, drafted.text("forms/survey.yaml").replaceAll(" {3}#.*", ""));
    }

    @Test
    void takesMergedHeadersAsGroups() {
        Drafted drafted = drafted("""
                | Kind    | Men  | <    | Women | <    |
                | ^       | New  | Left | New   | Left |
                | Doctors |      |      |       |      |
                | Nurses  |      |      |       |      |
                """);
        assertEquals(
                """
                title: Table
                sheet: Table
                cell: count   # assumed: whole numbers; nothing in the form says so
                columns:
                  - {label: New, under: Men}
                  - {label: Left, under: Men}
                  - {id: women_new, label: New, under: Women}
                  - {id: women_left, label: Left, under: Women}
                rows: [Doctors, Nurses]
                """,
                drafted.text("forms/survey.yaml")
                        .replace("left_", "left")
                        .replace("{id: left, label: Left, under: Men}", "{label: Left, under: Men}"));
    }

    @Test
    void leavesSerialNumbersUnitsAndNotesOut() {
        Drafted drafted = drafted("""
                | No. | Item    | Unit   | Amount |
                | 1   | Wages   | yuan   |        |
                | 2   | Visits  | visits |        |
                | Note: fill in what was paid. |
                """);
        assertEquals("""
                title: Table
                sheet: Table
                cell: {kind: amount, unit: yuan}
                columns: [Amount]
                rows:
                  - Wages
                  - {label: Visits, cell: {kind: count, unit: visits}}
                """, drafted.text("forms/survey.yaml"));
    }

    @Test
    void makesChecksAndRatesOfFormulas() {
        Drafted drafted = drafted("""
                | Channel | Received    | Answered    | Rate   |
                | Letters |             |             | =C2/B2 |
                | Portal  |             |             | =IF(B3=0,"",C3/B3) |
                | Total   | =SUM(B2:B3) | =B2+B3      | =C4/B4 |
                """);
        assertEquals("""
                rules:
                  - sums: survey.total = letters + portal
                    only: [received]
                """, drafted.text("checks/survey.yaml"));
        assertTrue(drafted.text("figures.yaml").contains("rate: survey.total.answered / survey.total.received\n"));
        assertEquals(
                List.of(
                        "Table!C4: The formulas of “Total” are not all alike. The check says what most of them say; look"
                                + " whether this cell is wrong"),
                drafted.said(Kind.LOOK).stream()
                        .filter(line -> line.startsWith("Table!C4"))
                        .toList());
    }

    @Test
    void tellsWhichFormulaDiffers() {
        Drafted drafted = drafted("""
                | Channel | A           | B           | C           |
                | Letters |             |             |             |
                | Portal  |             |             |             |
                | Total   | =SUM(B2:B3) | =SUM(C2:C3) | =SUM(D2:D2) |
                """);
        assertEquals("""
                rules:
                  - sums: survey.total = letters + portal
                    only: [a, b]
                """, drafted.text("checks/survey.yaml"));
        assertEquals(
                1,
                drafted.said(Kind.LOOK).stream()
                        .filter(line -> line.startsWith("Table!D4: "))
                        .count());
    }

    @Test
    void findsTablesBelowAndBesideEachOther() {
        Drafted drafted = drafted("""
                | Item | Spring |   | Item | Autumn |
                | Oak  |        |   | Elm  |        |
                | Ash  |        |   | Yew  |        |

                | Animals |

                | Kind  | Seen | Heard |
                | Birds |      |       |
                | Bats  |      |       |
                """);
        assertEquals("rows: [Oak, Ash]\n", line(drafted, "forms/survey_table.yaml", "rows"));
        assertEquals("rows: [Elm, Yew]\n", line(drafted, "forms/survey_table_2.yaml", "rows"));
        assertEquals("rows: [Birds, Bats]\n", line(drafted, "forms/survey_animals.yaml", "rows"));
    }

    private static String line(Drafted drafted, String file, String key) {
        return drafted.text(file)
                        .lines()
                        .filter(line -> line.startsWith(key))
                        .findFirst()
                        .orElse("") + "\n";
    }

    @Test
    void readsPercentagesAndAmountsByTheirFormats() {
        Drafted drafted = drafted("""
                | Item | Visits | Cost | Coverage |
                | Oak  | 12     | 3.5  | 45%      |
                | Ash  | 7      | 2.25 | 50%      |
                """);
        assertEquals("""
                title: Table
                sheet: Table
                cell: count
                columns:
                  - Visits
                  - {label: Cost, cell: amount}
                  - {label: Coverage, cell: percent}
                rows: [Oak, Ash]
                """, drafted.text("forms/survey.yaml"));
    }
}
