package org.jibao.checking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jibao.calendar.Period;
import org.jibao.calendar.PeriodCalendar;
import org.jibao.checking.RuleQueries.RuleOutcome;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Label;
import org.jibao.definition.RuleDefinition;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/** Turns the rows of a rule's query into findings. */
final class RuleFindings {

    private static final Wording WORDS = Wording.of(RuleFindings.class);
    private static final Map<String, String> NEGATION =
            Map.of("=", "≠", "<>", "=", "<", "≥", "<=", ">", ">", "≤", ">=", "<");

    private final PeriodCalendar periods;
    private final RuleSubjects subjects;

    RuleFindings(JobDefinition job) {
        this.periods = job.periods();
        this.subjects = new RuleSubjects(new RuleNames(job));
    }

    /** One row by the names of its columns. */
    private record Row(List<String> columns, List<@Nullable Object> values) {

        @Nullable
        Object value(String column) {
            int index = columns.indexOf(column);
            return index < 0 ? null : values.get(index);
        }

        String text(String column) {
            return Objects.toString(value(column), "");
        }

        long number(String column) {
            return value(column) instanceof Number number ? number.longValue() : 0;
        }

        long submission() {
            return number("submission");
        }
    }

    RuleOutcome of(RuleDefinition rule, List<String> columns, List<List<@Nullable Object>> rows) {
        List<Row> failures = new ArrayList<>();
        long passed = 0;
        long notAssessable = 0;
        for (List<@Nullable Object> values : rows) {
            Row row = new Row(columns, values);
            passed += row.number("passed");
            notAssessable += row.number("not_assessable");
            if (row.value("submission") != null) {
                failures.add(row);
            }
        }
        failures.sort(Comparator.comparingLong(Row::submission)
                .thenComparingInt(row -> subjects.position(rule, row.text("subject"))));
        Set<SubmissionFinding> once = new LinkedHashSet<>();
        failures.forEach(row -> once.add(new SubmissionFinding(row.submission(), finding(rule, row))));
        failures.stream()
                .filter(row -> row.number("more") > 0)
                .forEach(row -> once.add(new SubmissionFinding(row.submission(), more(rule, row.number("more")))));
        return new RuleOutcome(List.copyOf(once), passed, notAssessable);
    }

    /** Says of a long register that not every failure is listed. */
    private static Finding more(RuleDefinition rule, long number) {
        return Finding.of(
                FindingCode.FINDINGS_MORE,
                Place.FILE,
                rule.id(),
                null,
                rule.id(),
                String.valueOf(number),
                String.valueOf(Finding.MOST_KEPT));
    }

    private Finding finding(RuleDefinition rule, Row row) {
        Text cells = cells(row);
        return new Finding(
                rule.id(),
                rule.severity(),
                place(rule, row),
                subjects.path(rule, row.text("subject"), row.text("entry")),
                Figures.text(row.value("left_side")) + " " + NEGATION.get(rule.operator()) + " "
                        + Figures.text(row.value("right_side")),
                arguments(rule, row, cells),
                cells.zh().isEmpty() ? rule.message() : withCells(rule.message()),
                rule.cure());
    }

    private Map<String, String> arguments(RuleDefinition rule, Row row, Text cells) {
        Text label = subjects.label(rule, row.text("subject"), row.text("entry"));
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("label", label.zh());
        arguments.put("label.en", label.en());
        arguments.put("left", Figures.text(row.value("left_side")));
        arguments.put("right", Figures.text(row.value("right_side")));
        arguments.put("difference", Figures.difference(row.value("left_side"), row.value("right_side")));
        if (row.value("previous_period") != null) {
            Text previous = label(row.text("previous_period"));
            arguments.put("previous_period", previous.zh());
            arguments.put("previous_period.en", previous.en());
        }
        arguments.put("cells", cells.zh());
        if (!cells.en().equals(cells.zh())) {
            arguments.put("cells.en", cells.en());
        }
        side(arguments, "left_cells", row);
        side(arguments, "right_cells", row);
        return arguments;
    }

    /** The return's own cells on one side, {@code sheet!cell} a line, for who marks them; words do not show them. */
    private static void side(Map<String, String> arguments, String side, Row row) {
        if (row.value(side) != null) {
            arguments.put(side, row.text(side));
        }
    }

    /** The cells of the return, then the figures of other returns with where they stand. */
    private static Text cells(Row row) {
        String own = row.text("cells");
        return new Text(joined(own, "；", row.text("origin_zh")), joined(own, "; ", row.text("origin_en")));
    }

