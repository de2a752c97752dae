package org.jibao.definition.loading;

import java.time.LocalDate;
import org.jibao.finding.Text;

/** The words for mistakes in {@code units.csv}. */
final class RosterMistake {

    private RosterMistake() {}

    static Text columnMissing(String column) {
        return new Text(
                "首行缺少“%s”列；首行应为 code,name,kind,parent,aliases,active_from,active_to".formatted(column),
                "the first line has no column \"%s\"; it must be code,name,kind,parent,aliases,active_from,active_to"
                        .formatted(column));
    }

    static Text width(int found, int expected) {
        return new Text(
                "这一行有 %d 格，首行有 %d 格；别名之间请用 | 而不是逗号".formatted(found, expected),
                "this line has %d cells, the first line %d; put | between aliases, not a comma"
                        .formatted(found, expected));
    }

    static Text empty() {
        return new Text("名册中没有单位，请至少填一个", "there is no unit on the roster; add at least one");
    }

    static Text badCode(String code) {
        return new Text(
                "单位代码“%s”不合规：请用至多 32 个字母、数字、下划线或连字符，以字母或数字开头".formatted(code),
                "\"%s\" is no unit code: use up to 32 letters, digits, underscores and hyphens, beginning with a letter or digit"
                        .formatted(code));
    }

    static Text duplicateCode(String code, int first) {
        return new Text(
                "单位代码“%s”重复，第 %d 行已用过；每个单位用自己的代码".formatted(code, first),
                "unit code \"%s\" is already used in line %d; give each unit its own".formatted(code, first));
    }

    static Text nameMissing(String code) {
        return new Text("单位“%s”没有名称，请填写 name".formatted(code), "unit \"%s\" has no name; fill in name".formatted(code));
    }

    static Text nameOfTwo(String name, String first, String second) {
        return new Text(
                "“%s”同时是 %s 和 %s 的名称或别名，无法据此认出单位，请只留给一个".formatted(name, first, second),
                "\"%s\" is a name or alias of both %s and %s, so that it tells neither; leave it to one"
                        .formatted(name, first, second));
    }

    static Text badDate(String text) {
        return new Text(
                "日期“%s”有误，请写成 2026-01-31".formatted(text), "\"%s\" is no date; write it as 2026-01-31".formatted(text));
    }

    static Text activeBackwards(LocalDate from, LocalDate to) {
        return new Text(
                "停用日期 %s 早于启用日期 %s".formatted(to, from), "active_to %s lies before active_from %s".formatted(to, from));
    }

    static Text badPhone(String text) {
        return new Text(
                "电话“%s”有误：请写号码，如 0000-1234567，多个号码用“、”隔开".formatted(text),
                "\"%s\" is no telephone number; write it as 0000-1234567, several separated by /".formatted(text));
    }

    static Text badEmail(String text) {
        return new Text(
                "邮箱“%s”有误：请写一个地址，如 office@example.cn".formatted(text),
                "\"%s\" is no e-mail address; write one, such as office@example.cn".formatted(text));
    }

    static Text badSender(String text) {
        return new Text(
                "发件人“%s”有误：请写一个邮箱地址，或“@域名”（整个域名），或登记所用的名称；几个之间用 | 分开".formatted(text),
                "\"%s\" is no sender; write a mail address, @ and a whole domain, or the name that is entered, with | between several"
                        .formatted(text));
    }

    static Text predecessorStillActive(String code, String predecessor) {
        return new Text(
                "单位“%s”的前身 %s 仍在用：请为前身填写停用日期 active_to".formatted(code, predecessor),
                "%s, a predecessor of unit \"%s\", is still active: give it a last day, active_to"
                        .formatted(predecessor, code));
    }

    static Text predecessorOutlives(String code, String predecessor) {
        return new Text(
                "前身 %s 停用时，单位“%s”已停用：前身应并入当时仍在的单位".formatted(predecessor, code),
                "unit \"%s\" had been closed when its predecessor %s was: a unit goes into one that is still there"
                        .formatted(code, predecessor));
    }

    static Text succeedsItself(String code) {
        return new Text(
                "单位“%s”的前身最终又是它自己，请更正 predecessors".formatted(code),
                "unit \"%s\" is its own predecessor in the end; mend predecessors".formatted(code));
    }

    static Text cycle(String code) {
        return new Text(
                "单位“%s”的上级最终又是它自己，请更正 parent".formatted(code),
                "unit \"%s\" stands above itself; mend parent".formatted(code));
    }
}
