package org.jibao.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jibao.calls.NotedCalls;
import org.jibao.desk.http.Call;
import org.jibao.finding.Place;
import org.jibao.inspect.FindingsReport.FoundLine;
import org.jibao.status.ChaseList;
import org.jibao.status.HistoryReport;
import org.jibao.status.HistoryReport.DecisionLine;
import org.jibao.status.HistoryReport.SubmissionLine;
import org.jibao.status.StatusReport.UnitLine;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a unit shows.
 *
 * @param report of one period, or of all
 * @param why nothing was received, where nothing was taken in of any unit yet; or an empty text
 * @param line where the unit stands in the period, or null where it owes nothing
 * @param owed the unit's line of the chase list, or null where it is not on it
 * @param closed whether the period is closed
 * @param slips names of outputs, by the file that each answers
 * @param template the name of the unit's template among the outputs, or an empty text
 * @param open warnings that are not answered
 * @param typed what stands in the forms
 * @param problem why what was sent was not done, or an empty text
 */
record UnitView(
        HistoryReport report,
        String period,
        boolean all,
        String why,
        @Nullable UnitLine line,
        ChaseList.@Nullable Line owed,
        boolean closed,
        Map<String, String> slips,
        String template,
        List<FoundLine> open,
        NotedCalls calls,
        Typed typed,
        String problem) {

    /** Cells of one comparison that are shown: more of them are a new return. */
    static final int MOST_CELLS = 200;

    private static final Set<String> WITHDRAWN = Set.of("counted", "superseded", "after_close", "held");

    /** What an officer has typed, so that a refused form need not be filled in again. */
    record Typed(String reason, String which, String note, String by) {

        static Typed of(Call call) {
            return call.posted()
                    ? new Typed(call.sent("reason"), call.sent("which"), call.sent("note"), call.sent("by"))
                    : new Typed("", (call.asked("code") + " " + call.asked("cell")).strip(), "", Officer.proposed());
        }
    }

    String code() {
        return report.unit().code();
    }

    ContactLinks contact() {
        return ContactLinks.of(report.unit().contact());
    }

    private List<SubmissionLine> standing(Set<String> words) {
        return report.periods().stream()
                .filter(one -> one.period().code().equals(period))
                .flatMap(one -> one.submissions().stream())
                .filter(one -> words.contains(one.standing()))
                .toList();
    }

    /** Submissions of the period that can be withdrawn. */
    List<SubmissionLine> withdrawable() {
        return standing(WITHDRAWN);
    }

    /** Submissions of the period that are held. */
    List<SubmissionLine> held() {
        return standing(Set.of("held"));
    }

    /** As a form names a warning: its code, and its place where it has one. */
    static String which(String code, Place place) {
        return (code + " " + place).strip();
    }

    boolean reopenable() {
        return closed && line != null;
    }

    /** The slip's output for a submission, or an empty text. */
    String slip(SubmissionLine submission) {
        return slips.getOrDefault(submission.file(), "");
    }

    static String finding(DecisionLine decision) {
        return decision.code() == null ? "" : which(decision.code(), decision.place());
    }

    /** The account is named where it is not the name that was given. */
    static String by(DecisionLine line) {
        return line.account() == null || line.account().equals(line.by())
                ? line.by()
                : line.by() + " (" + line.account() + "@" + line.machine() + ")";
    }

    static String shown(String value) {
        return value.isBlank() ? "—" : Words.shown(value);
    }
}
