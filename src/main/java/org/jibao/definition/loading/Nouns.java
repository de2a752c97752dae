package org.jibao.definition.loading;

import org.jibao.finding.Text;

/** What a name in a job folder may stand for, as problems say it. */
final class Nouns {

    static final Text FORM = new Text("表", "form");
    static final Text JOB = new Text("任务", "job");
    static final Text GRID = new Text("表格（layout: grid）", "grid");
    static final Text REGISTER = new Text("台账（layout: register，purpose: entries）", "register of entries");
    static final Text ROW = new Text("行", "row");
    static final Text COLUMN = new Text("列", "column");
    static final Text LISTED_FIELD = new Text("有取值清单（values）的字段", "field with values");
    static final Text OPERATOR = new Text("运算符", "operator");
    static final Text PLACEHOLDER = new Text("占位符", "placeholder");
    static final Text METRIC = new Text("指标", "metric");
    static final Text FIELD = new Text("字段", "field");
    static final Text VALUE = new Text("取值", "value");
    static final Text VERDICT = new Text("处理结果", "verdict");
    static final Text UNIT_KIND = new Text("单位类别", "kind of unit");
    static final Text UNIT = new Text("单位代码", "unit code");
    static final Text CSV_COLUMN = new Text("列名", "column");
    static final Text TABLE_COLUMN = new Text("该表的列（columns）", "column of that table");
    static final Text TABLE = new Text("表（tables）", "table");
    static final Text SHARED_TABLE = new Text("共用表（common/tables）", "shared table (common/tables)");
    static final Text BLOCK = new Text("表或图（tables、charts）", "table or chart");
    static final Text PRINTED = new Text("印制表（printed）", "printed form");
    static final Text TIME_ZONE = new Text("时区", "time zone");

    private Nouns() {}
}
