package org.jibao.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Problem;
import org.jibao.definition.RuleDefinition;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one expression of a job folder before anything runs it: DuckDB only parses it, by {@link #sql}, and what came of
 * that is held against the names and the syntax that are allowed.
 */
public final class ExpressionLint {

    private static final Wording WORDS = Wording.of(ExpressionLint.class);
    private static final int NAMES_SHOWN = 12;

    private final RuleDefinition rule;
    private final String part;
    private final String expression;
    private final Map<String, Operand> names;

    private ExpressionLint(RuleDefinition rule, String part, String expression, Map<String, Operand> names) {
        this.rule = rule;
        this.part = part;
        this.expression = expression;
        this.names = names;
    }

    /** One for every {@code left}, {@code right} and {@code where} of the job's rules. */
    public static List<ExpressionLint> of(JobDefinition job) {
        RuleNames names = new RuleNames(job);
        List<ExpressionLint> lints = new ArrayList<>();
        for (RuleDefinition rule : job.rules()) {
            lints.add(new ExpressionLint(rule, "left", rule.left(), names.of(rule)));
            lints.add(new ExpressionLint(rule, "right", rule.right(), names.of(rule)));
            rule.counts()
                    .forEach((name, count) -> lints.add(new ExpressionLint(
                            rule, "counts." + name + ".where", count.where(), names.ofEntries(count.register()))));
        }
        return lints;
    }

    /** A SELECT that parses these expressions and lists the nodes of their trees. It reads no table. */
    public static String sql(List<ExpressionLint> lints) {
        return SqlText.read(
                ExpressionLint.class,
                "parsed-expressions",
                Map.of(
                        "statements",
                        lints.stream()
                                .map(lint -> SqlText.literal(lint.statement()))
                                .collect(Collectors.joining(",\n"))));
    }

    /** @return everything that is not allowed, in the order of the expressions; empty where all are sound */
    public static List<Problem> problems(
            List<ExpressionLint> lints, List<String> columns, List<List<@Nullable Object>> rows) {
        Map<String, List<List<@Nullable Object>>> nodes = rows.stream()
                .collect(Collectors.groupingBy(row -> text(columns, row, "expression"), Collectors.toList()));
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < lints.size(); i++) {
            List<List<@Nullable Object>> parsed = nodes.get(String.valueOf(i + 1));
            problems.addAll(lints.get(i).problems(columns, Objects.requireNonNull(parsed, "each has a row")));
        }
        return problems;
    }

    private String statement() {
        // Names are quoted as the queries will do, so that a form may call a column "natural", which SQL keeps for
        // itself. The line break ends a comment, which would otherwise hide the bracket.
        return "select (" + new Expression(expression, names).rewritten(ExpressionLint::quoted) + "\n)";
    }

    private static String quoted(Operand operand) {
        return Stream.of(operand.name().split("\\.")).map(SqlText::name).collect(Collectors.joining("."));
    }

    private List<Problem> problems(List<String> columns, List<List<@Nullable Object>> rows) {
        Set<Text> refusals = new java.util.LinkedHashSet<>();
        Set<String> used = new TreeSet<>();
        for (List<@Nullable Object> row : rows) {
            String nodeClass = text(columns, row, "class");
            String name = text(columns, row, "name");
            if (nodeClass.equals("ERROR")) {
                refusals.add(WORDS.text("expression.not-valid", name));
            } else if (nodeClass.equals("COLUMN_REF")) {
                used.add(name.toLowerCase(Locale.ROOT));
            } else {
                AllowedSyntax.refusal(
                                nodeClass,
                                text(columns, row, "type"),
                                name,
                                text(columns, row, "plain").equals("true"))
                        .ifPresent(refusals::add);
            }
        }
        used.stream()
                .filter(name -> !names.containsKey(name))
                .map(this::unknown)
                .forEach(refusals::add);
        if (refusals.isEmpty() && !used.equals(written())) {
            refusals.add(WORDS.text("expression.odd-spelling"));
        }
        return refusals.stream().map(this::problem).toList();
    }

    /** The names that the queries will put columns for; where DuckDB sees others, an odd spelling has come between. */
    private Set<String> written() {
        return new Expression(expression, names)
                .operands().stream().map(Operand::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private Text unknown(String name) {
        String known = names.keySet().stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "))
                + (names.size() > NAMES_SHOWN ? ", …" : "");
        return WORDS.text("expression.unknown-name", name, known);
    }

    private Problem problem(Text refusal) {
        return new Problem(rule.file(), rule.line(), WORDS.text("expression.of-rule", rule.id(), part, refusal));
    }

    private static String text(List<String> columns, List<@Nullable Object> row, String column) {
        return Objects.toString(row.get(columns.indexOf(column)), "");
    }

    /**
     * What an expression of a job folder may be made of. Whatever is not listed is refused: DuckDB's expressions otherwise reach
     * files ({@code read_text}), the environment ({@code getenv}) and other tables (subqueries).
     */
    static final class AllowedSyntax {

        private static final Set<String> CLASSES =
                Set.of("STATEMENT", "COMPARISON", "CONJUNCTION", "CASE", "CAST", "BETWEEN", "CONSTANT", "COLUMN_REF");

        private static final Set<String> OPERATORS = Set.of(
                "COMPARE_IN",
                "COMPARE_NOT_IN",
                "OPERATOR_COALESCE",
                "OPERATOR_IS_NOT_NULL",
                "OPERATOR_IS_NULL",
                "OPERATOR_NOT",
                "OPERATOR_NULLIF",
                "OPERATOR_TRY");

        private static final Set<String> TYPES = Set.of(
                "BIGINT", "BOOLEAN", "DATE", "DECIMAL", "DOUBLE", "HUGEINT", "INT", "INTEGER", "NUMERIC", "TEXT",
                "VARCHAR");

        /** Of operators, {@code ~~} is LIKE and {@code ~~*} ILIKE; to_months and its like are what an INTERVAL is read to. */
        private static final Set<String> FUNCTIONS = Set.of(
                "+",
                "-",
                "*",
                "/",
                "//",
                "%",
                "||",
                "~~",
                "!~~",
                "~~*",
                "!~~*", //
                "abs",
                "ceil",
                "ceiling",
                "floor",
                "greatest",
                "if",
                "ifnull",
                "least",
                "nullif",
                "round",
                "sign",
                "trunc", //
                "date_diff",
                "date_part",
                "datediff",
                "day",
                "last_day",
                "make_date",
                "month",
                "quarter",
                "year", //
                "calendar_covers",
                "request_contradiction",
                "request_days_used",
                "request_last_day",
                "request_limit",
                "request_standing",
                "working_day_after",
                "working_days_between", //
                "to_days",
                "to_months",
                "to_weeks",
                "to_years", //
                "concat",
                "contains",
                "ends_with",
                "left",
                "length",
                "lower",
                "ltrim",
                "prefix",
                "regexp_full_match", //
                "regexp_matches",
                "replace",
                "right",
                "rtrim",
                "starts_with",
                "substring",
                "suffix",
                "trim",
                "upper");

        private AllowedSyntax() {}

        /**
         * What is wrong with one node of a parsed expression, if anything is.
         *
         * @param name of a function or type; empty for others
         * @param plain without schema, DISTINCT, FILTER or ORDER BY
         */
        static Optional<Text> refusal(String nodeClass, String type, String name, boolean plain) {
            boolean allowed =
                    switch (nodeClass) {
                        case "OPERATOR" -> OPERATORS.contains(type);
                        case "TYPE" -> plain && TYPES.contains(name.toUpperCase(Locale.ROOT));
                        case "FUNCTION" -> plain && FUNCTIONS.contains(name.toLowerCase(Locale.ROOT));
                        default -> CLASSES.contains(nodeClass);
                    };
            return allowed ? Optional.empty() : Optional.of(words(nodeClass, type, name, plain));
        }

        private static Text words(String nodeClass, String type, String name, boolean plain) {
            if (!plain) {
                return WORDS.text("expression.not-plain", name);
            }
            return switch (nodeClass) {
                case "FUNCTION" -> WORDS.text("expression.function", name);
                case "TYPE" -> WORDS.text("expression.type", name);
                case "SUBQUERY" -> WORDS.text("expression.subquery");
                case "WINDOW" -> WORDS.text("expression.window", name);
                case "OTHER" -> WORDS.text("expression.not-one");
                default -> WORDS.text("expression.not-allowed", type);
            };
        }
    }
}
