package org.jibao.summary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jibao.calendar.Period;
import org.jibao.calendar.PeriodKind;
import org.jibao.finding.Language;
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
        return new SummaryRequest(
                CountyJob.job(), PERIOD, AS_OF, tables, language, "0.1.0", "9f2c4e".repeat(10) + "ab12");
    }

    static Map<String, MetricTable> tables(int units) {
        return new County(units, 20 * units).tables;
    }

    private void fill() {
        put("coverage", "scope_zh,scope_en,expected,actual,on_time,rate", coverage());
        put(
                "key_figures",
                "label_zh,label_en,value,format,unit_zh,unit_en,change_previous,change_last_year,change_format,reported,expected",
                CountyLeaders.figures());
        put("headlines", "sentence_zh,sentence_en", CountyLeaders.headlines());
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

    static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP);
    }

    private List<List<@Nullable Object>> coverage() {
        return List.of(
                row("全县", "All", 49L, 47L, 45L, decimal(47 / 49.0)),
                row("乡镇", "Townships", 11L, 11L, 10L, decimal(1)),
                row("街道", "Subdistricts", 5L, 5L, 5L, decimal(1)),
                row("县直部门", "County departments", 33L, 31L, 30L, decimal(31 / 33.0)));
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
}
