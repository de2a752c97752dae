package org.jibao.status;

import java.util.List;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.finding.Wording;
import org.jibao.run.UnusableArgument;

/** The units that owe a return for a period, by the roster. */
public final class ExpectedUnits {
    private static final Wording WORDS = Wording.of(ExpectedUnits.class);

    private final JobDefinition job;
    private final Period period;

    public ExpectedUnits(JobDefinition job, Period period) {
        this.job = job;
        this.period = period;
    }

    public List<Unit> all() {
        return job.roster().units().stream()
                .filter(unit -> job.owes(unit) && unit.activeIn(period))
                .toList();
    }

    /**
     * The one of this code, name or alias.
     *
     * @throws UnusableArgument where there is none, more than one, or it owes nothing
     */
    public Unit named(String word) {
        List<Unit> found = job.roster().byCode(word).map(List::of).orElseGet(() -> job.roster()
                .byName()
                .getOrDefault(word, List.of()));
        List<Unit> expected = found.stream().filter(all()::contains).toList();
        if (expected.size() == 1) {
            return expected.get(0);
        }
        throw expected.size() > 1 ? ambiguous(word, expected) : found.isEmpty() ? unknown(word) : owesNothing(word);
    }

    private static UnusableArgument unknown(String word) {
        return new UnusableArgument(WORDS.text("unit.unknown", word));
    }

    private UnusableArgument owesNothing(String word) {
        return new UnusableArgument(WORDS.text("unit.owes-nothing", word, job.id(), period.label()));
    }

    private static UnusableArgument ambiguous(String word, List<Unit> found) {
        String codes = String.join(", ", found.stream().map(Unit::code).toList());
        return new UnusableArgument(WORDS.text("unit.ambiguous", word, codes));
    }
}
