package org.jibao.template;

import java.time.LocalDate;

/** The words of a template that are not the job's. Templates go to units, and are in Chinese. */
final class TemplateTexts {

    static final String GUIDE = "填表说明";
    static final String LISTS = "选项";
    static final String FOOTER = "第 &P 页/共 &N 页";
    static final String GAP = "　　";
    static final String CORNER = "项目";
    static final String REQUIRED = " *";
    static final String STARRED = "带 * 的栏目必填";
    static final String UNIT_AND_PERIOD = "填报单位：%s　　报告期：%s";
    static final String MEASURE = "计量单位：%s";
    static final String NOTE = "注：%s";
    static final String READ_FIRST = "填写前请先阅读“填表说明”。浅黄底色的单元格由本单位填写，其余单元格不能改动。";

    static final String COUNT = "请填不小于 0 的整数；没有的填 0，不适用的填“/”";
    static final String AMOUNT = "请填不小于 0 的数，小数不超过四位；没有的填 0，不适用的填“/”";
    static final String PERCENT = "请填百分数，如 45%；不适用的填“/”";
    static final String NONE_IS_ZERO = "；没有的也可以留空或填“无”";
    static final String NONE_IS_NOT_APPLICABLE = "；不适用的可以留空";
    static final String NEVER = "/";
    static final String NEVER_APPLIES = "此格不适用，不用填";
    static final String OR_WORDS = "；也可以填：%s";
    static final String DATE = "请填日期，如 %s";
    static final String DATE_WITHIN = "请填本期内的日期：%s 至 %s";
    static final String DATE_OUTSIDE = "此日期不在本期（%s 至 %s）之内。确属本期的请选“是”，并在“审核说明”中写明。";
    static final String LISTED = "请从下拉列表中选取：%s";
    static final String LISTED_LONG = "请从下拉列表中选取";
    static final String MANY = "从下拉列表中选取；有几个时用“、”隔开：%s";
    static final String UNIQUE = "各行不得重复";
    static final String REPEATED = "与另一行重复。确实不是同一条的，请改正编号。";
    static final String SENSITIVE = "仅供本单位查对：汇总单位不读入、不保存";
    static final String PUBLISHED = "将对外公开，请勿写入身份证号码、手机号码";
    static final String MUST = "必填";
    static final String CODE = "照抄“填表说明”或退回说明中的核对编号，也可从下拉列表中选取";

    static final String WRONG = "不能这样填";
    static final String CHECK = "请核对";
    static final String TOTAL = "自动计算，不用填；各项都填齐后才显示";
    static final String TOTAL_BEFORE = "自动计算：%s报表中的 %s，加本表填的数。确需调整的可直接改填，并在“审核说明”中写明原因。";
    static final String TOTAL_OPEN = "自动计算。确需调整的可直接改填，并在“审核说明”中写明原因。";
    static final String BROUGHT = "已按%s已接收的报表填入 %s。上期报表有误的，请先更正上期报表。";
    static final String NOTHING_ACCEPTED = "未能带出：%s还没有已接收的报表。请按上期报表自行填写。";
    static final String NOTHING_SAID = "未能带出：%s已接收的报表中没有这个数。请按上期实际自行填写。";

    static final String MAY = "可不填";
    static final String DUE = "请于 %s前报送。";
    static final String SENDING = "一、报送";
    static final String WHO = "填报单位";
    static final String WHEN = "报告期";
    static final String UNTIL = "截止日期";
    static final String WHERE = "报送方式";
    static final String FILLING = "二、怎么填";
    static final String COLOURS = "底色";
    static final String COLOURS_MEAN = "浅黄的由本单位填写；灰色的自动计算或已经填好，不用填；其余是标题，不能改动。点选单元格，旁边会提示该填什么。";
    static final String ZERO_MEANS = "本期确实没有发生，填 0。";
    static final String BLANK = "空白";
    static final String BLANK_MEANS = "等于没有填，不当作 0；表里留有空白的，报表会被退回。台账中“可不填”的栏目除外。";
    static final String BLANK_IS_ZERO_ALL = "空白的按 0 计。";
    static final String NOTHING = "无";
    static final String NOTHING_MEANS = "不能代替 0；没有发生的请填 0。";
    static final String NOTHING_IS_ZERO = "在 %s 中，空白和“无”按 0 计；其余各表不能代替 0。";
    static final String SLASH_MEANS = "本单位不适用这一项，填“/”。不计入合计，也不算漏填。";
    static final String COMPUTED = "合计、总计";
    static final String COMPUTED_MEANS = "由公式计算，各项填齐后自动出数。用程序填表的，存盘前请重新计算（在 Excel、WPS 中按 F9）：没有算过的合计不能当作 0，会被退回。";
    static final String SHEETS_STAY = "工作表";
    static final String SHEETS_STAY_MEANS = "请不要改动工作表名称和标题。本表只供封面上的单位和报告期使用，请不要拿别的单位或上一期的表改填。表未设密码，保护只为防止误改。";
    static final String SHEETS = "三、各表说明";
    static final String FIELDS_MUST = "必填：%s。";
    static final String FIELDS_DATE = "日期，写成 2026-09-30 这样：%s。";
    static final String FIELDS_HIDDEN = "仅供本单位查对，汇总单位不读入、不保存：%s。";
    static final String EXPLAINING = "四、审核说明";
    static final String HOW = "怎么写";
    static final String HOW_TO_EXPLAIN = "下列核对项不符时，报表照常接收，但要说明原因：在“%s”表中写上核对编号和说明，一个编号一行。数字填错的请直接改正，不用说明。";

    private static final String WEEKDAYS = "一二三四五六日";

    private TemplateTexts() {}

    /** {@code 2026年10月12日（星期一）} */
    static String day(LocalDate day) {
        char weekday = WEEKDAYS.charAt(day.getDayOfWeek().getValue() - 1);
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日（星期" + weekday + "）";
    }
}
