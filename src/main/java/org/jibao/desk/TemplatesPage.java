package org.jibao.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.definition.loading.ProblemsException;
import org.jibao.desk.DeskFrame.PeriodChoice;
import org.jibao.desk.http.Answer;
import org.jibao.desk.http.Call;
import org.jibao.run.JobFolders;

/** The blank returns of a period: makes them for all units or one, and hands out those that were made. */
final class TemplatesPage implements Page {

    /** Of more units than these the field offers no names: it takes any code or name. */
    private static final int MOST_OFFERED = 3000;

    private final Bench bench;

    TemplatesPage(Bench bench) {
        this.bench = bench;
    }

    @Override
    public Answer answer(Call call, DeskFrame frame) {
        return call.posted() ? begun(call, frame) : page(frame);
    }

    private Answer begun(Call call, DeskFrame frame) {
        String unit = call.sent("unit");
        Optional<String> only = unit.isEmpty() ? Optional.empty() : Optional.of(unit);
        Work work = bench.begin(frame, Words.WORDS.text("work.templates"), jibao -> jibao.templates(only));
        return Answer.to(frame.link("work/" + work.number()));
    }

    private Answer page(DeskFrame frame) {
        JobDefinition head = JobFolders.head(bench.settings().jobs(), frame.job());
        return Answer.html(PageTemplates.render(
                "templates",
                Map.of(
                        "f",
                        frame,
                        "files",
                        files(frame),
                        "units",
                        units(frame),
                        "periods",
                        periods(head, frame),
                        "zone",
                        frame.zone())));
    }

    /** The ZIP of all first. */
    private List<Outputs.Output> files(DeskFrame frame) {
        return Outputs.of(bench.of(frame.job(), frame.period()), frame.period()).in("templates").stream()
                .filter(file -> !file.name().endsWith(".json"))
                .sorted(Comparator.comparing(
                                (Outputs.Output file) -> !file.name().endsWith(".zip"))
                        .thenComparing(Outputs.Output::name))
                .toList();
    }

    /** Names to choose from; none where the job folder has a mistake, which is said when templates are made. */
    private List<String> units(DeskFrame frame) {
        try {
            return bench.job(frame).roster().units().stream()
                    .map(Unit::name)
                    .limit(MOST_OFFERED)
                    .toList();
        } catch (ProblemsException mistakes) {
            return List.of();
        }
    }

    /** The running period and the next one, where another is shown. */
    private List<PeriodChoice> periods(JobDefinition head, DeskFrame frame) {
        Period running = head.periods().containing(bench.today(head));
        return Stream.of(running, running.next())
                .filter(period -> !period.code().equals(frame.period()))
                .map(period -> new PeriodChoice(period.code(), frame.words().of(period.label())))
                .toList();
    }
}
