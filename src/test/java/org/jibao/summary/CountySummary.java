package org.jibao.summary;

import java.util.ArrayList;
import java.util.List;
import org.jibao.definition.SummaryDefinition;
import org.jibao.definition.SummaryDefinition.Chart;
import org.jibao.definition.SummaryDefinition.ChartType;
import org.jibao.definition.SummaryDefinition.Column;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.definition.SummaryDefinition.SheetKind;
import org.jibao.definition.SummaryDefinition.Table;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/** What the made-up county's workbook shows: every kind of sheet, table and chart. */
final class CountySummary {
    private CountySummary() {}

    private static Text text(String zh, String en) {
        return new Text(zh, en);
    }

    private static Table table(String id, Text title, @Nullable Text note, Column... columns) {
        return new Table(
                id,
                title,
                note,
                text("本期没有。", "None in this period."),
                List.of(columns),
                "tables/" + id + ".sql",
                "SELECT 1");
    }

    private static Column column(String name, Text label, Format format) {
        return new Column(name, label, format, 0);
    }

    static SummaryDefinition summary() {
        return new SummaryDefinition(shownTables(), charts(), List.of(), sheets());
    }

    private static List<Table> shownTables() {
        Text name = text("单位", "Unit");
        List<Column> matrix = new ArrayList<>(List.of(column("name", name, Format.TEXT)));
        for (int i = 1; i <= 8; i++) {
            matrix.add(column("p" + i, Text.same("{p" + i + "}"), Format.TEXT));
        }
        return List.of(
                table(
                        "coverage",
                        text("报送情况", "Reporting"),
                        null,
                        column("scope", text("范围", "Scope"), Format.TEXT),
                        column("expected", text("应报", "Expected"), Format.COUNT),
                        column("actual", text("已报", "Reported"), Format.COUNT),
                        column("on_time", text("按时", "On time"), Format.COUNT),
                        column("rate", text("报送率", "Reporting rate"), Format.RATE)),
                table("key_figures", text("关键指标", "Key figures"), null),
                table("headlines", text("要点", "To know"), null, column("sentence", text("要点", "To know"), Format.TEXT)),
                table("trend", text("趋势", "Trend"), null),
                table(
                        "category",
                        text("主动公开信息类别", "Items by category"),
                        text(
                                "一条信息经多个渠道公开只计一条；部分公开的文件计一条；联合发文由各发文单位各计一条。",
                                "An item published through several channels counts once; a document disclosed in part counts one; one issued jointly counts once for each issuer."),
                        column("category", text("类别", "Category"), Format.TEXT),
                        column("items", text("条数", "Items"), Format.COUNT),
                        column("share", text("占比", "Share"), Format.RATE)),
                table(
                        "units",
                        text("各单位主动公开情况", "Disclosure by unit"),
                        text(
                                "公开率为20个工作日内公开的条数与全部条数之比。",
                                "The rate is items disclosed within 20 working days over all items."),
                        column("name", name, Format.TEXT),
                        column("items", text("主动公开信息条数", "Items disclosed"), Format.COUNT),
                        column("timely", text("其中20个工作日内公开", "Of these within 20 working days"), Format.COUNT),
                        column("rate", text("公开率", "Rate"), Format.RATE),
                        column("change_previous", text("比上季", "On previous quarter"), Format.CHANGE),
                        column("received", text("收到时间", "Received"), Format.TIME),
                        column("note", text("说明", "Remark"), Format.TEXT)),
                table(
                        "ranked",
                        text("主动公开信息排名", "Ranking by items"),
                        null,
                        column("name", name, Format.TEXT),
                        column("value", text("条数", "Items"), Format.COUNT)),
                table(
                        "outcome",
                        text("申请办理结果", "Outcomes of requests"),
                        null,
                        column("outcome", text("结果", "Outcome"), Format.TEXT),
                        column("this_quarter", text("本季", "This quarter"), Format.COUNT),
                        column("last_quarter", text("上季", "Previous quarter"), Format.COUNT)),
                table("parts", text("构成", "Parts"), null),
                new Table(
                        "matrix",
                        text("近八季报送情况", "Last eight quarters"),
                        null,
                        text("没有。", "None."),
                        matrix,
                        "tables/matrix.sql",
                        "SELECT 1"),
                table(
                        "nothing",
                        text("退回的报表", "Returned"),
                        null,
                        column("name", name, Format.TEXT),
                        column("value", text("次数", "Times"), Format.COUNT)),
                table(
                        "findings",
                        text("核查发现", "Findings"),
                        null,
                        column("unit", name, Format.TEXT),
                        column("file", text("文件", "File"), Format.TEXT),
                        column("sheet", text("工作表", "Sheet"), Format.TEXT),
                        column("cell", text("单元格", "Cell"), Format.TEXT),
                        column("message", text("问题", "What is wrong"), Format.TEXT)),
                table(
                        "tidy",
                        text("整齐数据", "Tidy data"),
                        null,
                        column("period", text("期别", "Period"), Format.TEXT),
                        column("unit", name, Format.TEXT),
                        column("topic", text("主题", "Topic"), Format.TEXT),
                        column("item", text("项目", "Item"), Format.TEXT),
                        column("value", text("数值", "Value"), Format.COUNT),
                        column("rate", text("占比", "Share"), Format.RATE)));
    }

