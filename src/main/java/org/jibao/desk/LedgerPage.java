package org.jibao.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jibao.desk.http.Answer;
import org.jibao.desk.http.Call;
import org.jibao.desk.http.Refusal;
import org.jibao.desk.http.RefusedCall;
import org.jibao.maintenance.StoreMaintenance;
import org.jibao.run.Settings;
import org.jibao.run.ledger.RunRecord;
import org.jibao.status.RunsQuery.RunsReport;

/** What ran, what waits to go out, and a backup now. */
final class LedgerPage implements Page {

    /** The newest runs that are shown: three months of nights. */
    private static final int MOST = 100;

    /** Backups that are kept where the officer asks for one, as the command does. */
    private static final int BACKUPS = 14;

    private final Bench bench;

    LedgerPage(Bench bench) {
        this.bench = bench;
    }

    @Override
    public Answer answer(Call call, DeskFrame frame) {
        if (call.posted()) {
            return backup(call, frame);
        }
        RunsReport report = bench.jibao(frame).runs();
        List<RunRecord> newest = new ArrayList<>(report.runs());
        Collections.reverse(newest);
        List<RunRecord> shown = newest.subList(0, Math.min(MOST, newest.size()));
        return Answer.html(PageTemplates.render(
                "runs",
                Map.of(
                        "f",
                        frame,
                        "report",
                        report,
                        "runs",
                        List.copyOf(shown),
                        "works",
                        bench.works().all())));
    }

    private Answer backup(Call call, DeskFrame frame) {
        if (!call.at(3).equals("backup")) {
            throw new RefusedCall(Refusal.NO_SUCH_PAGE);
        }
        Settings settings = bench.of(frame.job(), frame.period());
        Work work = bench.works()
                .begin(frame.job(), frame.period(), Words.WORDS.text("work.backup"), any -> new StoreMaintenance(
                                settings)
                        .backup(Optional.empty(), BACKUPS));
        return Answer.to(frame.link("work/" + work.number()));
    }
}
