package org.jibao.definition.loading;

import java.util.Collection;
import java.util.Optional;
import org.jibao.definition.Nearest;
import org.jibao.finding.Text;

/** The words for mistakes in YAML: what is wrong, and what to write instead. */
final class Mistake {

    /** More than a line's worth of choices is not a help. */
    private static final int MOST_CHOICES = 20;

    private Mistake() {}

    // A file.

    static Text fileMissing() {
        return new Text("缺少这个文件，请补上", "this file is missing; add it");
    }

    static Text fileTooLarge(int mebibytes) {
        return new Text(
                "文件超过 %d MiB，不像是定义文件，请移出任务文件夹".formatted(mebibytes),
                "the file is larger than %d MiB, which no definition is; move it out of the job folder"
                        .formatted(mebibytes));
    }

    static Text linkOut() {
        return new Text(
                "这是链接，指向文件夹之外，或指向一个目录，没有读取：请把文件本身放到这里",
                "this is a link that leads out of the folder, or to a folder, and is not read: put the file itself here");
    }

    static Text folderIsLink() {
        return new Text(
                "任务文件夹本身是链接，没有读取：请把文件夹本身放到这里",
                "the job folder is itself a link and is not read: put the folder itself here");
    }

    static Text notUtf8() {
        return new Text("文件不是 UTF-8 编码，请另存为 UTF-8", "the file is not in UTF-8; save it as UTF-8");
    }

    static Text notCsv() {
        return new Text("不是合法的 CSV：请检查引号是否成对", "not valid CSV: check that quotes come in pairs");
    }

    static Text unusedFile(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        String id = name.indexOf('.') < 0 ? name : name.substring(0, name.lastIndexOf('.'));
        return new Text(
                "没有任何地方用到这个文件：请检查文件名和所在目录，或把“%s”列入 job.yaml（表、指标）或 summary.yaml（tables），或删除它".formatted(id),
                "nothing uses this file: check its name and folder, or list \"%s\" in job.yaml (forms, metrics) or summary.yaml (tables), or delete it"
                        .formatted(id));
    }

    static Text unlistedReference() {
        return new Text(
                "reference 目录只放 job.yaml 的 reference 列出的参考表（代号.csv）：请把它列上，或移走这个文件",
                "the folder reference holds the tables that job.yaml lists under reference (id.csv), and no others: list it there, or move this file away");
    }

    static Text notASelect() {
        return new Text("应当是一条 SELECT 语句（可以用 WITH 开头）", "must be one SELECT (it may begin with WITH)");
    }

    static Text badJobId(String id) {
        return new Text(
                "任务文件夹名“%s”不合规：请用小写字母开头，只用小写字母、数字和连字符".formatted(id),
                "the folder's name \"%s\" is no job id: begin with a lower-case letter, use lower-case letters, digits and hyphens"
                        .formatted(id));
    }

    static Text commonIsNoJob() {
        return new Text(
                "文件夹 common 存放各任务共用的名册和表，不能作任务：请换一个文件夹名",
                "the folder common holds what jobs share and is no job: give this one another name");
    }

    // YAML.

    static Text notYaml(String detail) {
        return new Text(
                "不是合法的 YAML（%s）：请检查缩进、引号、冒号后的空格，不要用制表符".formatted(detail),
                "not valid YAML (%s): check indentation, quotes and the space after a colon; use no tabs"
                        .formatted(detail));
    }

    static Text notAMappingFile() {
        return new Text("文件应由“键: 值”组成", "the file must consist of \"key: value\" lines");
    }

    static Text tag(String tag) {
        return new Text(
                "不支持 YAML 标签“%s”，请去掉".formatted(tag),
                "YAML tags such as \"%s\" are not accepted; remove it".formatted(tag));
    }

    static Text keyNotAWord() {
        return new Text("键应当是一个词", "a key must be a word");
    }

    static Text duplicateKey(String key, int first) {
        return new Text(
                "键“%s”重复，第 %d 行已写过，请只留一处".formatted(key, first),
                "key \"%s\" is already given in line %d; keep one".formatted(key, first));
    }

    static Text unknownKey(String key, Collection<String> known) {
        return with("不认识的键“%s”".formatted(key), "key \"%s\" is not known here".formatted(key), suggestion(key, known));
    }

