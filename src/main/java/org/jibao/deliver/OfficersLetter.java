package org.jibao.deliver;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.status.ChaseList;
import org.jibao.status.SlipLinks;
import org.jibao.status.StatusReport;
import org.jibao.status.StatusReport.RejectedFile;
import org.jibao.status.StatusReport.State;
import org.jibao.status.StatusReport.UnitLine;
import org.jibao.summary.Letter;

/** What officers are told of a period: how many have reported, who has not, whose return went back, and what was rejected. */
public final class OfficersLetter {

    /** So many files that are nobody's are named; the summary has them all. */
    private static final int NAMED = 10;

    private OfficersLetter() {}

    /** @param slips the return slips that lie beside the summary */
    public static Letter of(StatusReport report, SlipLinks slips, Language language) {
        Text title = new Text(
                "催报：%s %s"
                        .formatted(report.title().zh(), report.period().label().zh()),
                "Still to report: %s %s"
                        .formatted(report.title().en(), report.period().label().en()));
        return Letter.plain(title.in(language), words(report, slips).in(language));
    }

    private static Text words(StatusReport report, SlipLinks slips) {
        String missing = names(report, State.MISSING, "、");
        String returned = names(report, State.RETURNED, "、");
        Text rejected = rejected(report, slips);
        return new Text(
                """
                应报 %d 个单位，已接收 %d 个（其中迟报 %d 个），截止日期 %s。
                未报：%s
                退回待更正：%s
                拒收：%s
                %s
                催报清单和汇总见附件；各单位要改的单元格见汇总“问题清单”。
                """.formatted(
                                report.expected(),
                                report.received(),
                                report.count(State.LATE),
                                report.due(),
                                missing.isEmpty() ? "无" : missing,
                                returned.isEmpty() ? "无" : returned,
                                rejected.zh(),
                                LetterOfSenders.of(report).zh()),
                """
                Of %d units, the returns of %d are accepted (%d of them late); due on %s.
                Missing: %s
                Returned, to be corrected: %s
                Rejected: %s
                %s
                The chase list and the summary are attached; the sheet Findings names each cell to be mended.
                """.formatted(
                                report.expected(),
                                report.received(),
                                report.count(State.LATE),
                                report.due(),
                                missing.isEmpty() ? "none" : names(report, State.MISSING, ", "),
                                returned.isEmpty() ? "none" : names(report, State.RETURNED, ", "),
                                rejected.en(),
                                LetterOfSenders.of(report).en()));
    }

    /** Of each unit of which nothing counts and something was rejected: the file, why, and its slip. Then the files that are nobody's. */
    private static Text rejected(StatusReport report, SlipLinks slips) {
        List<Text> lines = new ArrayList<>();
        report.chase().lines().stream()
                .filter(line -> line.state() == ChaseList.State.REJECTED)
                .map(slips::linked)
                .map(OfficersLetter::rejected)
                .forEach(lines::add);
        List<RejectedFile> nobodys =
                report.rejected().stream().filter(file -> file.unit() == null).toList();
        nobodys.stream()
                .limit(NAMED)
                .map(file -> new Text(
                        "认不出单位：%s（%s）".formatted(file.file(), file.reason()),
                        "of no unit that is known: %s (%s)".formatted(file.file(), file.reason())))
                .forEach(lines::add);
        if (nobodys.size() > NAMED) {
            lines.add(new Text(
                    "等共 %d 个认不出单位的文件".formatted(nobodys.size()),
                    "%d files of no unit in all".formatted(nobodys.size())));
        }
        return lines.isEmpty()
                ? new Text("无", "none")
                : new Text(joined(lines, Language.ZH, "；"), joined(lines, Language.EN, "; "));
    }

    private static Text rejected(ChaseList.Line line) {
        ChaseList.FirstError first = line.first();
        String file = String.valueOf(line.file());
        Text why = first == null ? new Text("", "") : first.message();
        return new Text(
                line.name() + "（" + joined("，", file, why.zh(), line.slip() == null ? "" : "退回单 " + line.slip()) + "）",
                line.name() + " (" + joined(", ", file, why.en(), line.slip() == null ? "" : "slip " + line.slip())
                        + ")");
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
    }

    private static String joined(List<Text> lines, Language language, String between) {
        return lines.stream().map(line -> line.in(language)).collect(Collectors.joining(between));
    }

    private static String names(StatusReport report, State state, String between) {
        List<UnitLine> units =
                report.units().stream().filter(unit -> unit.state() == state).toList();
        return units.stream().map(UnitLine::name).collect(Collectors.joining(between));
    }

    /** The part of the officers' mail on senders: held returns, replaced revisions, and units in time only by a replaced revision. */
    static final class LetterOfSenders {

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
                            "%s：按时的是 %s，现计入 %s，改动 %s"
                                    .formatted(one.name(), one.olderFile(), one.newerFile(), one.share()),
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
}
