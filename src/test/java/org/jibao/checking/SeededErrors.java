package org.jibao.checking;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jibao.calendar.Period;
import org.jibao.checking.ProbableCells.RuleStore;
import org.jibao.checking.localisation.CellSet;
import org.jibao.checking.localisation.Localisation;
import org.jibao.definition.JobDefinition;
import org.jibao.store.Store;
import org.jspecify.annotations.Nullable;

/** Accepted returns of a store with one figure made wrong after the other, and whether the wrong one is found. */
public final class SeededErrors {

    /** Processor time: what else the machine does is no matter. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final ProbableCells probable;
    private final Indicators indicators;
    private final RuleStore asked;
    private final List<Base> bases = new ArrayList<>();

    /** A return that satisfies its rules, with what they see beside its cells. */
    private record Base(CaseFigures figures, List<Map<String, List<@Nullable BigDecimal>>> constants) {}

    /** What became of the errors. */
    public static final class Score {

        private int errors;
        private int unseen;
        private int among;
        private int first;
        private int only;
        private int onlyRight;
        private int clear;
        private int clearRight;
        private int valueRight;
        private final List<Long> nanoseconds = new ArrayList<>();

        @Override
        public String toString() {
            long[] times =
                    nanoseconds.stream().mapToLong(Long::longValue).sorted().toArray();
            int seen = errors - unseen;
            return String.format(
                    "errors %d, break no rule %d, of %d: among the sets %d, first %d (figure right %d), only set %d (right %d), "
                            + "said to be the likeliest %d (right %d); ms median %.2f, p99 %.2f, max %.2f",
                    errors,
                    unseen,
                    seen,
                    among,
                    first,
                    valueRight,
                    only,
                    onlyRight,
                    clear,
                    clearRight,
                    times[times.length / 2] / 1e6,
                    times[times.length * 99 / 100] / 1e6,
                    times[times.length - 1] / 1e6);
        }
    }

    public SeededErrors(Store store, JobDefinition job) {
        RuleQueries rules = new RuleQueries(job);
        this.probable = rules.probableCells();
        this.indicators = probable.indicators();
        this.asked = new RuleStore() {
            @Override
            public void execute(String statement) {
                store.sql().execute(statement);
            }

            @Override
            public List<List<@Nullable Object>> query(String sql) {
                return store.sql().query(sql).rows();
            }
        };
        Set<String> periods = new TreeSet<>();
        asked.query("SELECT DISTINCT period FROM intake.submission WHERE verdict LIKE 'accepted%' AND job = '"
                        + job.id() + "'")
                .forEach(row -> periods.add(String.valueOf(row.get(0))));
        periods.forEach(code -> load(job, rules, job.periods().parse(code).orElseThrow()));
    }

    private void load(JobDefinition job, RuleQueries rules, Period period) {
        rules.cases(period, null).forEach(asked::execute);
        asked.execute(
                "CREATE OR REPLACE TEMP TABLE rule_case AS SELECT row_number() OVER (ORDER BY id) AS number, id AS source,"
                        + " unit, received_at AS moment FROM intake.submission WHERE verdict LIKE 'accepted%' AND superseded_by IS NULL"
                        + " AND job = '" + job.id() + "' AND period = '" + period.code() + "'");
        rules.prepareAgain(0).forEach(asked::execute);
        rules.preparePrevious(period.code(), 0).forEach(asked::execute);
        rules.prepareBeyond(period).forEach(asked::execute);
        asked.execute(
                "CREATE OR REPLACE TEMP TABLE rule_failing AS SELECT number, source, number AS position FROM rule_case");
        List<Map<String, List<@Nullable BigDecimal>>> constants = probable.constants(asked);
        for (int first = 1; first < 1000; first += 100) {
            for (List<@Nullable Object> row : asked.query(probable.figuresSql(first))) {
                CaseFigures figures = CaseFigures.of(row);
                if (located(figures, constants).isEmpty()) {
                    bases.add(new Base(figures, constants));
                }
            }
        }
    }

    private List<Localisation> located(CaseFigures figures, List<Map<String, List<@Nullable BigDecimal>>> constants) {
        return probable.localisations(figures, constants, new ArrayList<>(), asked);
    }

    /** How many returns there are to begin with. */
    public int returns() {
        return bases.size();
    }

