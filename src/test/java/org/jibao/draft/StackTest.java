package org.jibao.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jibao.testkit.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Headers of several rows over one register: names, how programs call them, what must be filled in, and help. */
class StackTest {

    private static final String STACK = """
            | Version: 2026.1 |
            | Template name: courses |

            | Field ID             | course_name__c | unit_id      | start_date__c | fee__c |
            | Required or optional | Required       | Optional     | Required     | Conditional |
            | Field name           | Course name    | Unit in charge | Start date  | Amount of the fee |
            | Help text | Enter the name of the course as it was announced to the public \
            | Enter the name of the unit that holds the course \
            | Enter the day on which the course began, not that of its announcement \
            | Enter the fee for one person, without what others paid |
            """;

    private final Path folder;

    StackTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Drafted drafted(String table) {
        Drafted drafted = new Drafted(folder).file("form.xlsx", Sheets.of("Courses", table));
        drafted.draft();
        return drafted;
    }

    private static final String FORM = """
            layout: register
            title: Courses
            sheet: Courses
            skip: "course_name like 'Enter the name of the course as it was a%'"
            fields:
              - {label: Course name, required: true}
              - Unit in charge
              - {label: Start date, required: true, cell: date}
              - {label: Amount of the fee, cell: amount}
            """;

    @Test
    void takesNamesForTheHeader() {
        assertEquals(FORM, drafted(STACK).text("forms/survey.yaml"));
    }

    @Test
    void takesNoEntryForAName() {
        Drafted drafted = drafted(STACK + """
                |  | Felling | Ashdale | @2026-07-03 | 12.50 |
                |  | Pruning | Elmton  | @2026-08-11 | 9.00  |
                """);
        assertTrue(drafted.text("forms/survey.yaml").contains("skip: "), drafted.text("forms/survey.yaml"));
        assertTrue(drafted.text("forms/survey.yaml").contains("- {label: Amount of the fee, cell: amount}"));
    }

    /** The first label is too long for a header elsewhere; the entries below it are no header. */
    @Test
    void takesTheFirstRowForTheHeader() {
        String label =
                "If the course was given by another unit, the name of that unit and of the person who was in charge of it";
        Drafted drafted = drafted("| Course | " + label + " | Place | Day |\n" + """
                | Felling | Ashdale | Town hall | @2026-07-03 |
                | Pruning | Elmton | Library | @2026-07-09 |
                | Grafting | Ashdale | Library | @2026-07-20 |
                """);
        String fields = fields(drafted);
        assertTrue(
                fields.startsWith("fields: [Course, {id: if_the_course_was_given") && fields.contains(label), fields);
        assertTrue(fields.endsWith(", Place, {label: Day, cell: date}]"), fields);
    }

    @Test
    void leavesOutWhatIsOnlyAlike() {
        Drafted drafted = drafted("""
                | Course  | Place     | Day         |
                | Felling | Town hall | @2026-07-03 |
                | Pruning | Library   | @2026-07-09 |
                """);
        assertEquals("fields: [Course, Place, {label: Day, cell: date}]", fields(drafted));
    }

    private static String fields(Drafted drafted) {
        String text = drafted.text("forms/survey.yaml");
        List<String> lines = text.lines()
                .dropWhile(line -> !line.startsWith("fields:"))
                .map(line -> line.replaceFirst("^  - ", ""))
                .toList();
        return lines.size() == 1 ? lines.get(0) : "fields: [" + String.join(", ", lines.subList(1, lines.size())) + "]";
    }

    @Test
    void knowsKindsByTheirWords() {
        Drafted drafted = drafted("""
                | 妇女培训情况年报表 |

                | 县（市、区）名称 | 培训场次数 | 培训人数 | < | 培训效果 | < | 合格率 | 培训经费（万元） | 备注 |
                | ^ | ^ | 男 | 女 | 优秀 | 良好 | ^ | ^ | ^ |
                """);
        assertEquals("""
                fields:
                  - {id: field_1, label: 县（市、区）名称}
                  - {id: field_2, label: 培训场次数, cell: count}
                  - {id: field_3, label: 男, under: 培训人数, cell: count}
                  - {id: field_4, label: 女, under: 培训人数, cell: count}
                  - {id: field_5, label: 优秀, under: 培训效果, cell: count}   # 假定为整数，表中没有说明
                  - {id: field_6, label: 良好, under: 培训效果, cell: count}   # 假定为整数，表中没有说明
                  - {id: field_7, label: 合格率, cell: {kind: percent, unit: "%"}}
                  - {id: field_8, label: 培训经费（万元）, cell: {kind: amount, unit: 万元}}
                  - {id: field_9, label: 备注}
                """, drafted.text("forms/survey.yaml").replaceFirst("(?s)^.*(?=fields:)", ""));
    }

    @Test
    void takesAListOfUnitsForAListOnlyWhereTheRestAreFigures() {
        Drafted drafted = drafted("""
                | 单位名称 | 年度 | 季度 | 总投入工时数 | 总投入工时数备注 |
                """);
        assertTrue(
                drafted.text("forms/survey.yaml").startsWith("layout: register\n"), drafted.text("forms/survey.yaml"));
    }
}
