package org.jibao.checking;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jibao.finding.Text;

/**
 * What an expression of a job folder may be made of. Whatever is not listed is refused: DuckDB's expressions otherwise reach
 * files ({@code read_text}), the environment ({@code getenv}) and other tables (subqueries).
 */
final class AllowedSyntax {

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
            return new Text(
                    "%s 请写成“%s(…)”：前面不带点，里面不带 distinct、filter、order by".formatted(name, name),
                    "write %s(…) plainly: no dot before it, no distinct, filter or order by in it".formatted(name));
        }
        return switch (nodeClass) {
            case "FUNCTION" ->
                new Text(
                        "不能用函数 %s；可用算术、比较、case、coalesce 和 abs、round、greatest、least、nullif 等函数".formatted(name),
                        "the function %s is not allowed; use arithmetic, comparison, case, coalesce and functions such as abs, round, greatest, least, nullif"
                                .formatted(name));
            case "TYPE" -> new Text("不能转换为 %s 类型".formatted(name), "a cast to %s is not allowed".formatted(name));
            case "SUBQUERY" ->
                new Text("不能用子查询；规则只能用本表的数", "a subquery is not allowed; a rule uses the return's own figures");
            case "WINDOW" ->
                new Text("不能用窗口函数 %s".formatted(name), "the window function %s is not allowed".formatted(name));
            case "OTHER" -> new Text("只能写一个表达式", "it must be one expression and nothing else");
            default -> new Text("不能用 %s".formatted(type), "%s is not allowed".formatted(type));
        };
    }
}
