package org.jibao.batch;

import java.util.List;
import java.util.stream.Collectors;
import org.jibao.batch.StatusReport.State;
import org.jibao.batch.StatusReport.UnitLine;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.summary.Letter;

/** What officers are told of a period: how many have reported, who has not, whose return went back. */
final class OfficersLetter {

    private OfficersLetter() {}

    static Letter of(StatusReport report, Language language) {
        Text title = new Text(
                "催报：%s %s"
                        .formatted(report.title().zh(), report.period().label().zh()),
                "Still to report: %s %s"
                        .formatted(report.title().en(), report.period().label().en()));
        return Letter.plain(title.in(language), words(report).in(language));
    }

    private static Text words(StatusReport report) {
        String missing = names(report, State.MISSING, "、");
        String returned = names(report, State.RETURNED, "、");
        return new Text(
                """
                应报 %d 个单位，已接收 %d 个（其中迟报 %d 个），截止日期 %s。
                未报：%s
                退回待更正：%s

                催报清单和汇总见附件；各单位要改的单元格见汇总“问题清单”。
                """.formatted(
                                report.expected(),
                                report.received(),
                                report.count(State.LATE),
                                report.due(),
                                missing.isEmpty() ? "无" : missing,
                                returned.isEmpty() ? "无" : returned),
                """
                Of %d units, the returns of %d are accepted (%d of them late); due on %s.
                Missing: %s
                Returned, to be corrected: %s

                The chase list and the summary are attached; the sheet Findings names each cell to be mended.
                """.formatted(
                                report.expected(),
                                report.received(),
                                report.count(State.LATE),
                                report.due(),
                                missing.isEmpty() ? "none" : names(report, State.MISSING, ", "),
                                returned.isEmpty() ? "none" : names(report, State.RETURNED, ", ")));
    }

    private static String names(StatusReport report, State state, String between) {
        List<UnitLine> units =
                report.units().stream().filter(unit -> unit.state() == state).toList();
        return units.stream().map(UnitLine::name).collect(Collectors.joining(between));
    }
}
