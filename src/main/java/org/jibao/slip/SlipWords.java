package org.jibao.slip;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jibao.checking.Verdict;
import org.jibao.finding.Language;
import org.jibao.finding.Severity;
import org.jibao.finding.Text;
import org.jibao.reading.book.SourceBook.LeftOut;

/** A slip's own words. What was found is in words already. */
final class SlipWords {

    /** Begins our part of a comment, by which it is known again when a slip comes back. */
    static final String MARK = "【退回说明】";

    static final String COLOURS = "着色的单元格带有批注，写明错在哪里、怎样改正；改动以后颜色自动消去。";
    static final String SEND_BACK = "改好后保存，直接报回本文件即可：本页、颜色和批注都不影响读取，不必删除。";
    static final String NO_COPY = "未能在原文件上标注：%s。请按下表处理后，报送改正的原文件；本文件只是说明，不要填报。";
    static final String NAME = "报回时文件名请写作：%s";

    private static final String LEFT_OUT = "本件由原文件的单元格重新做成，下列内容未带过来：%s。";
    private static final String LEFT_OUT_EN = "This copy was made anew from the cells of the file, without its %s.";
    private static final String EMPTIED = "敏感栏目（%s）已清空，报回前请重新填写。";
    private static final String EMPTIED_EN = "Sensitive columns are empty: fill them in again.";

    private static final Map<LeftOut, Text> KINDS = kinds();

    private SlipWords() {}

    private static Map<LeftOut, Text> kinds() {
        Map<LeftOut, Text> kinds = new EnumMap<>(LeftOut.class);
        kinds.put(LeftOut.MACROS, new Text("宏", "macros"));
        kinds.put(LeftOut.LINKS, new Text("外部链接", "links to other files"));
        kinds.put(LeftOut.CONNECTIONS, new Text("数据连接", "data connections"));
        kinds.put(LeftOut.OBJECTS, new Text("嵌入对象和控件", "embedded objects and controls"));
        kinds.put(LeftOut.PICTURES, new Text("图片和图表", "pictures and charts"));
        kinds.put(LeftOut.HYPERLINKS, new Text("超链接", "hyperlinks"));
        kinds.put(LeftOut.NAMES, new Text("名称", "names"));
        kinds.put(LeftOut.COMMENTS, new Text("批注", "comments"));
        kinds.put(LeftOut.CONDITIONS, new Text("条件格式", "conditional formats"));
        kinds.put(LeftOut.TABLES, new Text("筛选和透视表", "filters, tables and pivots"));
        kinds.put(LeftOut.HEADERS, new Text("页眉页脚", "page headers and footers"));
        kinds.put(LeftOut.VALIDATIONS, new Text("部分数据有效性", "some rules for input"));
        kinds.put(LeftOut.FORMULAS, new Text("部分公式（只留结果）", "some formulas, whose results stand in their place"));
        return kinds;
    }

    /** One line; empty where nothing was left out. */
    static String leftOut(Set<LeftOut> kinds, Set<String> emptied, List<Language> languages) {
        StringBuilder line = new StringBuilder();
        if (!kinds.isEmpty()) {
            line.append(LEFT_OUT.formatted(joined(kinds, Language.ZH, "、")));
        }
        if (!emptied.isEmpty()) {
            line.append(EMPTIED.formatted(String.join("、", new TreeSet<>(emptied))));
        }
        if (languages.contains(Language.EN)) {
            line.append(kinds.isEmpty() ? "" : " " + LEFT_OUT_EN.formatted(joined(kinds, Language.EN, ", ")));
            line.append(emptied.isEmpty() ? "" : " " + EMPTIED_EN);
        }
        return line.toString();
    }

    private static String joined(Set<LeftOut> kinds, Language language, String comma) {
        return KINDS.entrySet().stream()
                .filter(kind -> kinds.contains(kind.getKey()))
                .map(kind -> kind.getValue().in(language))
                .collect(Collectors.joining(comma));
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
