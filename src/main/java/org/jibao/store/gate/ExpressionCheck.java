package org.jibao.store.gate;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/** One expression of a statement, without what stands in it. */
final class ExpressionCheck {

    private static final Wording WORDS = Wording.of(ExpressionCheck.class);
    private static final Set<String> CLASSES = Set.of(
            "BETWEEN",
            "CASE",
            "CAST",
            "COLLATE",
            "COLUMN_REF",
            "COMPARISON",
            "CONJUNCTION",
            "CONSTANT",
            "FUNCTION",
            "LAMBDA",
            "OPERATOR",
            "POSITIONAL_REFERENCE",
            "STAR",
            "SUBQUERY",
            "TYPE",
            "WINDOW");

    /** Names that stand for a function where no column is called so. */
    static final Set<String> CLOCKS = Set.of(
            "current_catalog",
            "current_date",
            "current_role",
            "current_schema",
            "current_time",
            "current_timestamp",
            "current_user",
            "localtime",
            "localtimestamp",
            "session_user",
            "user");

    private static final Set<String> SERIES = Set.of("range", "generate_series");

    private static final Set<String> FORMATS = Set.of("format", "printf");

    /** A width or a precision of four digits and more, or one that an argument gives. */
    private static final Pattern WIDE = Pattern.compile("\\{[^{}]*(?:[0-9]{4}|\\{)|%[-+ #0-9.']*(?:[0-9]{4}|\\*)");

    /** By which a series stays short, however far apart its ends are. */
    private static final Set<String> LONG_STEPS =
            Set.of("to_months", "to_quarters", "to_years", "to_decades", "to_centuries", "to_millennia");

    private final Consumer<Text> refuse;

    ExpressionCheck(Consumer<Text> refuse) {
        this.refuse = refuse;
    }

    void check(Tree expression) {
        String kind = expression.text("class");
        switch (kind) {
            case "FUNCTION", "WINDOW" -> function(expression);
            case "TYPE" -> type(expression);
            case "COLUMN_REF" -> column(expression.list("column_names"));
            case "PARAMETER" -> refuse.accept(WORDS.text("gate.parameter"));
            default -> {
                if (!CLASSES.contains(kind)) {
                    refuse.accept(WORDS.text("gate.syntax", kind));
                }
            }
        }
    }

    private void function(Tree call) {
        List<String> path = call.path();
        String name = path.isEmpty() ? call.text("function_name") : path.get(path.size() - 1);
        String lower = name.toLowerCase(Locale.ROOT);
        if (SERIES.contains(lower)) {
            if (!isShort(call)) {
                refuse.accept(WORDS.text("gate.series", lower));
            }
        } else if (!AllowedFunctions.hasValue(lower)) {
            refuse.accept(WORDS.text("gate.function", String.join(".", path)));
        } else if (FORMATS.contains(lower) && !isNarrow(call, path)) {
            refuse.accept(WORDS.text("gate.width", lower));
        }
        if (call.flag("export_state")) {
            refuse.accept(WORDS.text("gate.syntax", "EXPORT_STATE"));
        }
    }

    /** Such as {@code generate_series(a, b, INTERVAL 1 MONTH)}. */
    private static boolean isShort(Tree call) {
        List<?> arguments = call.list("arguments");
        if (arguments.size() != 3) {
            return false;
        }
        Tree step = argument(arguments.get(2));
        return step.text("class").equals("FUNCTION") && LONG_STEPS.contains(step.text("function_name"));
    }

    private static boolean isNarrow(Tree call, List<String> path) {
        List<?> arguments = call.list("arguments");
        if (path.size() != 1 || arguments.isEmpty()) {
            return false;
        }
        Tree format = argument(arguments.get(0)).at("literal");
        return format.text("kind").equals("STRING")
                && !WIDE.matcher(format.text("text")).find();
    }

    private static Tree argument(Object argument) {
        return Tree.of(argument).at("expression");
    }

    private void type(Tree type) {
        String name = type.text("type_name");
        if (type.path().size() != 1 || !AllowedFunctions.hasType(name)) {
            refuse.accept(WORDS.text("gate.type", String.join(".", type.path())));
        }
    }

    private void column(List<?> names) {
        if (names.size() == 1 && CLOCKS.contains(String.valueOf(names.get(0)).toLowerCase(Locale.ROOT))) {
            refuse.accept(WORDS.text("gate.clock", String.valueOf(names.get(0))));
        }
    }
}
