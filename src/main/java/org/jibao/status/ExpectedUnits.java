package org.jibao.status;

import java.util.List;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.finding.Text;
import org.jibao.run.UnusableArgument;

/** The units that owe a return for a period, by the roster. */
public final class ExpectedUnits {

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
        return new UnusableArgument(new Text(
                "名册里没有单位“%s”。请写单位代码，或名册（units.csv）中的名称、别名".formatted(word),
                "there is no unit \"%s\" on the roster. Give its code, or its name or alias in units.csv"
                        .formatted(word)));
    }

    private UnusableArgument owesNothing(String word) {
        return new UnusableArgument(new Text(
                "单位“%s”在%s不应报送任务 %s 的报表，不用空白表".formatted(word, period.label().zh(), job.id()),
                "the unit \"%s\" owes no return for the job %s in %s and needs no template"
                        .formatted(word, job.id(), period.label().en())));
    }

    private static UnusableArgument ambiguous(String word, List<Unit> found) {
        String codes = String.join(", ", found.stream().map(Unit::code).toList());
        return new UnusableArgument(new Text(
                "有不止一个单位叫“%s”，请写其中一个的代码：%s".formatted(word, codes),
                "more than one unit is called \"%s\"; give the code of one: %s".formatted(word, codes)));
    }
}
