package org.jibao.slip;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jibao.checking.Verdict;
import org.jibao.finding.Language;
import org.jibao.finding.Severity;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.reading.book.SourceBook.LeftOut;

/** A slip's own words. What was found is in words already. */
final class SlipWords {

    private static final Wording WORDS = Wording.of(SlipWords.class);

    /** Begins our part of a comment, by which it is known again when a slip comes back. */
    static final String MARK = "【退回说明】";

    static final String COLOURS = "着色的单元格带有批注，写明错在哪里、怎样改正；改动以后颜色自动消去。";
    static final String SEND_BACK = "改好后保存，直接报回本文件即可：本页、颜色和批注都不影响读取，不必删除。";
    static final String NO_COPY = "未能在原文件上标注：%s。请按下表处理后，报送改正的原文件；本文件只是说明，不要填报。";
    static final String NAME = "报回时文件名请写作：%s";

    private SlipWords() {}

    /** One line; empty where nothing was left out. */
    static String leftOut(Set<LeftOut> kinds, Set<String> emptied, List<Language> languages) {
        List<Text> sentences = new ArrayList<>();
        if (!kinds.isEmpty()) {
            sentences.add(WORDS.text(
                    "copy.left-out",
                    list(new TreeSet<>(kinds).stream().map(SlipWords::kind).toList())));
        }
        if (!emptied.isEmpty()) {
            sentences.add(WORDS.text(
                    "copy.emptied",
                    list(new TreeSet<>(emptied).stream().map(Text::same).toList())));
        }
        String chinese = sentences.stream().map(Text::zh).collect(Collectors.joining());
        return languages.contains(Language.EN)
                ? chinese
                        + sentences.stream()
                                .map(sentence -> " " + sentence.en())
                                .collect(Collectors.joining())
                : chinese;
    }

    private static Text list(List<Text> all) {
        return new Text(
                all.stream().map(Text::zh).collect(Collectors.joining("、")),
                all.stream().map(Text::en).collect(Collectors.joining(", ")));
    }

    private static Text kind(LeftOut kind) {
        return WORDS.text(
                switch (kind) {
                    case MACROS -> "left-out.macros";
                    case LINKS -> "left-out.links";
                    case CONNECTIONS -> "left-out.connections";
                    case OBJECTS -> "left-out.objects";
                    case PICTURES -> "left-out.pictures";
                    case HYPERLINKS -> "left-out.hyperlinks";
                    case NAMES -> "left-out.names";
                    case COMMENTS -> "left-out.comments";
                    case CONDITIONS -> "left-out.conditions";
                    case TABLES -> "left-out.tables";
                    case HEADERS -> "left-out.headers";
                    case VALIDATIONS -> "left-out.validations";
                    case FORMULAS -> "left-out.formulas";
                });
    }

    static String what(Verdict verdict) {
        return switch (verdict) {
            case RETURNED -> "报表已退回，尚未计入汇总。请按下表更正；“必须更正”的各条改正后才能接收。";
            case REJECTED -> "文件未能采用，尚未计入汇总。请按下表处理后重新报送。";
            default -> "报表已接收，下表各条尚待核实：填错的请更正后报回；确属实情的，请在“审核说明”工作表中写上编号和原因后报回。";
        };
    }

    static String severity(SlipFinding finding) {
        if (finding.answered()) {
            return "已有说明";
        }
        return switch (finding.severity()) {
            case ERROR -> "必须更正";
            case WARNING -> "请核实";
            case NOTE -> "提示";
        };
    }

    /** The word of a comment's line. */
    static String kind(Severity severity) {
        return severity == Severity.ERROR ? "必须更正" : "请核实";
    }
}
