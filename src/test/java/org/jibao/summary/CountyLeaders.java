package org.jibao.summary;

import static org.jibao.summary.County.decimal;
import static org.jibao.summary.County.row;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the made-up county tells its leaders. */
final class CountyLeaders {
    private CountyLeaders() {}

    static List<List<@Nullable Object>> figures() {
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

    static List<List<@Nullable Object>> headlines() {
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
}
