package org.jibao.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Titles such as units give to what they publish. */
final class Titles {

    private static final Map<String, List<String>> BY_CATEGORY = Map.ofEntries(
            Map.entry("organisation", List.of("%s领导班子成员分工调整", "%s内设机构及职责", "%s办公地址和联系方式", "关于%s干部任免的公示")),
            Map.entry(
                    "policy",
                    List.of("%s关于印发%d年%s工作方案的通知", "%s关于做好%d年%s工作的通知", "%s关于进一步规范%2$d年%3$s工作的意见", "《%s%d年%s实施细则》政策解读")),
            Map.entry("planning", List.of("%s%d年%s工作要点", "%s%d年%s重点任务分解", "%s“十五五”%3$s规划征求意见")),
            Map.entry("statistics", List.of("%s%d年%s统计数据", "%s%d年%s情况统计公报", "%s%d年%s进度表")),
            Map.entry("finance", List.of("%s%d年%s专项资金使用情况", "%s%d年%s经费预算调整说明", "%s%d年%s补助资金发放明细")),
            Map.entry("licensing", List.of("%s%d年%s许可办理结果公示", "%s%d年%s许可事项清单")),
            Map.entry("enforcement", List.of("%s%d年%s“双随机、一公开”抽查结果", "%s%d年%s行政处罚案件信息公示", "%s%d年%s专项检查情况通报")),
            Map.entry("work", List.of("%s开展%3$s工作", "%s召开%3$s工作推进会", "%s扎实推进%3$s", "%s调研%3$s工作", "%s举办%3$s培训班")),
            Map.entry("livelihood", List.of("%s%d年%s惠民政策落实情况", "%s%3$s服务指南", "关于%s%3$s有关事项的公告")),
            Map.entry("emergency", List.of("%s%d年%s应急预案", "%s%3$s风险提示", "%s%3$s应急演练情况")),
            Map.entry("other", List.of("%s%d年%s有关情况说明", "%s%3$s意见征集结果反馈")));

    private static final List<String> TOPICS = List.of(
            "安全生产",
            "防汛抗旱",
            "森林防火",
            "乡村振兴",
            "农村人居环境整治",
            "困难群众救助",
            "城乡居民医保",
            "义务教育招生",
            "就业创业",
            "养老服务",
            "残疾人帮扶",
            "食品安全",
            "药品监管",
            "河湖管护",
            "秸秆禁烧",
            "耕地保护",
            "高标准农田建设",
            "农机购置补贴",
            "道路交通安全",
            "燃气安全",
            "老旧小区改造",
            "垃圾分类",
            "营商环境优化",
            "政务服务",
            "信用体系建设",
            "招商引资",
            "科技创新",
            "全民阅读",
            "非遗保护",
            "文物保护",
            "疫苗接种",
            "退役军人优抚",
            "法治宣传",
            "人民调解",
            "节能降碳",
            "水质监测",
            "公共资源交易",
            "档案管理",
            "统计调查",
            "消防安全");

    private Titles() {}

    static String title(Dice dice, SampleUnit unit, String category, LocalDate day) {
        String pattern = dice.pick(Objects.requireNonNull(BY_CATEGORY.get(category), category));
        return pattern.formatted(unit.name(), day.getYear(), dice.pick(TOPICS));
    }
}
