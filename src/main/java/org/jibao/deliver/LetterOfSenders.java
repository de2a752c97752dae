package org.jibao.deliver;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.status.StatusReport;

/** The part of the officers' mail on senders: held returns, replaced revisions, and units in time only by a replaced revision. */
final class LetterOfSenders {

    /** So many are named; the summary and {@code jibao status} have them all. */
    private static final int NAMED = 20;

    private LetterOfSenders() {}

    /** Paragraphs, or an empty text where there is nothing to tell. */
    static Text of(StatusReport report) {
        Text held = paragraph(
                new Text("待核实（未计入，须由您决定）：", "Held, and not counted until you decide:"),
                report.held(),
                file -> new Text(
                        file.why().zh() + "。" + file.cure().zh(),
                        file.why().en() + ". " + file.cure().en()));
        Text replaced = paragraph(
                new Text("已被替换的报表：", "Returns that were replaced:"),
                report.replacements(),
                one -> one.words(report.zone()));
        Text inTime = paragraph(
                new Text("按时的一份在截止日期后被替换：", "In time only by a revision that was replaced after the due date:"),
                report.inTimeByReplaced(),
                one -> new Text(
                        "%s：按时的是 %s，现计入 %s，改动 %s".formatted(one.name(), one.olderFile(), one.newerFile(), one.share()),
                        "%s: in time by %s, counted is %s, cells changed: %s"
                                .formatted(one.name(), one.olderFile(), one.newerFile(), one.share())));
        return new Text(held.zh() + replaced.zh() + inTime.zh(), held.en() + replaced.en() + inTime.en());
    }

    private static <T> Text paragraph(Text title, List<T> all, Function<T, Text> words) {
        if (all.isEmpty()) {
            return new Text("", "");
        }
        List<Text> lines = all.stream().limit(NAMED).map(words).toList();
        int more = all.size() - lines.size();
        String moreZh = more == 0 ? "" : "\n  另有 %d 份，见 jibao status".formatted(more);
        String moreEn = more == 0 ? "" : "\n  and %d more, see jibao status".formatted(more);
        return new Text(
                "\n" + title.zh() + joined(lines, Language.ZH) + moreZh + "\n",
                "\n" + title.en() + joined(lines, Language.EN) + moreEn + "\n");
    }

    private static String joined(List<Text> lines, Language language) {
        return lines.stream().map(line -> "\n  " + line.in(language)).collect(Collectors.joining());
    }
}
