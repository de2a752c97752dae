package org.jibao.store.gate;

import org.jibao.finding.Text;

/** The words for what the gate refuses. */
final class GateWords {

    private GateWords() {}

    static Text notParsed(String why) {
        return new Text(
                "不是合法的 SQL：%s。请改正后重试".formatted(why), "this is no SQL that can be read: %s. Mend it".formatted(why));
    }

    static Text notOneSelect() {
        return new Text(
                "只能是恰好一条 SELECT（可带 WITH、子查询、UNION）：分号之后不能再有语句，也不能写 UPDATE、DELETE、COPY、ATTACH、SET 等；PIVOT 请写成 FROM (PIVOT … ON 列 IN (…) …)",
                "it must be exactly one SELECT (with WITH, subqueries, UNION if need be): nothing after a semicolon, no UPDATE, DELETE, COPY, ATTACH, SET or the like; write a PIVOT as FROM (PIVOT … ON column IN (…) …)");
    }

    static Text tooDeep() {
        return new Text(
                "语句嵌套过深，无法核对。请用 WITH 拆成几步",
                "the statement is nested too deeply to be checked. Split it into steps by WITH");
    }

    static Text tooLarge(Text what, int found, int most) {
        return new Text(
                "语句太大：有 %d 个%s，最多 %d 个。请拆成几张表（tables/），后一张引用前一张".formatted(found, what.zh(), most),
                "the statement is too large: it has %d %s, of which at most %d are allowed. Split it into tables (tables/), each of which may use the one before"
                        .formatted(found, what.en(), most));
    }

    static Text function(String name) {
        return new Text(
                "不能用函数 %s：只能用结果由参数决定的函数，不能读文件、设置、时钟或随机数。时间请取 returns.parameter 的 as_of".formatted(name),
                "the function %s is not allowed: only those whose result follows from what they are given; none that reads files, settings, a clock or chance. For the time take as_of of returns.parameter"
                        .formatted(name));
    }

    static Text series(String name) {
        return new Text(
                "%s 在这里会一次占用大量内存：请写成 FROM %s(…)，或以月、季、年为步长的常量间隔".formatted(name, name),
                "%s may take all memory here: write FROM %s(…), or a constant step of months, quarters or years"
                        .formatted(name, name));
    }

    static Text width(String name) {
        return new Text(
                "%s 的格式须是写明的文字，宽度和小数位不超过三位数，不能由参数给出".formatted(name),
                "the format of %s must be a text that is written out, with widths of up to three digits and none taken from an argument"
                        .formatted(name));
    }

    static Text tableFunction(String name) {
        return new Text(
                "FROM 之后不能用 %s(…)：只能用 unnest、range、generate_series、json_each、json_tree、intake.standing_at 和 intake.finding_at；不能读文件"
                        .formatted(name),
                "%s(…) is not allowed in FROM, only unnest, range, generate_series, json_each, json_tree, intake.standing_at and intake.finding_at; no file can be read"
                        .formatted(name));
    }

    static Text table(String name) {
        return new Text(
                "不能读“%s”：只能读 returns、mart、reference、intake 中的表（写上前缀，如 returns.submission）和本语句 WITH 中的名称；不能读文件和系统表"
                        .formatted(name),
                "\"%s\" cannot be read: only tables of returns, mart, reference and intake, written with that prefix as in returns.submission, and names that this statement's WITH gives; no file and no table of the system"
                        .formatted(name));
    }

    static Text type(String name) {
        return new Text("不能转换为 %s 类型".formatted(name), "a cast to %s is not allowed".formatted(name));
    }

    static Text clock(String name) {
        return new Text(
                "%s 是时钟、用户或设置，每次运行可能不同：时间请取 returns.parameter 的 as_of；若是列名，请写上表名，如 t.%s".formatted(name, name),
                "%s is a clock, a user or a setting and differs from run to run: for the time take as_of of returns.parameter; if it is a column, write its table before it, as in t.%s"
                        .formatted(name, name));
    }

    static Text sample() {
        return new Text(
                "不能抽样（TABLESAMPLE、USING SAMPLE）：每次运行结果不同",
                "sampling (TABLESAMPLE, USING SAMPLE) is not allowed: it differs from run to run");
    }

    static Text parameter() {
        return new Text("不能用参数 ? 或 $1：请写出值", "a parameter such as ? or $1 is not allowed: write the value");
    }

    static Text syntax(String what) {
        return new Text(
                "不能用这种写法（%s）：只能用 SELECT 读取已有的表".formatted(what),
                "this syntax (%s) is not allowed: a statement only reads tables that are there, by SELECT"
                        .formatted(what));
    }
}