    private static String joined(String one, String between, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + between + other;
    }

    private Text label(String period) {
        return periods.parse(period).map(Period::label).orElseGet(() -> Text.same(period));
    }

    /** Whatever a rule says, the reader sees the figures on both sides. */
    private static Text withCells(Text message) {
        return new Text(
                message.zh().contains("{cells}") ? message.zh() : message.zh() + "（{cells}）",
                message.en().contains("{cells}") ? message.en() : message.en() + " ({cells})");
    }

    private Place place(RuleDefinition rule, Row row) {
        Object sheet = row.value("sheet");
        Object cell = row.value("cell");
        return sheet == null || cell == null
                ? Place.sheet(subjects.sheet(rule))
                : Place.cell(sheet.toString(), cell.toString());
    }

    /**
     * What a rule's outcome is about: the row, column, return or entry, in words and as the path in its fingerprint.
     */
    static final class RuleSubjects {

        private static final int LONGEST_ENTRY = 60;

        private final RuleNames names;

        RuleSubjects(RuleNames names) {
            this.names = names;
        }

        /** The path does not hold an entry's row number, which moves, but its first field's text. */
        String path(RuleDefinition rule, String subject, String entry) {
            return switch (rule.scope()) {
                case COLUMN -> rule.form() + "/*/" + subject;
                case ROW -> rule.form() + "/" + subject + "/*";
                case RETURN -> rule.form();
                case ENTRY -> rule.form() + "/" + entry;
            };
        }

        Text label(RuleDefinition rule, String subject, String entry) {
            return switch (rule.scope()) {
                case COLUMN, ROW -> labelled(labels(rule), subject);
                case RETURN -> form(rule).title();
                case ENTRY -> WORDS.text("rule.entry", subject, cut(entry));
            };
        }

        /** The order of the form. */
        int position(RuleDefinition rule, String subject) {
            return switch (rule.scope()) {
                case COLUMN, ROW ->
                    labels(rule).stream().map(Label::id).toList().indexOf(subject);
                case RETURN -> 0;
                case ENTRY -> Integer.parseInt(subject);
            };
        }

        /** The sheet's name in the template, for a failure that no cell of the file stands behind. */
        String sheet(RuleDefinition rule) {
            return form(rule).sheet().name();
        }

        private FormDefinition form(RuleDefinition rule) {
            return names.form(rule.form());
        }

        private List<Label> labels(RuleDefinition rule) {
            return rule.scope() == RuleDefinition.Scope.COLUMN
                    ? names.grid(rule.form()).columns()
                    : names.grid(rule.form()).rows();
        }

        private static Text labelled(List<Label> labels, String id) {
            return labels.stream()
                    .filter(label -> label.id().equals(id))
                    .map(label -> withGroup(label, labels))
                    .findFirst()
                    .orElseGet(() -> Text.same(id));
        }

        /** Adds the group; in English only where another label is called the same. */
        static Text withGroup(Label label, List<Label> labels) {
            Text group = label.printed().group();
            if (group == null) {
                return label.text();
            }
            String en = label.text().en();
            boolean alone = labels.stream()
                            .filter(other -> other.text().en().equals(en))
                            .count()
                    == 1;
            return new Text(group.zh() + "·" + label.text().zh(), alone ? en : group.en() + ", " + en);
        }

        private static String cut(String entry) {
            return entry.codePointCount(0, entry.length()) <= LONGEST_ENTRY
                    ? entry
                    : entry.substring(0, entry.offsetByCodePoints(0, LONGEST_ENTRY)) + "…";
        }
    }

    /** How the two sides of a rule are written: plainly, without trailing zeros, at most six decimals. */
    static final class Figures {

        private static final int DECIMALS = 6;

        private Figures() {}

        static String text(@Nullable Object value) {
            if (value == null) {
                return "";
            }
            return value instanceof Number number ? plain(decimal(number)) : value.toString();
        }

        /** How far the sides lie apart, whichever is larger; empty where they are no numbers. */
        static String difference(@Nullable Object left, @Nullable Object right) {
            return left instanceof Number one && right instanceof Number other
                    ? plain(decimal(one).subtract(decimal(other)).abs())
                    : "";
        }

        private static BigDecimal decimal(Number number) {
            return new BigDecimal(number.toString());
        }

        private static String plain(BigDecimal value) {
            BigDecimal rounded = value.scale() > DECIMALS ? value.setScale(DECIMALS, RoundingMode.HALF_UP) : value;
            return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        }
    }
}
