package org.jibao.summary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.jibao.calendar.DueRule;
import org.jibao.calendar.Period;
import org.jibao.calendar.PeriodKind;
import org.jibao.definition.FileNamePattern;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.MetricDefinition;
import org.jibao.definition.Roster;
import org.jibao.definition.SummaryDefinition;
import org.jibao.definition.SummaryDefinition.Chart;
import org.jibao.definition.SummaryDefinition.ChartType;
import org.jibao.definition.SummaryDefinition.Column;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.definition.SummaryDefinition.SheetKind;
import org.jibao.definition.SummaryDefinition.Table;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.metrics.MetricTable;
import org.jspecify.annotations.Nullable;

/** A made-up county with any number of units: every kind of sheet, table and chart, the same figures each time. */
final class County {
    static final Period PERIOD = new Period(PeriodKind.QUARTER, 2026, 3);
    static final Instant AS_OF = Instant.parse("2026-10-20T01:00:00Z");

    private static final String[] TOWNSHIPS = {"青石", "白云", "柳河", "石桥", "枫林", "永安", "云溪", "南湖", "北山", "临江", "高坪"};
    private static final String[] STREETS = {"解放路街道办事处", "和平街道办事处", "滨江街道办事处", "长春路街道办事处", "开发区街道办事处"};
    private static final String[] DEPARTMENTS = {
        "教育局",
        "卫生健康局",
        "市场监督管理局",
        "生态环境局",
        "交通运输局",
        "住房和城乡建设局",
        "人力资源和社会保障局",
        "农业农村局",
        "水利局",
        "自然资源和规划局",
        "退役军人事务局",
        "文化广电旅游和体育局"
    };

    private final List<String> units = new ArrayList<>();
    private final Random random = new Random(20261010);
    private final Map<String, MetricTable> tables = new LinkedHashMap<>();
    private final int tidyRows;

    private County(int size, int tidyRows) {
        this.tidyRows = tidyRows;
        Arrays.stream(TOWNSHIPS).map(name -> name + "镇人民政府").forEach(units::add);
        Arrays.stream(STREETS).forEach(units::add);
        for (int i = 0; units.size() < size; i++) {
            String number = i < DEPARTMENTS.length ? "" : "第" + (i / DEPARTMENTS.length + 1) + "分局";
            units.add("县" + DEPARTMENTS[i % DEPARTMENTS.length] + number);
        }
        fill();
    }

    /** The county of the examples: 49 units. */
    static SummaryRequest request(Language language) {
        return request(49, 980, language);
    }

    static SummaryRequest request(int units, int tidyRows, Language language) {
        return request(new County(units, tidyRows).tables, language);
    }

    static SummaryRequest request(Map<String, MetricTable> tables, Language language) {
        return new SummaryRequest(job(), PERIOD, AS_OF, tables, language, "0.1.0", "9f2c4e".repeat(10) + "ab12");
    }

    static Map<String, MetricTable> tables(int units) {
        return new County(units, 20 * units).tables;
    }

    private void fill() {
        put("coverage", "scope_zh,scope_en,expected,actual,on_time,rate", coverage());
        put(
                "key_figures",
                "label_zh,label_en,value,format,unit_zh,unit_en,change_previous,change_last_year,change_format,reported,expected",
                figures());
        put("headlines", "sentence_zh,sentence_en", headlines());
        put("trend", "period,series_zh,series_en,value", trend());
        put("category", "category_zh,category_en,items,share", categories());
        put("units", "name,items,timely,rate,change_previous,note,received,emphasis", units());
        put("ranked", "name,value", ranked());
        put("outcome", "outcome_zh,outcome_en,this_quarter,last_quarter", outcomes());
        put("parts", "kind_zh,kind_en,category_zh,category_en,items", parts());
        put("matrix", "name,p1,p2,p3,p4,p5,p6,p7,p8", matrix());
        put("nothing", "name,value", List.of());
        put("findings", "unit,file,sheet,cell,message_zh,message_en", findings());
        put("tidy", "period,unit,topic,item,value,rate", tidy());
        put(
                "period_labels",
                "p1,p2,p3,p4,p5,p6,p7,p8",
                List.of(row("2024Q4", "2025Q1", "2025Q2", "2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026Q3")));
        put("messages", "id,zh,en", List.of(row("answers", "按时答复率连续三季上升", "Answers in time up for three quarters")));
    }