    public Score of(int errors, long seed) {
        Random random = new Random(seed);
        Score score = new Score();
        while (score.errors < errors) {
            Base base = bases.get(random.nextInt(bases.size()));
            int cell = random.nextInt(base.figures.figures().size());
            BigDecimal meant = base.figures.figures().get(cell);
            BigDecimal wrong = meant == null || meant.signum() == 0 ? null : wrong(base.figures, cell, meant, random);
            if (wrong != null && wrong.compareTo(meant) != 0 && wrong.signum() >= 0) {
                List<@Nullable BigDecimal> figures = new ArrayList<>(base.figures.figures());
                figures.set(cell, wrong);
                note(score, base, cell, meant, figures);
            }
        }
        return score;
    }

    private void note(Score score, Base base, int cell, BigDecimal meant, List<@Nullable BigDecimal> figures) {
        CaseFigures changed = new CaseFigures(
                base.figures.number(),
                base.figures.periodNumber(),
                base.figures.periodYear(),
                base.figures.previousThere(),
                figures,
                base.figures.previous(),
                base.figures.unusual());
        long begun = CLOCK.getCurrentThreadCpuTime();
        List<Localisation> located = located(changed, base.constants);
        score.nanoseconds.add(CLOCK.getCurrentThreadCpuTime() - begun);
        score.errors++;
        if (located.isEmpty()) {
            score.unseen++;
            return;
        }
        List<CellSet> sets = located.get(0).sets();
        boolean first = !sets.isEmpty() && is(sets.get(0), cell);
        score.among += sets.stream().anyMatch(set -> is(set, cell)) ? 1 : 0;
        score.first += first ? 1 : 0;
        score.only += sets.size() == 1 ? 1 : 0;
        score.onlyRight += first && sets.size() == 1 ? 1 : 0;
        score.clear += located.get(0).clear() && sets.size() > 1 ? 1 : 0;
        score.clearRight += located.get(0).clear() && sets.size() > 1 && first ? 1 : 0;
        long value = meant.multiply(BigDecimal.valueOf(10_000)).longValueExact();
        score.valueRight += first && sets.get(0).changes().get(0).least() == value ? 1 : 0;
    }

    private static boolean is(CellSet set, int cell) {
        return set.changes().size() == 1 && set.changes().get(0).cell() == cell;
    }

    /** As a hand does it; null where this figure cannot go wrong like that. */
    private @Nullable BigDecimal wrong(CaseFigures figures, int cell, BigDecimal meant, Random random) {
        int decimals = Math.max(0, meant.stripTrailingZeros().scale());
        String digits = meant.unscaledValue().toString();
        digits = digits.substring(0, digits.length() - (meant.scale() - decimals));
        int at = random.nextInt(digits.length());
        int kind = random.nextInt(20);
        if (kind < 4) {
            return transposed(digits, at, decimals);
        }
        if (kind < 8) {
            char other = (char) ('0' + random.nextInt(10));
            return number(digits.substring(0, at) + other + digits.substring(at + 1), decimals);
        }
        if (kind < 11) {
            return digits.length() < 2 ? null : number(digits.substring(0, at) + digits.substring(at + 1), decimals);
        }
        if (kind < 14) {
            return number(digits.substring(0, at + 1) + digits.substring(at), decimals);
        }
        if (kind < 16) {
            return meant.movePointRight(1);
        }
        if (kind < 17) {
            BigDecimal tenth = meant.movePointLeft(1);
            boolean fits = !indicators.all().get(cell).takesWholeNumbers()
                    || tenth.stripTrailingZeros().scale() <= 0;
            return fits && tenth.stripTrailingZeros().scale() <= 4 ? tenth : null;
        }
        if (kind < 19) {
            return figures.figures().get(Math.max(0, cell - 1));
        }
        return BigDecimal.valueOf(random.nextInt(2 * meant.intValue() + 10));
    }

    private static @Nullable BigDecimal transposed(String digits, int at, int decimals) {
        if (at + 1 >= digits.length()) {
            return null;
        }
        char[] changed = digits.toCharArray();
        changed[at] = digits.charAt(at + 1);
        changed[at + 1] = digits.charAt(at);
        return number(String.valueOf(changed), decimals);
    }

    private static @Nullable BigDecimal number(String digits, int decimals) {
        return digits.isEmpty() ? null : new BigDecimal(digits).movePointLeft(decimals);
    }

    /** The forms of the job, for the table. */
    public String size() {
        return indicators.size() + " cells, " + bases.size() + " returns";
    }
}
