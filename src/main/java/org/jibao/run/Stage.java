package org.jibao.run;

import org.jibao.finding.Text;

/** What a run is at, as people are shown it. */
public enum Stage {
    LISTING("查找文件", "Looking for files"),
    READING("读取报表", "Reading and checking"),
    LONG_REGISTER("读取长台账（行）", "Reading a long register, rows"),
    STORING("存入长台账（行）", "Storing a long register, rows"),
    RULES("审核报表", "Applying the rules"),
    SNAPSHOT("保存查询用副本", "Saving the copy for queries"),
    SLIPS("编制退回说明", "Making return slips"),
    METRICS("计算指标", "Computing metrics"),
    WORKBOOK("编制汇总表", "Writing the summary"),
    EXPORT("导出", "Exporting"),
    TEMPLATES("制作空白表", "Making templates"),
    DELIVERY("送达", "Delivering");

    private final Text label;

    Stage(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }
}