    private void put(String id, String columns, List<List<@Nullable Object>> rows) {
        tables.put(id, new MetricTable(id, List.of(columns.split(",")), rows));
    }

    static List<@Nullable Object> row(@Nullable Object... values) {
        return new ArrayList<>(Arrays.asList(values));
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP);
    }

    private List<List<@Nullable Object>> coverage() {
        return List.of(
                row("全县", "All", 49L, 47L, 45L, decimal(47 / 49.0)),
                row("乡镇", "Townships", 11L, 11L, 10L, decimal(1)),
                row("街道", "Subdistricts", 5L, 5L, 5L, decimal(1)),
                row("县直部门", "County departments", 33L, 31L, 30L, decimal(31 / 33.0)));
    }

    private List<List<@Nullable Object>> figures() {
        return List.of(
                row(
                        "报送率",
                        "Reporting rate",
                        decimal(47 / 49.0),
                        "rate",
                        "%",
                        "%",
                        decimal(0.0204),
                        decimal(-0.0204),
                        "points",
                        49L,
                        49L),
                row(
                        "按时报送率",
                        "Reporting rate on time",
                        decimal(45 / 49.0),
                        "rate",
                        "%",
                        "%",
                        decimal(0),
                        null,
                        "points",
                        49L,
                        49L),
                row(
                        "主动公开信息",
                        "Items disclosed",
                        12_846L,
                        "count",
                        "条",
                        "items",
                        decimal(0.1234),
                        decimal(-0.0312),
                        "change",
                        47L,
                        49L),
                row(
                        "20个工作日内公开率",
                        "Disclosed within 20 working days",
                        decimal(0.9312),
                        "rate",
                        "%",
                        "%",
                        decimal(0.0123),
                        decimal(0.0456),
                        "points",
                        47L,
                        49L),
                row(
                        "公文主动公开率",
                        "Documents disclosed",
                        decimal(673 / 707.0),
                        "rate",
                        "%",
                        "%",
                        decimal(-0.0051),
                        decimal(0.0102),
                        "points",
                        47L,
                        49L),
                row(
                        "新收公开申请",
                        "Requests received",
                        263L,
                        "count",
                        "件",
                        "requests",
                        decimal(0.087),
                        decimal(0.4),
                        "change",
                        47L,
                        49L),
                row(
                        "结转下季申请",
                        "Requests carried out",
                        0L,
                        "count",
                        "件",
                        "requests",
                        null,
                        decimal(-1),
                        "change",
                        47L,
                        49L),
                row(
                        "申请公开率",
                        "Requests granted",
                        decimal(81 / 263.0),
                        "rate",
                        "%",
                        "%",
                        decimal(-0.031),
                        decimal(-0.012),
                        "points",
                        46L,
                        49L),
                row(
                        "收到诉求",
                        "Cases received",
                        102_938L,
                        "count",
                        "件",
                        "cases",
                        decimal(0.02),
                        decimal(0.11),
                        "change",
                        47L,
                        49L),
                row(
                        "按时答复率",
                        "Answered in time",
                        decimal(0.9874),
                        "rate",
                        "%",
                        "%",
                        decimal(0.004),
                        decimal(0.021),
                        "points",
                        47L,
                        49L),
                row(
                        "办结率",
                        "Cases closed",
                        decimal(0.955),
                        "rate",
                        "%",
                        "%",
                        decimal(0.004),
                        decimal(-0.021),
                        "points",
                        47L,
                        49L),
                row("满意率", "Satisfied", null, "rate", "%", "%", null, null, "points", 0L, 49L),
                row("复议诉讼案件", "Disputes", 17L, "count", "件", "cases", decimal(-0.15), decimal(0), "change", 47L, 49L));
    }

    private List<List<@Nullable Object>> headlines() {
        return List.of(
                row(
                        "应报49家，已报47家，报送率95.92%，比上季上升2.04个百分点，其中迟报2家；未形成有效报表的有县交通运输局、柳河镇人民政府。",
                        "47 of 49 units reported (95.92%), up 2.04 points on the previous quarter, 2 of them late; no valid return from 县交通运输局, 柳河镇人民政府."),
                row(
                        "主动公开信息12,846条，比上季增长12.3%，比去年同期下降3.1%；政策文件最多，占31.20%（47/49家）。",
                        "12,846 items disclosed, up 12.3% on the previous quarter, down 3.1% on a year before; most of them policy documents, 31.20% (47/49 units)."),
                row(
                        "诉求按时答复率98.74%，连续三季上升；最低的是县市场监督管理局，82.51%（47/49家）。",
                        "98.74% of cases answered in time, up for three quarters in succession; lowest 县市场监督管理局, 82.51% (47/49 units)."));
    }

    private List<List<@Nullable Object>> trend() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        String[] zh = {"按时答复率", "办结率", "满意率"};
        String[] en = {"Answered in time", "Cases closed", "Satisfied"};
        for (int i = 0; i < 8; i++) {
            String period = List.of("2024Q4", "2025Q1", "2025Q2", "2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026Q3")
                    .get(i);
            for (int j = 0; j < 3; j++) {
                double value = 0.93 + 0.007 * i - 0.01 * j + random.nextDouble() * 0.01;
                rows.add(row(period, zh[j], en[j], j == 2 && i == 7 ? null : decimal(Math.min(1, value))));
            }
        }
        return rows;
    }

    private List<List<@Nullable Object>> categories() {
        String[] zh = {"机构职能", "政策文件", "规划计划", "统计信息", "行政许可和处罚", "财政预决算", "重大项目", "民生信息", "其他"};
        String[] en = {
            "Functions",
            "Policy documents",
            "Plans",
            "Statistics",
            "Licences and penalties",
            "Budgets",
            "Major projects",
            "Public welfare",
            "Other"
        };
        List<List<@Nullable Object>> rows = new ArrayList<>();
        long total = 0;
        long[] items = new long[zh.length];
        for (int i = 0; i < zh.length; i++) {
            items[i] = 300 + random.nextInt(2000);
            total += items[i];
        }
        for (int i = 0; i < zh.length; i++) {
            rows.add(row(zh[i], en[i], items[i], decimal((double) items[i] / total)));
        }
        return rows;
    }

    private List<List<@Nullable Object>> units() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(row("全县合计", 12_846L, 11_962L, decimal(0.9312), decimal(0.1234), null, null, true));
        for (String unit : units) {
            boolean missing = rows.size() == 4 || rows.size() == 25;
            long items = 18 + (long) Math.exp(random.nextGaussian() * 0.6 + 5);
            rows.add(
                    missing
                            ? row(unit, null, null, null, null, "未报，已于到期次日催报；单位说明系统升级期间无法导出，承诺于十月二十五日前补报", null, false)
                            : row(
                                    unit,
                                    items,
                                    items * 9 / 10,
                                    decimal(0.9 + random.nextDouble() / 10),
                                    decimal(random.nextDouble() - 0.4),
                                    rows.size() % 9 == 0 ? "=HYPERLINK(\"http://example.org\")" : null,
                                    Instant.parse("2026-10-09T06:12:00Z"),
                                    false));
        }
        return rows;
    }

    private List<List<@Nullable Object>> ranked() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (String unit : units) {
            rows.add(row(
                    unit,
                    rows.size() == 7 ? null : (Object) (18 + (long) Math.exp(random.nextGaussian() * 0.6 + 4.6))));
        }
        return rows;
    }

    private List<List<@Nullable Object>> outcomes() {
        return List.of(
                row("予以公开", "Granted", 61L, 58L),
                row("部分公开", "Partly granted", 20L, 14L),
                row("不予公开", "Refused", 37L, 41L),
                row("无法提供", "Not available", 92L, 80L),
                row("不予处理", "Not processed", 12L, 9L),
                row("其他处理", "Otherwise handled", 41L, 37L));
    }

    private List<List<@Nullable Object>> parts() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        String[] zh = {"乡镇", "街道", "县直部门"};
        String[] en = {"Townships", "Subdistricts", "County departments"};
        for (int kind = 0; kind < 3; kind++) {
            for (List<@Nullable Object> category : categories()) {
                rows.add(row(zh[kind], en[kind], category.get(0), category.get(1), category.get(2)));
            }
        }
        return rows;
    }

    private List<List<@Nullable Object>> matrix() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (String unit : units) {
            List<@Nullable Object> row = row(unit);
            for (int i = 0; i < 8; i++) {
                int state = random.nextInt(20);
                row.add(state == 0 ? "未报" : state < 3 ? "迟报" : state == 4 ? null : "按时");
            }
            rows.add(row);
        }
        return rows;
    }

    private List<List<@Nullable Object>> findings() {
        return List.of(
                row(
                        "柳河镇人民政府",
                        "2026Q3/柳河镇人民政府_2026年第三季度.xlsx",
                        "表二",
                        "D14",
                        "“新收申请数量”为“x条”，不是数字。",
                        "“Requests received” reads “x条”, which is not a number."),
                row(
                        "县交通运输局",
                        "2026Q3/县交通运输局-2026年三季度报表（修订）.xls",
                        "表二",
                        "H27",
                        "总计 263 与各申请人类别之和 262 相差 1：请核对自然人一列。",
                        "The total 263 differs from the sum of the applicant columns 262 by 1: check the column of natural persons."));
    }

    private List<List<@Nullable Object>> tidy() {
        List<List<@Nullable Object>> rows = new ArrayList<>(tidyRows);
        for (int i = 0; i < tidyRows; i++) {
            String unit = units.get(i % units.size());
            rows.add(row(
                    "2026Q3",
                    unit,
                    "disclosure",
                    "item_" + i % 20,
                    i % 13 == 0 ? null : (Object) (long) random.nextInt(5000),
                    decimal(random.nextDouble())));
        }
        return rows;
    }

    static JobDefinition job() {
        return new JobDefinition(
                "quarterly-disclosure",
                Path.of("jobs/quarterly-disclosure"),
                new Text("政务公开季度报表", "Quarterly Return on Government Information Disclosure"),
                "2024",
                PeriodKind.QUARTER,
                new DueRule(10, DueRule.Shift.NEXT_WORKING_DAY),
                60,
                ZoneId.of("Asia/Shanghai"),
                "0 30 1 * * *",
                new FileNamePattern(Pattern.compile("(?<unit>.*)")),
                Map.of(),
                List.of(),
                new Roster(List.of()),
                List.of(),
                List.of(),
                List.of(metric()),
                summary(),
                "5e3a".repeat(16));
    }

    private static MetricDefinition metric() {
        return new MetricDefinition(
                "responses",
                new Text("互动回应", "Responses"),
                List.of("unit"),
                List.of(
                        new MetricDefinition.Measure(
                                "in_time_rate",
                                new Text("按时答复率", "Answered in time"),
                                Text.same("%"),
                                new Text(
                                        "期限内（含依法延期）答复的件数",
                                        "cases answered within the limit, lawful extension included"),
                                new Text("本期应答复的件数", "cases due in the period"),
                                new Text(
                                        "未到期、等待补正和撤回的不计入分母，另行列出。",
                                        "Not yet due, waiting for a correction and withdrawn are left out and shown apart.")),
                        new MetricDefinition.Measure(
                                "received",
                                new Text("收到诉求", "Cases received"),
                                new Text("件", "cases"),
                                Text.same(""),
                                Text.same(""),
                                new Text("留言、咨询、热线、信访投诉之和。", "Messages, enquiries, hotline calls and complaints."))),
                "SELECT 1");
    }

    private static Text text(String zh, String en) {
        return new Text(zh, en);
    }

    private static Table table(String id, Text title, @Nullable Text note, Column... columns) {
        return new Table(id, title, note, text("本期没有。", "None in this period."), List.of(columns), "SELECT 1");
    }

    private static Column column(String name, Text label, Format format) {
        return new Column(name, label, format, 0);
    }

    private static SummaryDefinition summary() {
        return new SummaryDefinition(List.of(Language.ZH, Language.EN), shownTables(), charts(), sheets());
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
