package org.jibao.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jibao.app.Jibao;
import org.jibao.calendar.Deadline;
import org.jibao.desk.http.Answer;
import org.jibao.desk.http.Call;
import org.jibao.finding.Text;
import org.jibao.run.OperationalFailure;
import org.jibao.status.RunsQuery.RunsReport;
import org.jibao.status.StatusReport;
import org.jibao.status.StatusReport.RejectedFile;
import org.jibao.status.StatusReport.State;
import org.jibao.status.StatusReport.UnitLine;
import org.jspecify.annotations.Nullable;

/** Who has reported for a period, who has not, how long there is, and what has not gone out. */
final class BoardPage implements Page {

    /** Units on one page: what a browser on a phone shows at once. */
    static final int MOST = 200;

    private static final int MOST_REJECTED = 30;

    private static final Map<String, Comparator<UnitLine>> ORDERS = Map.of(
            "name", Comparator.comparing(UnitLine::name),
            "state", Comparator.comparing(UnitLine::state, Comparator.reverseOrder()),
            "received",
                    Comparator.comparing(
                            UnitLine::receivedAt, Comparator.nullsLast(Comparator.<Instant>reverseOrder())),
            "errors", Comparator.comparingLong(UnitLine::errors).reversed(),
            "warnings", Comparator.comparingLong(UnitLine::warnings).reversed());

    private final Bench bench;

    BoardPage(Bench bench) {
        this.bench = bench;
    }

    /**
     * What the board shows.
     *
     * @param report null where nothing was taken in yet; {@code why} says so then
     * @param counts states with their numbers of units, in the order of the enum
     * @param shown the units of this page
     * @param found how many units there are after filtering
     */
    record Board(
            @Nullable StatusReport report,
            RunsReport runs,
            String why,
            List<StateCount> counts,
            List<UnitLine> shown,
            int found,
            int from,
            Asked asked) {

        long rate() {
            return report == null || report.expected() == 0 ? 0 : report.received() * 1000 / report.expected();
        }

        /** Such as {@code 83.6}. */
        String percent() {
            return String.format(Locale.ROOT, "%d.%d", rate() / 10, rate() % 10);
        }

        /** The newest of the rejected files. */
        List<RejectedFile> rejected() {
            List<RejectedFile> all = report == null ? List.of() : report.rejected();
            return all.subList(Math.max(0, all.size() - MOST_REJECTED), all.size());
        }

        @Nullable
        Deadline deadline() {
            return report == null ? null : report.chase().deadline();
        }
    }

    /** One state and how many units are in it. */
    record StateCount(State state, long units) {}

    /** What was asked for; an empty text is nothing. */
    record Asked(String search, String state, String order) {

        static Asked of(Call call) {
            String search = call.asked("q");
            return new Asked(
                    search.substring(0, Math.min(100, search.length())), call.asked("state"), call.asked("sort"));
        }

        /** Whether a unit is among those that are looked for. */
        boolean takes(UnitLine unit) {
            String text = search.toLowerCase(Locale.ROOT);
            boolean named = text.isEmpty()
                    || unit.name().toLowerCase(Locale.ROOT).contains(text)
                    || unit.code().toLowerCase(Locale.ROOT).contains(text);
            return named && (state.isEmpty() || state.equals(word(unit.state())));
        }

        /** As part of an address. */
        String query() {
            return "q=" + DeskFrame.encoded(search) + "&state=" + DeskFrame.encoded(state);
        }
    }

    static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Answer answer(Call call, DeskFrame frame) {
        return Answer.html(PageTemplates.render("board", Map.of("f", frame, "b", board(call, frame))));
    }

    private Board board(Call call, DeskFrame frame) {
        Jibao jibao = bench.jibao(frame);
        Asked asked = Asked.of(call);
        RunsReport runs = jibao.runs();
        StatusReport report;
        try {
            report = bench.view(frame, "status", StatusReport.class, Jibao::status);
        } catch (OperationalFailure nothingYet) {
            Text why = nothingYet.text();
            return new Board(null, runs, frame.words().of(why), List.of(), List.of(), 0, 0, asked);
        }
        List<StateCount> counts = new ArrayList<>();
        for (State state : State.values()) {
            counts.add(new StateCount(state, report.count(state)));
        }
        List<UnitLine> found =
                new ArrayList<>(report.units().stream().filter(asked::takes).toList());
        Comparator<UnitLine> order = ORDERS.get(asked.order());
        if (order != null) {
            found.sort(order);
        }
        int from = Math.min(call.number("from").orElse(0), Math.max(0, found.size() - 1));
        List<UnitLine> shown = found.subList(from, Math.min(found.size(), from + MOST));
        return new Board(report, runs, "", counts, List.copyOf(shown), found.size(), from, asked);
    }
}
