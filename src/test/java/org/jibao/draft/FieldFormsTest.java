package org.jibao.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jibao.draft.Remark.Kind;
import org.jibao.testkit.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms as offices make them, each with several of their habits at once. */
class FieldFormsTest {

    private final Path folder;

    FieldFormsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private DraftOutcome outcome = DraftOutcome.nothing(List.of());

    private Drafted drafted(String table) {
        Drafted drafted = new Drafted(folder).file("form.xlsx", Sheets.of("Table", table));
        outcome = drafted.draft();
        return drafted;
    }

    @Test
    void readsFinanceReturn() {
        Drafted drafted = drafted("""
                | 惠农补贴资金兑付情况季报表 | < | < | < | < | < |
                | 填报单位（盖章）： | | | 2026年第三季度 | | 单位：万元 |
                | 序号 | 补贴项目 | 本年计划 | 资金兑付 | < | 兑付率（%） |
                | ^ | ^ | ^ | 本季兑付 | 累计兑付 | ^ |
                | 1 | 耕地地力保护补贴 | | | | =E5/C5*100 |
                | 2 | 农机购置补贴 | | | | =E6/C6*100 |
                | | 合计 | =SUM(C5:C6) | =SUM(D5:D6) | =SUM(E5:E6) | =E7/C7*100 |
                | 单位负责人： | | 填表人： | | 联系电话： | |
                | 注：兑付率为累计兑付占本年计划的比例。 | < | < | < | < | < |
                """);
        assertEquals(List.of(10, 10), List.of(outcome.cells(), outcome.found()));
        assertEquals("""
                title: 惠农补贴资金兑付情况季报表
                sheet: Table
                cell: {kind: amount, unit: 万元}
                columns:
                  - {id: column_1, label: 本年计划}
                  - {id: column_2, label: 本季兑付, under: 资金兑付}
                  - {id: column_3, label: 累计兑付, under: 资金兑付}
                rows:
                  - {id: row_1, label: 耕地地力保护补贴}
                  - {id: row_2, label: 农机购置补贴}
                  - {id: total, label: 合计}
                """, drafted.text("forms/survey.yaml"));
        assertEquals("""
                rules:
                  - sums: survey.total = row_1 + row_2
                """, drafted.text("checks/survey.yaml"));
        assertTrue(drafted.text("figures.yaml").contains("    rate: survey.total.column_3 / survey.total.column_1\n"));
        assertTrue(drafted.text("figures.yaml").contains("    label: 累计兑付\n"));
    }

    @Test
    void readsUnitsBesideRowsAndHeadings() {
        Drafted drafted = drafted("""
                | 综合统计季报 |

                | 指标名称 | 计量单位 | 代码 | 本期 | 上年同期 |
                | 甲 | 乙 | 丙 | 1 | 2 |
                | 一、培训情况 | | | | |
                | 培训场次 | 场 | 01 | | |
                | 培训人数 | 人次 | 02 | | |
                | 二、宣传情况 | | | | |
                | 宣传经费 | 万元 | 03 | | |
                """);
        assertEquals("""
                title: 综合统计季报
                sheet: Table
                cell: {kind: count, unit: 场}   # 假定为整数，表中没有说明
                columns:
                  - {id: column_1, label: 本期}
                  - {id: column_2, label: 上年同期}
                rows:
                  - {id: row_1, label: 培训场次, headings: [一、培训情况]}
                  - {id: row_2, label: 培训人数, headings: [一、培训情况], cell: {kind: count, unit: 人次}}
                  - {id: row_3, label: 宣传经费, headings: [二、宣传情况], cell: {kind: amount, unit: 万元}}
                """, drafted.text("forms/survey.yaml"));
        assertTrue(drafted.text("figures.yaml").contains("sum: survey.row_1.column_1\n"));
    }

    @Test
    void tellsColumnFromItsPercentage() {
        Drafted drafted = drafted("""
                | Complaints | Received | Upheld | Upheld % |
                | Stage 1    |          |        | =C2/B2   |
                | Stage 2    |          |        | =C3/B3   |
                """);
        assertTrue(drafted.text("forms/survey.yaml").contains("  - {label: Upheld, nth: 1}\n"));
        assertTrue(drafted.text("figures.yaml").contains("rate: survey.*.upheld / survey.*.received\n"));
    }

    @Test
    void keepsOnlyWhatIsFoundAgainOfSameTables() {
        Drafted drafted = drafted("""
                | North |
                | Item | Count |
                | Oak  |       |
                | Ash  |       |

                | South |
                | Item | Count |
                | Oak  |       |
                | Ash  |       |
                """);
        assertEquals(List.of(1, 2, 2), List.of(outcome.forms(), outcome.cells(), outcome.found()));
        assertTrue(drafted.text("forms/survey_south.yaml").contains("  - {label: Count, under: South}\n"));
        assertTrue(drafted.said(Kind.LOOK)
                .contains("Table!B2: “North” is left out: its cells are not found again by their labels"));
    }

    @Test
    void leavesOutWhatNothingTellsApart() {
        Drafted drafted = drafted("""
                | Item | Count |
                | Oak  |       |
                | Ash  |       |

                | Item | Count |
                | Oak  |       |
                | Ash  |       |
                """);
        assertTrue(outcome.folder().isEmpty());
        assertTrue(drafted.said(Kind.LOOK)
                .contains("Table!B1: “Table” is left out: its cells are not found again by their labels"));
    }

    @Test
    void readsRegisterBelowCover() {
        Drafted drafted = drafted("""
                | 问题整改台账 |
                | 填报单位： | | | | 填报日期： | |
                | 序号 | 问题描述 | 责任单位 | 发现日期 | 整改期限 | 是否完成 |
                | 1 | | | | | |
                | 2 | | | | | |
                """);
        assertEquals("""
                layout: register
                title: 问题整改台账
                sheet: Table
                fields:
                  - {id: field_1, label: 问题描述}
                  - {id: field_2, label: 责任单位}
                  - {id: field_3, label: 发现日期, cell: date}
                  - {id: field_4, label: 整改期限, cell: date}
                  - {id: field_5, label: 是否完成}
                """, drafted.text("forms/survey.yaml"));
    }
}
