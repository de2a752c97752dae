package org.jibao.checking;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jibao.support.Json;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * An expression of a rule as DuckDB's parser sees it, taken as a sum of cells: {@code + - *}, brackets, numbers,
 * {@code coalesce}, and {@code case} where its conditions compare what is known. All else comes to
 * {@link LinearForm#UNKNOWN}, division too, as the engine divides in floating point.
 */
final class ExpressionTree {

    /** An engine's decimal without a fraction of a binary kind. */
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,10})?");

    private final Map<?, ?> root;

    private ExpressionTree(Map<?, ?> root) {
        this.root = root;
    }

    /** The text that {@code json_serialize_sql} is to parse. Names are quoted, as the queries do. */
    static String statement(String expression, Map<String, Operand> names) {
        return "select (" + new Expression(expression, names).rewritten(ExpressionTree::quoted) + "\n)";
    }

    private static String quoted(Operand operand) {
        return Stream.of(operand.name().split("\\.")).map(SqlText::name).collect(Collectors.joining("."));
    }

    /** Empty where the text is not one parsed statement. */
    static Optional<ExpressionTree> of(@Nullable String json) {
        try {
            Object statement = first(Json.object(Objects.toString(json, "")).get("statements"));
            Object node = statement instanceof Map<?, ?> one ? one.get("node") : null;
            Object selected = node instanceof Map<?, ?> one ? first(one.get("select_list")) : null;
            return selected instanceof Map<?, ?> root ? Optional.of(new ExpressionTree(root)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Object first(@Nullable Object list) {
        return list instanceof List<?> some && !some.isEmpty() ? some.get(0) : null;
    }

    /** @param operands what a name stands for */
    LinearForm value(Function<String, LinearForm> operands) {
        return new Walk(operands).value(root);
    }

    /** One walk through the tree. */
    private record Walk(Function<String, LinearForm> operands) {

        LinearForm value(@Nullable Object place) {
            if (!(place instanceof Map<?, ?> node)) {
                return LinearForm.UNKNOWN;
            }
            return switch (text(node, "class")) {
                case "CONSTANT" -> constant(node);
                case "COLUMN_REF" -> operands.apply(name(node));
                case "FUNCTION" -> function(text(node, "function_name").toLowerCase(Locale.ROOT), arguments(node));
                case "OPERATOR" -> operator(text(node, "type"), children(node));
                case "CASE" -> choice(node);
                case "COMPARISON" -> compared(text(node, "type"), value(node.get("left")), value(node.get("right")));
                case "CONJUNCTION" -> conjunction(text(node, "type").equals("CONJUNCTION_AND"), children(node));
                default -> LinearForm.UNKNOWN;
            };
        }

        private static LinearForm constant(Map<?, ?> node) {
            String literal = node.get("literal") instanceof Map<?, ?> one ? text(one, "text") : "";
            return PLAIN.matcher(literal).matches() ? LinearForm.of(new BigDecimal(literal)) : LinearForm.UNKNOWN;
        }

        private static String name(Map<?, ?> node) {
            return node.get("column_names") instanceof List<?> names
                    ? names.stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining("."))
                            .toLowerCase(Locale.ROOT)
                    : "";
        }

        private LinearForm function(String name, List<LinearForm> arguments) {
            LinearForm one = arguments.isEmpty() ? LinearForm.UNKNOWN : arguments.get(0);
            if (arguments.size() == 1) {
                return switch (name) {
                    case "+" -> one;
                    case "-" -> LinearForm.FALSE.minus(one);
                    default -> LinearForm.UNKNOWN;
                };
            }
            if (arguments.size() != 2) {
                return LinearForm.UNKNOWN;
            }
            return switch (name) {
                case "+" -> one.plus(arguments.get(1));
                case "-" -> one.minus(arguments.get(1));
                case "*" -> one.times(arguments.get(1));
                case "ifnull" -> coalesced(arguments);
                default -> LinearForm.UNKNOWN;
            };
        }

        private static LinearForm operator(String type, List<LinearForm> children) {
            LinearForm one = children.isEmpty() ? LinearForm.UNKNOWN : children.get(0);
            return switch (type) {
                case "OPERATOR_COALESCE" -> coalesced(children);
                case "OPERATOR_NOT" -> one.only().isPresent() ? LinearForm.truth(one.isFalse()) : one;
                case "OPERATOR_IS_NULL" -> one.sum() || one.missing() ? LinearForm.truth(one.missing()) : one;
                case "OPERATOR_IS_NOT_NULL" -> one.sum() || one.missing() ? LinearForm.truth(one.sum()) : one;
                default -> LinearForm.UNKNOWN;
            };
        }

        private static LinearForm coalesced(List<LinearForm> values) {
            return values.stream().filter(value -> !value.missing()).findFirst().orElse(LinearForm.MISSING);
        }

        private LinearForm choice(Map<?, ?> node) {
            for (Object check : list(node.get("case_checks"))) {
                Map<?, ?> one = (Map<?, ?>) check;
                LinearForm condition = value(one.get("when_expr"));
                if (condition.isTrue()) {
                    return value(one.get("then_expr"));
                }
                if (!condition.isFalse() && !condition.missing()) {
                    return LinearForm.UNKNOWN;
                }
            }
            return value(node.get("else_expr"));
        }

        private static LinearForm compared(String type, LinearForm left, LinearForm right) {
            Optional<BigDecimal> difference = left.minus(right).only();
            if (difference.isEmpty()) {
                return left.minus(right).missing() ? LinearForm.MISSING : LinearForm.UNKNOWN;
            }
            int sign = difference.get().signum();
            return switch (type) {
                case "COMPARE_EQUAL" -> LinearForm.truth(sign == 0);
                case "COMPARE_NOTEQUAL" -> LinearForm.truth(sign != 0);
                case "COMPARE_LESSTHAN" -> LinearForm.truth(sign < 0);
                case "COMPARE_LESSTHANOREQUALTO" -> LinearForm.truth(sign <= 0);
                case "COMPARE_GREATERTHAN" -> LinearForm.truth(sign > 0);
                case "COMPARE_GREATERTHANOREQUALTO" -> LinearForm.truth(sign >= 0);
                default -> LinearForm.UNKNOWN;
            };
        }

        private static LinearForm conjunction(boolean and, List<LinearForm> children) {
            if (children.stream().anyMatch(and ? LinearForm::isFalse : LinearForm::isTrue)) {
                return LinearForm.truth(!and);
            }
            if (children.stream().allMatch(and ? LinearForm::isTrue : LinearForm::isFalse)) {
                return LinearForm.truth(and);
            }
            boolean known = children.stream().allMatch(child -> child.only().isPresent() || child.missing());
            return known ? LinearForm.MISSING : LinearForm.UNKNOWN;
        }

        private List<LinearForm> arguments(Map<?, ?> node) {
            List<LinearForm> values = new ArrayList<>();
            for (Object argument : list(node.get("arguments"))) {
                values.add(value(argument instanceof Map<?, ?> one ? one.get("expression") : null));
            }
            return values;
        }

        private List<LinearForm> children(Map<?, ?> node) {
            List<LinearForm> values = new ArrayList<>();
            for (Object child : list(node.get("children"))) {
                values.add(value(child));
            }
            return values;
        }

        private static List<?> list(@Nullable Object list) {
            return list instanceof List<?> some ? some : List.of();
        }

        private static String text(Map<?, ?> node, String key) {
            return Objects.toString(node.get(key), "");
        }
    }
}
