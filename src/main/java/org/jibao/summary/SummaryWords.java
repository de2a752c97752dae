package org.jibao.summary;

import org.jibao.finding.Text;

/** The workbook's own words; what it says about figures comes from the job folder. */
public final class SummaryWords {
    static final Text BACK = new Text("← 目录", "← Contents");
    static final Text AS_OF = new Text("截至 %s", "as of %s");
    static final Text FINAL_AS_OF = new Text("截至 %s，本期已截止：终稿", "as of %s, after the period's closing: final");
    public static final Text FOOTER = new Text("第 &P 页 / 共 &N 页", "Page &P of &N");
    static final Text MISSING = new Text(
            "“—”表示无数据：未报送、不适用，或分母为零。", "“—” means no value: not reported, not applicable, or a zero denominator.");
    static final Text YES = new Text("是", "yes");
    static final Text NO = new Text("否", "no");
    static final Text NOTE = new Text("[注%d]", "[note %d]");
    static final Text NO_CHART = new Text(
            "图表“%s”未能绘制：本机缺少字体组件，请安装 fontconfig 和任一字体后重新汇总。",
            "The chart “%s” could not be drawn: this machine has no font support. Install fontconfig and any font, then summarize again.");
    static final Text TOO_LONG = new Text(
            "另有 %,d 行超出 Excel 的行数上限，未列出；请用 export 命令导出。",
            "%,d more rows are beyond Excel's limit and not shown; use the export command.");

    static final Text SHEET = new Text("工作表", "Sheet");
    static final Text CONTENT = new Text("内容", "What it shows");
    static final Text NUMBER = new Text("序号", "No.");

    static final Text PROVENANCE = new Text("出处", "Provenance");
    static final Text ITEM = new Text("项目", "Item");
    static final Text VALUE = new Text("值", "Value");
    static final Text PROGRAM = new Text("程序", "Program");
    static final Text JOB = new Text("报表任务", "Job");
    static final Text JOB_DIGEST = new Text("任务文件摘要", "Digest of the job folder");
    static final Text STORE_DIGEST = new Text("数据状态摘要", "Digest of the store");
    static final Text SAME = new Text(
            "任务文件、数据状态和截至时间相同，再次生成的文件完全相同。",
            "The same job folder, store and as-of time give this file again, byte for byte.");

    static final Text READING = new Text("读表说明", "How to read the tables");
    static final Text SIGN = new Text("标记", "Sign");
    static final Text MEANING = new Text("含义", "Meaning");
    static final Text MISSING_MEANING =
            new Text("无数据：未报送、不适用，或分母为零；不是 0", "No value: not reported, not applicable, or a zero denominator; not 0");
    static final Text ARROWS = new Text("▲ ▼", "▲ ▼");
    static final Text ARROWS_MEANING = new Text(
            "比对比期增加、减少；只表示方向，不表示好坏。对比期为 0 或无数据时不计算",
            "Higher or lower than in the period compared with; a direction, not a judgement. Not computed on 0 or a missing value");
    static final Text COVERAGE_SIGN = new Text("47/49", "47/49");
    static final Text COVERAGE_MEANING = new Text(
            "应报 49 个单位，数字由其中 47 个单位已接收的报表得出",
            "Of 49 units that owe a return, the figure comes from the accepted returns of 47");
    static final Text RATE_SIGN = new Text("率", "Rates");
    static final Text RATE_MEANING = new Text(
            "汇总的率由各单位分子、分母分别相加后再相除，不对率求平均；只在显示时四舍五入",
            "For several units, numerators and denominators are added first and then divided; rates are never averaged, and are rounded for display only");
    static final Text TABLE_NOTES = new Text("表注", "Notes to tables");
    static final Text TABLE = new Text("表", "Table");
    static final Text DEFINITIONS = new Text("指标定义", "Definitions");
    static final Text NO_DEFINITIONS = new Text("任务文件没有给出指标定义。", "The job folder gives no definitions.");
    static final Text GROUP = new Text("类别", "Group");
    static final Text MEASURE = new Text("指标", "Measure");
    static final Text UNIT = new Text("单位", "Unit");
    static final Text NUMERATOR = new Text("分子", "Numerator");
    static final Text DENOMINATOR = new Text("分母", "Denominator");
    static final Text DEFINITION = new Text("说明", "Definition");

    static final Text COVERAGE = new Text("覆盖 %s", "reported by %s");
    static final Text VERSUS = new Text("%s", "vs %s");
    static final Text POINTS = new Text(" 个百分点", " pp");
    static final Text UNCHANGED = new Text(" 持平", " unchanged");
    static final Text LETTER_FOOT = new Text(
            "完整的汇总见附件；每个主要数字都可在附件“数据来源”中追溯到报表的单元格。",
            "The whole summary is attached; its sheet Provenance leads from each leading figure to the cell it came from.");
    static final Text KEY_FIGURES = new Text("关键指标", "Key figures");
    static final Text THINGS_TO_KNOW = new Text("要点", "What to know");

    private SummaryWords() {}
}
