package org.jibao.draft;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jibao.calendar.Period;
import org.jibao.calendar.PeriodKind;
import org.jibao.definition.loading.JobLoader;
import org.jibao.draft.Checks.Check;
import org.jibao.draft.DraftOutcome.DraftRequest;
import org.jibao.draft.Rates.Rate;
import org.jibao.draft.Sources.Source;
import org.jibao.finding.Language;
import org.jibao.finding.Wording;

/** One try at a folder. */
final class Attempt {

    private static final Wording WORDS = Wording.of(Attempt.class);

    /** Of more than these a summary is not read any more; where they are too many to compute, fewer are tried. */
    private static final List<Integer> MOST_FIGURES = List.of(48, 12);

    private final DraftRequest request;
    private final Group group;
    private final List<Source> all;
    private final List<Remark> remarks;
    private final Map<Source, Optional<Period>> periods = new HashMap<>();
    private final List<Rate> rates = new ArrayList<>();

    /** @param all files, of which some may only list units */
    Attempt(DraftRequest request, Group group, List<Source> all, List<Remark> remarks) {
        this.request = request;
        this.group = group;
        this.all = all;
        this.remarks = remarks;
        group.members().forEach(source -> periods.put(source, Spoken.period(source)));
    }

    List<Remark> remarks() {
        return remarks;
    }

    Optional<Period> periodOf(Source source) {
        return periods.getOrDefault(source, Optional.empty());
    }

    JobDraft draft() {
        Workbook model = group.model().workbook();
        remarks.addAll(model.seen());
        remarks.addAll(model.remarks());
        Language language = request.language().orElseGet(() -> Spoken.language(model.forms()));
        Optional<PeriodKind> said = request.period().or(() -> Spoken.kind(group.members(), periods.values()));
        PeriodKind period = said.orElse(PeriodKind.QUARTER);
        if (said.isEmpty()) {
            remarks.add(Remark.assumed(WORDS.text("period.assumed"), "", ""));
        }
        remarks.add(Remark.assumed(WORDS.text("due.assumed"), "", ""));
        List<DraftForm> forms = new Names(request.name()).named(group.forms());
        return new JobDraft(
                request.name(),
                Spoken.title(group.model(), request.name()),
                language,
                period,
                said.isEmpty(),
                forms,
                group.optional(),
                List.of(),
                "",
                group.sheetAliases(),
                units(language));
    }

    /** With the checks that its formulas show. */
    JobDraft checked(JobDraft draft) {
        Checks checks = new Checks(draft.forms(), remarks);
        List<Check> all = checks.all();
        rates.addAll(new Rates(draft.forms(), checks, remarks).all());
        checks.reportOthers();
        return draft.counting(all, "");
    }

    /** With these checks, and the figures that follow from them. */
    List<JobDraft> counted(JobDraft draft, List<Check> checks) {
        List<JobDraft> ways = new ArrayList<>();
        for (int most : MOST_FIGURES) {
            Figures counted = new Figures(checks, most);
            ways.add(draft.counting(checks, counted.yaml(draft.forms(), rates, draft.language())));
            if (most == MOST_FIGURES.get(0) && counted.left() > 0) {
                remarks.add(Remark.look(WORDS.text("figures.more", counted.left()), "", ""));
            }
        }
        return ways;
    }

    private String units(Language language) {
        List<Source> naming = new ArrayList<>(group.members());
        all.stream()
                .filter(source ->
                        !naming.contains(source) && !source.workbook().units().isEmpty())
                .forEach(naming::add);
        Units units = Units.of(naming);
        remarks.addAll(units.remarks());
        if (!units.none()) {
            remarks.add(Remark.recognised(WORDS.text("units.found", units.size()), "", ""));
            return units.csv();
        }
        if (Files.isRegularFile(request.jobs().resolve(JobLoader.COMMON).resolve("units.csv"))) {
            remarks.add(Remark.assumed(WORDS.text("units.common"), "", ""));
            return "";
        }
        remarks.add(Remark.look(WORDS.text("units.none"), "", ""));
        return "code,name\nU01," + WORDS.text("units.first").in(language) + "\n";
    }
}
