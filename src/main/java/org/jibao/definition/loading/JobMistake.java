package org.jibao.definition.loading;

import org.jibao.finding.Text;

/** The words for mistakes in {@code job.yaml}. */
final class JobMistake {

    private JobMistake() {}

    static Text cronParts(int parts) {
        return new Text(
                "定时表达式应有六段（秒 分 时 日 月 星期），这里有 %d 段；例如每天 1:30：0 30 1 * * *".formatted(parts),
                "a schedule has six parts (second minute hour day month weekday), this one has %d; every day at 1:30 is: 0 30 1 * * *"
                        .formatted(parts));
    }

    static Text cronPart(String part, Text place, int least, int most) {
        return new Text(
                "定时表达式的“%s”段不能是“%s”：请写 *、%d 到 %d 的数、范围（1-5）、列表（1,15）或间隔（*/10）".formatted(place.zh(), part, least, most),
                "the %s of a schedule cannot be \"%s\": write *, a number from %d to %d, a range (1-5), a list (1,15) or a step (*/10)"
                        .formatted(place.en(), part, least, most));
    }

    static Text badPattern(String part) {
        return new Text(
                "正则表达式中的“%s”不能使用：请检查括号是否成对；可用的是 RE2 语法，没有反向引用（\\1）、前后查看（(?=…)、(?<!…)）和占有量词（++）；请改写".formatted(part),
                ("the regular expression cannot be used because of \"%s\": see whether its brackets are closed; it is one of RE2, without backreferences (\\1),"
                                + " lookaround ((?=…), (?<!…)) and possessive repeats (++); write it otherwise")
                        .formatted(part));
    }

    static Text longPattern(int length, int longest) {
        return new Text(
                "正则表达式有 %d 个字符，最多 %d 个；请缩短".formatted(length, longest),
                "the regular expression has %d characters, at most %d are allowed; shorten it"
                        .formatted(length, longest));
    }

    static Text largePattern() {
        return new Text(
                "正则表达式中带次数的重复（{…}）相乘过大；请减少次数或不要嵌套",
                "the counted repeats ({…}) of the regular expression multiply to too many; count less or do not nest them");
    }

    static Text patternWithoutGroups() {
        return new Text(
                "正则表达式中应有 (?<unit>…) 或 (?<period>…)，否则从文件名中读不出单位和报告期",
                "the regular expression must have a group (?<unit>…) or (?<period>…), or it reads nothing from a file's name");
    }

    static Text badRosterName(String name) {
        return new Text(
                "名册“%s”应当只是一个 .csv 文件的名称，如 units.csv，放在本目录或旁边的 common 目录".formatted(name),
                "the roster \"%s\" must be the mere name of a .csv file, such as units.csv, in this folder or in common beside it"
                        .formatted(name));
    }

    static Text badAddress(String address) {
        return new Text(
                "“%s”不是邮件地址：请只写地址本身，如 office@example.gov.cn".formatted(address),
                "\"%s\" is no mail address: write the address alone, such as office@example.gov.cn".formatted(address));
    }
}