    static Text missingKey(String key) {
        return new Text("缺少“%s”".formatted(key), "\"%s\" is missing or has no value".formatted(key));
    }

    static Text notAText(String key) {
        return new Text("“%s”应当是一段文字".formatted(key), "\"%s\" must be a text".formatted(key));
    }

    static Text emptyText(String key) {
        return new Text("“%s”不能为空".formatted(key), "\"%s\" must not be empty".formatted(key));
    }

    static Text notAFlag(String key, String text) {
        return new Text(
                "“%s”应当是 true 或 false，而不是“%s”".formatted(key, text),
                "\"%s\" must be true or false, not \"%s\"".formatted(key, text));
    }

    static Text notAnInteger(String key, String text, int least, int most) {
        return new Text(
                "“%s”应当是 %d 到 %d 的整数，而不是“%s”".formatted(key, least, most, text),
                "\"%s\" must be a whole number from %d to %d, not \"%s\"".formatted(key, least, most, text));
    }

    static Text notANumber(String key, String text) {
        return new Text(
                "“%s”应当是不小于 0、至多四位小数的数，而不是“%s”".formatted(key, text),
                "\"%s\" must be a number of zero or more with up to four decimals, not \"%s\"".formatted(key, text));
    }

    static Text notAChoice(String key, String text, Collection<String> choices) {
        return with(
                "“%s”不能是“%s”".formatted(key, text),
                "\"%s\" cannot be \"%s\"".formatted(key, text),
                suggestion(text, choices));
    }

    static Text notAList(String key) {
        return new Text(
                "“%s”应当是列表：每项以“- ”开头，或写成 [甲, 乙]".formatted(key),
                "\"%s\" must be a list: items that begin with \"- \", or [a, b]".formatted(key));
    }

    static Text emptyList(String key) {
        return new Text("“%s”至少要有一项".formatted(key), "\"%s\" must have at least one item".formatted(key));
    }

    static Text notAMapping(String key) {
        return new Text("“%s”应当由“键: 值”组成".formatted(key), "\"%s\" must consist of \"key: value\" pairs".formatted(key));
    }

    // Names.

    static Text badId(String id) {
        return new Text(
                "代号“%s”不合规：请用小写字母开头，只用小写字母、数字和下划线".formatted(id),
                "\"%s\" is no id: begin with a lower-case letter, use lower-case letters, digits and underscores"
                        .formatted(id));
    }

    static Text badRuleId(String id) {
        return new Text(
                "规则代号“%s”不合规：请用小写字母、数字、下划线，分段用点，如 requests.balance".formatted(id),
                "\"%s\" is no rule id: use lower-case letters, digits and underscores, with dots between parts, as in requests.balance"
                        .formatted(id));
    }

    static Text reservedId(String id) {
        return new Text(
                "代号“%s”在这里另有所指，请换一个，如 %s_1".formatted(id, id),
                "id \"%s\" already means something else here; choose another, such as %s_1".formatted(id, id));
    }

    static Text duplicateId(String id, int first) {
        return new Text(
                "代号“%s”重复，第 %d 行已用过，请换一个".formatted(id, first),
                "id \"%s\" is already used in line %d; choose another".formatted(id, first));
    }

    static Text duplicateRule(String id, String first) {
        return new Text(
                "规则代号“%s”重复，%s 已用过；代号在整个任务中应当唯一".formatted(id, first),
                "rule id \"%s\" is already used at %s; ids are unique in a job".formatted(id, first));
    }

    static Text unknownName(Text what, String name, Collection<String> known) {
        return with(
                "没有“%s”这个%s".formatted(name, what.zh()),
                "there is no %s \"%s\"".formatted(what.en(), name),
                suggestion(name, known));
    }

    private static Text suggestion(String word, Collection<String> known) {
        Optional<String> nearest = Nearest.to(word, known);
        if (nearest.isPresent()) {
            return new Text("，您是否想写“%s”？".formatted(nearest.get()), "; did you mean \"%s\"?".formatted(nearest.get()));
        }
        if (known.isEmpty() || known.size() > MOST_CHOICES) {
            return Text.same("");
        }
        return new Text("，可以写：" + String.join("、", known), "; write one of: " + String.join(", ", known));
    }

    private static Text with(String zh, String en, Text suggestion) {
        return new Text(zh + suggestion.zh(), en + suggestion.en());
    }
}
