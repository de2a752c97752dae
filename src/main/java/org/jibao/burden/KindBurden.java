package org.jibao.burden;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jibao.burden.BurdenReport.Asked;
import org.jibao.burden.BurdenReport.KindLine;
import org.jibao.calendar.Period;
import org.jibao.definition.CoverForm;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.RegisterForm;
import org.jibao.finding.Text;
import org.jibao.template.CellFillings;
import org.jibao.template.CellFillings.Filling;

/** How many cells a job asks of each kind of unit that owes its return. */
final class KindBurden {

    private KindBurden() {}

    /** @param running the period that is running */
    static List<KindLine> of(JobDefinition job, Period running) {
        List<KindLine> lines = new ArrayList<>();
        for (String kind : job.owedBy()) {
            long units = job.roster().units().stream()
                    .filter(unit -> unit.kind().equals(kind) && unit.activeIn(running))
                    .count();
            Asked later = asked(job, kind, usual(running));
            Asked first = asked(job, kind, new Period(running.kind(), running.year(), 1, running.firstMonth()));
            int perYear = job.periodKind().perYear();
            lines.add(new KindLine(
                    kind,
                    job.unitKinds().getOrDefault(kind, Text.same(kind)),
                    job.id(),
                    job.title(),
                    job.periodKind(),
                    units,
                    later,
                    first.plus(later.times(perYear - 1L)),
                    columns(job, kind)));
        }
        return lines;
    }

    /** One that is not the first of its year, where there is one. */
    static Period usual(Period running) {
        boolean several = running.kind().perYear() > 1;
        return new Period(running.kind(), running.year(), several ? 2 : 1, running.firstMonth());
    }

    private static Stream<FormDefinition> forms(JobDefinition job, String kind) {
        return job.forms().stream().filter(form -> {
            List<String> filledBy = form.guidance().filledBy();
            return filledBy.isEmpty() || filledBy.contains(kind);
        });
    }

    private static Asked asked(JobDefinition job, String kind, Period period) {
        Asked asked = new Asked(0, 0, 0, 0);
        for (FormDefinition form : forms(job, kind).toList()) {
            if (form instanceof GridForm grid && grid.lines() == null) {
                asked = asked.plus(grid(job, grid, period));
            } else if (form instanceof CoverForm cover) {
                long known = Stream.of(cover.unitName(), cover.unitCode(), cover.period())
                        .filter(Objects::nonNull)
                        .count();
                asked = asked.plus(new Asked(cover.fields().size(), known, 0, 0));
            }
        }
        return asked;
    }

    private static Asked grid(JobDefinition job, GridForm grid, Period period) {
        Asked asked = new Asked(0, 0, 0, 0);
        for (Filling filling : CellFillings.of(job, grid, period).values()) {
            asked = asked.plus(
                    switch (filling) {
                        case NEVER -> new Asked(0, 0, 0, 0);
                        case ENTRY -> new Asked(1, 0, 0, 0);
                        case BROUGHT -> new Asked(1, 1, 0, 0);
                        case COMPUTED -> new Asked(1, 0, 1, 0);
                        case LOCKED -> new Asked(1, 0, 0, 1);
                    });
        }
        return asked;
    }

    /** Of tables with an entry a line; a list has a line a unit. */
    private static long columns(JobDefinition job, String kind) {
        return forms(job, kind)
                .mapToLong(form -> form instanceof RegisterForm register
                        ? register.fields().size()
                        : 0)
                .sum();
    }
}
