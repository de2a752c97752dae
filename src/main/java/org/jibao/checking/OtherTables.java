package org.jibao.checking;

import static org.jibao.support.SqlText.literal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jibao.calendar.Period;
import org.jibao.calendar.PeriodCalendar;
import org.jibao.calendar.PeriodKind;
import org.jibao.definition.OtherReturns;
import org.jibao.support.SqlText;

/**
 * The temporary table {@code rule_other}: for each verdict that is to be given, the figures that stand in other returns, by
 * what the rule goes through. A figure that is missing has no row. What counted at the verdict's moment, {@code rule_counted}
 * says, which knows every job; the other one need never have been collected.
 */
final class OtherTables {

    private final String job;
    private final OtherNumbers others;

    OtherTables(String job, OtherNumbers others) {
        this.job = job;
        this.others = others;
    }

    List<String> statements(Period period) {
        List<String> statements = new ArrayList<>();
        statements.add(SqlText.read(OtherTables.class, "other-figures", Map.of()));
        others.all()
                .forEach((other, number) -> statements.add(
                        other.ofSubordinates() ? subordinates(other, number) : fromJob(other, number, period)));
        return statements;
    }

    /** At which returns these figures make the rules look. */
    List<String> looks(Period period) {
        List<String> statements = new ArrayList<>();
        others.all()
                .forEach((other, number) -> statements.add(
                        other.ofSubordinates()
                                ? SqlText.read(
                                        OtherTables.class,
                                        "look-subordinates",
                                        Map.of(
                                                "job",
                                                literal(job),
                                                "number",
                                                String.valueOf(number),
                                                "period",
                                                literal(period.code())))
                                : SqlText.read(
                                        OtherTables.class,
                                        "look-job",
                                        Map.of(
                                                "other",
                                                literal(Objects.requireNonNull(other.job())),
                                                "number",
                                                String.valueOf(number),
                                                "periods",
                                                periods(other, period)))));
        return statements;
    }

    private String subordinates(OtherReturns other, int number) {
        return SqlText.read(
                OtherTables.class,
                "other-subordinates",
                Map.of(
                        "job",
                        literal(job),
                        "number",
                        String.valueOf(number),
                        "subject",
                        subject(other),
                        "condition",
                        condition(other)));
    }

    private static String fromJob(OtherReturns other, int number, Period period) {
        return SqlText.read(
                OtherTables.class,
                "other-job",
                Map.of(
                        "job",
                        literal(Objects.requireNonNull(other.job())),
                        "number",
                        String.valueOf(number),
                        "subject",
                        subject(other),
                        "condition",
                        condition(other),
                        "periods",
                        periods(other, period)));
    }

    private static String subject(OtherReturns other) {
        if (other.row() != null && other.column() != null) {
            return "''";
        }
        return other.row() == null ? "o.\"row\"" : "o.\"column\"";
    }

    private static String condition(OtherReturns other) {
        String condition = "o.form = " + literal(other.form());
        condition += other.row() == null ? "" : " AND o.\"row\" = " + literal(other.row());
        return condition + (other.column() == null ? "" : " AND o.\"column\" = " + literal(other.column()));
    }

    /** {@code (kind, position, period, label_zh, label_en)}: which kind the other job's periods are of, the store knows. */
    private static String periods(OtherReturns other, Period within) {
        List<String> values = new ArrayList<>();
        for (PeriodKind kind : PeriodKind.values()) {
            List<Period> periods = taken(other.take(), lyingWithin(within, kind));
            for (Period period : periods) {
                values.add("(" + literal(kind.word()) + ", " + values.size() + ", " + literal(period.code()) + ", "
                        + literal(period.label().zh()) + ", "
                        + literal(period.label().en()) + ")");
            }
        }
        return String.join(", ", values);
    }

    private static List<Period> lyingWithin(Period within, PeriodKind kind) {
        List<Period> periods = new ArrayList<>();
        if (!kind.fills(within.kind())) {
            return periods;
        }
        PeriodCalendar others = within.calendar().of(kind);
        Period period = others.containing(within.start());
        while (!period.start().isAfter(within.end())) {
            periods.add(period);
            period = period.next();
        }
        return periods;
    }

    private static List<Period> taken(OtherReturns.Take take, List<Period> periods) {
        if (periods.isEmpty()) {
            return periods;
        }
        return switch (take) {
            case SUM -> periods;
            case FIRST -> periods.subList(0, 1);
            case LAST -> periods.subList(periods.size() - 1, periods.size());
        };
    }

    /** The figures that a job's rules take from other returns, each numbered once, however many rules name it. */
    static final class OtherNumbers {

        private final Map<OtherReturns, Integer> numbers = new LinkedHashMap<>();

        int of(OtherReturns other) {
            return numbers.computeIfAbsent(other, unknown -> numbers.size());
        }

        Map<OtherReturns, Integer> all() {
            return numbers;
        }

        /** Whether some are of subordinates, so that it matters which unit is judged first. */
        boolean subordinates() {
            return numbers.keySet().stream().anyMatch(OtherReturns::ofSubordinates);
        }
    }
}
