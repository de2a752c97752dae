package org.jibao.sample;

import java.util.List;

/** Rows and columns of the forms, in printed order; totals last. Source: 国办公开办函〔2021〕30号 for tables 2 and 4. */
public final class Labels {

    public static final List<Named> CATEGORIES = Named.list(
            "organisation",
            "机构信息",
            "policy",
            "政策文件",
            "planning",
            "规划计划",
            "statistics",
            "统计数据",
            "finance",
            "财政资金",
            "licensing",
            "行政许可",
            "enforcement",
            "行政执法",
            "work",
            "工作信息",
            "livelihood",
            "民生信息",
            "emergency",
            "应急管理",
            "other",
            "其他信息",
            "total",
            "合计");

    public static final List<Named> CATEGORY_COLUMNS =
            Named.list("new_items", "本期新增", "within_20_days", "其中20个工作日内公开", "year_to_date", "本年累计");

    public static final List<Named> CHANNELS = Named.list(
            "website", "政府网站", "wechat", "政务微信", "weibo", "政务微博", "board", "公开栏", "gazette", "政府公报", "media", "广播电视报刊",
            "other", "其他渠道", "total", "条次合计");

    public static final List<Named> CHANNEL_COLUMNS =
            Named.list("publications", "本期发布条次", "publications_to_date", "本年累计条次");

    public static final List<Named> DOCUMENTS = Named.list("issued", "本期制发公文", "disclosed", "其中主动公开公文");

    public static final List<Named> APPLICANTS = Named.list(
            "natural",
            "自然人",
            "business",
            "商业企业",
            "research",
            "科研机构",
            "charity",
            "社会公益组织",
            "legal",
            "法律服务机构",
            "other",
            "其他",
            "total",
            "总计");

    public static final List<Named> OUTCOMES = Named.list(
            "granted", "（一）予以公开",
            "partly_granted", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
            "refused_secret", "1.属于国家秘密",
            "refused_law", "2.其他法律行政法规禁止公开",
            "refused_stability", "3.危及“三安全一稳定”",
            "refused_third_party", "4.保护第三方合法权益",
            "refused_internal", "5.属于三类内部事务信息",
            "refused_process", "6.属于四类过程性信息",
            "refused_case_file", "7.属于行政执法案卷",
            "refused_query", "8.属于行政查询事项",
            "unavailable_not_held", "1.本机关不掌握相关政府信息",
            "unavailable_to_be_made", "2.没有现成信息需要另行制作",
            "unavailable_unclear", "3.补正后申请内容仍不明确",
            "declined_petition", "1.信访举报投诉类申请",
            "declined_repeated", "2.重复申请",
            "declined_publication", "3.要求提供公开出版物",
            "declined_abusive", "4.无正当理由大量反复申请",
            "declined_confirmation", "5.要求行政机关确认或重新出具已获取信息",
            "lapsed_correction", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
            "lapsed_fee", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
            "other_handling", "3.其他");

    public static final List<Named> RESPONSES =
            Named.list("message", "留言", "consultation", "咨询", "hotline", "热线", "petition", "信访投诉", "total", "合计");

    public static final List<Named> RESPONSE_COLUMNS = Named.list(
            "received",
            "收到",
            "valid",
            "有效",
            "answered_in_time",
            "按时答复",
            "answered_late",
            "逾期答复",
            "closed",
            "办结",
            "closed_early",
            "提前办结",
            "satisfied",
            "满意",
            "rated",
            "评价",
            "days_taken",
            "平均办理工作日",
            "days_promised",
            "平均承诺工作日",
            "days_statutory",
            "平均法定工作日");

    public static final List<Named> DISPUTE_GROUPS =
            Named.list("review", "行政复议", "direct", "未经复议直接起诉", "after", "复议后起诉");

    public static final List<Named> DISPUTE_RESULTS =
            Named.list("upheld", "结果维持", "corrected", "结果纠正", "other", "其他结果", "pending", "尚未审结", "total", "总计");

    public static final List<Named> REGISTER_FIELDS = Named.list(
            "title",
            "标题",
            "number",
            "文号",
            "category",
            "类别",
            "channel",
            "渠道",
            "formed_on",
            "形成日期",
            "published_on",
            "公开日期",
            "url",
            "网址");

    private Labels() {}

    /** The ids without the total. */
    public static List<String> parts(List<Named> names) {
        return Named.ids(names).stream().filter(id -> !id.equals("total")).toList();
    }

    public static String zh(List<Named> names, String id) {
        return names.stream()
                .filter(name -> name.id().equals(id))
                .findFirst()
                .orElseThrow()
                .zh();
    }
}
