package org.jibao.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jibao.app.Jibao;
import org.jibao.calls.CallNote;
import org.jibao.calls.NotedCalls;
import org.jibao.desk.ChaseView.Asked;
import org.jibao.desk.ChaseView.Row;
import org.jibao.desk.Outputs.Output;
import org.jibao.desk.http.Answer;
import org.jibao.desk.http.Call;
import org.jibao.desk.http.Refusal;
import org.jibao.desk.http.RefusedCall;
import org.jibao.run.JobFolders;
import org.jibao.run.OperationalFailure;
import org.jibao.run.Settings;
import org.jibao.run.UnusableArgument;
import org.jibao.status.ChaseFiles;
import org.jibao.status.ChaseList.Line;
import org.jibao.status.SlipLinks;
import org.jibao.status.StatusReport;

/**
 * The units that still owe a return, the most urgent first: what they owe, whom to call, and what came of each call.
 */
final class ChasePage implements Page {

    /** Units on one page: what a browser on a phone shows at once. */
    static final int MOST = 200;

    /** Calls to a unit that the list shows; its page has all. */
    private static final int MOST_CALLS = 3;

    private final Bench bench;

    ChasePage(Bench bench) {
        this.bench = bench;
    }

    @Override
    public Answer answer(Call call, DeskFrame frame) {
        if (!call.posted()) {
            return page(call, frame, "");
        }
        Asked asked = Asked.of(call);
        String back = frame.link("chase") + "?" + asked.query() + "&from="
                + call.number("from").orElse(0);
        switch (call.at(3)) {
            case "officer" -> call.session().officer("");
            case "called" -> {
                try {
                    CallForm.note(bench.jibao(frame), call, call.sent("unit"));
                } catch (UnusableArgument refused) {
                    return page(call, frame, frame.words().of(refused.text()));
                }
            }
            default -> throw new RefusedCall(Refusal.NO_SUCH_PAGE);
        }
        return Answer.to(back);
    }

    private Answer page(Call call, DeskFrame frame, String problem) {
        return Answer.html(PageTemplates.render("chase", Map.of("f", frame, "c", view(call, frame, problem))));
    }

    private ChaseView view(Call call, DeskFrame frame, String problem) {
        Jibao jibao = bench.jibao(frame);
        Asked asked = Asked.of(call);
        NotedCalls calls = jibao.calls();
        Settings settings = bench.of(frame.job(), frame.period());
        List<Output> files = Outputs.of(settings, frame.period()).in("").stream()
                .filter(file -> ChaseFiles.isChaseList(file.name()))
                .toList();
        StatusReport report;
        try {
            report = bench.view(frame, "status", StatusReport.class, Jibao::status);
        } catch (OperationalFailure nothingYet) {
            String why = frame.words().of(nothingYet.text());
            return new ChaseView(
                    null, why, List.of(), 0, 0, asked, Map.of(), List.of(), files, calls, problem, call.sent("unit"));
        }
        Map<String, String> kinds = new HashMap<>();
        report.units().forEach(unit -> kinds.put(unit.code(), unit.kind()));
        List<Line> found = report.chase().lines().stream()
                .filter(line -> asked.takes(line, kinds.getOrDefault(line.code(), "")))
                .toList();
        int from = Math.min(call.number("from").orElse(0), Math.max(0, found.size() - 1));
        List<Line> shown = found.subList(from, Math.min(found.size(), from + MOST));
        return new ChaseView(
                report,
                "",
                rows(shown, calls, settings, frame.period()),
                found.size(),
                from,
                asked,
                JobFolders.head(bench.settings().jobs(), frame.job()).unitKinds(),
                addresses(found),
                files,
                calls,
                problem,
                call.sent("unit"));
    }

    private static List<Row> rows(List<Line> lines, NotedCalls calls, Settings settings, String period) {
        Map<String, List<CallNote>> byUnit = new HashMap<>();
        calls.notes().forEach(note -> byUnit.computeIfAbsent(note.unit(), any -> new ArrayList<>())
                .add(note));
        SlipLinks slips = Outputs.slips(settings, period);
        List<Row> rows = new ArrayList<>();
        for (Line line : lines) {
            List<CallNote> newest = new ArrayList<>(byUnit.getOrDefault(line.code(), List.of()));
            Collections.reverse(newest);
            rows.add(new Row(
                    line,
                    ContactLinks.of(line.contact()),
                    List.copyOf(newest.subList(0, Math.min(MOST_CALLS, newest.size()))),
                    Objects.requireNonNullElse(slips.linked(line).slip(), "")));
        }
        return rows;
    }

    private static List<String> addresses(List<Line> lines) {
        return lines.stream()
                .map(line -> ContactLinks.of(line.contact()).mail())
                .filter(mail -> !mail.isEmpty())
                .distinct()
                .toList();
    }
}