    private static Chart chart(
            String id,
            ChartType type,
            String table,
            String category,
            List<String> values,
            @Nullable String series,
            Format format,
            Text title,
            Text subtitle,
            int limit) {
        return new Chart(id, type, table, category, values, series, List.of(), format, title, subtitle, limit);
    }

    private static List<Chart> charts() {
        Text items = text("2026年第三季度 · 单位：条", "Q3 2026 · items");
        return List.of(
                chart(
                        "answers",
                        ChartType.TREND,
                        "trend",
                        "period",
                        List.of("value"),
                        "series",
                        Format.RATE,
                        text("答复趋势", "Answers"),
                        text("近八季 · 占有效诉求的比例", "last eight quarters · share of valid cases"),
                        0),
                chart(
                        "ring",
                        ChartType.RING,
                        "category",
                        "category",
                        List.of("items"),
                        null,
                        Format.COUNT,
                        text("政策文件与民生信息合占近半", "Policy documents and public welfare are almost half"),
                        items,
                        0),
                chart(
                        "columns",
                        ChartType.COLUMNS,
                        "outcome",
                        "outcome",
                        List.of("this_quarter", "last_quarter"),
                        null,
                        Format.COUNT,
                        text("三成申请予以公开或部分公开", "Three in ten requests granted or partly granted"),
                        text("办理结果 · 单位：件", "outcomes · requests"),
                        0),
                chart(
                        "top",
                        ChartType.RANKING,
                        "ranked",
                        "name",
                        List.of("value"),
                        null,
                        Format.COUNT,
                        text("主动公开前八名", "The eight that disclose most"),
                        items,
                        8),
                chart(
                        "ranking",
                        ChartType.RANKING,
                        "ranked",
                        "name",
                        List.of("value"),
                        null,
                        Format.COUNT,
                        text("各单位主动公开信息", "Items disclosed by unit"),
                        items,
                        0),
                chart(
                        "stack",
                        ChartType.STACKED,
                        "parts",
                        "kind",
                        List.of("items"),
                        "category",
                        Format.COUNT,
                        text("县直部门公开最多", "County departments disclose most"),
                        items,
                        0),
                chart(
                        "by_category",
                        ChartType.COLUMNS,
                        "category",
                        "category",
                        List.of("items"),
                        null,
                        Format.COUNT,
                        text("各类别条数", "Items by category"),
                        items,
                        0),
                chart(
                        "empty",
                        ChartType.COLUMNS,
                        "nothing",
                        "name",
                        List.of("value"),
                        null,
                        Format.COUNT,
                        text("退回次数", "Times returned"),
                        text("单位：次", "times"),
                        0));
    }

    private static List<Sheet> sheets() {
        return List.of(
                new Sheet("cover", SheetKind.COVER, text("封面", "Cover"), List.of("coverage")),
                new Sheet("contents", SheetKind.CONTENTS, text("目录", "Contents"), List.of()),
                new Sheet(
                        "leaders",
                        SheetKind.LEADERS,
                        text("领导专页", "For leaders"),
                        List.of("key_figures", "headlines", "answers", "ring", "columns", "top")),
                new Sheet("reporting", SheetKind.PAGE, text("报送", "Reporting"), List.of("matrix")),
                new Sheet(
                        "disclosure",
                        SheetKind.PAGE,
                        text("主动公开", "Disclosure"),
                        List.of("ring", "by_category", "category", "stack", "units")),
                new Sheet(
                        "requests",
                        SheetKind.PAGE,
                        text("依申请公开", "Requests"),
                        List.of("outcome", "columns", "empty", "answers", "nothing")),
                new Sheet("ranking", SheetKind.PAGE, text("排名", "Ranking"), List.of("ranking", "ranked")),
                new Sheet("findings", SheetKind.PAGE, text("核查发现", "Findings"), List.of("findings")),
                new Sheet("notes", SheetKind.NOTES, text("说明", "Notes"), List.of()),
                new Sheet("tidy", SheetKind.TIDY, text("整齐数据", "Tidy data"), List.of("tidy")));
    }
}
