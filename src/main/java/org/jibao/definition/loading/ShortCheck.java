package org.jibao.definition.loading;

import java.util.List;
import java.util.stream.Collectors;
import org.jibao.definition.RuleDefinition.Scope;
import org.jibao.definition.loading.CheckNames.Kind;
import org.jibao.definition.loading.CheckNames.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A short check whose names are looked up, as what it becomes: a rule of the general form.
 *
 * @param only the one row or column where every name is a cell of it; empty otherwise
 * @param each where a star stands in its first name
 */
record ShortCheck(
        ShortCheckKind kind,
        Scope scope,
        String form,
        List<String> only,
        Star each,
        List<Part> left,
        List<Part> right) {

    /** More names than this are counted in a made id. */
    private static final int MOST_NAMED = 3;

    /** Where the star of {@code form.*.column} or {@code form.row.*} stands. */
    enum Star {
        NONE,
        ROW,
        COLUMN
    }

    /**
     * One summand.
     *
     * @param number null for a name
     * @param reading null for a number
     */
    record Part(
            boolean minus,
            @Nullable String number,
            @Nullable Reading reading) {

        /** In an expression of the scope. */
        private String name(Scope scope) {
            if (reading == null) {
                return String.valueOf(number);
            }
            return switch (scope) {
                case COLUMN -> reading.row();
                case ROW -> reading.kind() == Kind.FIGURE ? reading.row() : reading.column();
                default ->
                    reading.kind() == Kind.FIGURE
                            ? reading.row()
                            : reading.form() + "." + reading.row() + "." + reading.column();
            };
        }

        private String idPart(String between) {
            return reading == null
                            || reading.row().isEmpty()
                            || reading.column().isEmpty()
                    ? name(reading == null || reading.column().isEmpty() ? Scope.COLUMN : Scope.ROW)
                    : reading.row() + between + reading.column();
        }
    }

    String leftExpression() {
        return expression(left, "");
    }

    String rightExpression() {
        return expression(right, kind == ShortCheckKind.CARRIED ? "previous." : "");
    }

    private String expression(List<Part> parts, String prefix) {
        StringBuilder sum = new StringBuilder();
        for (Part part : parts) {
            String sign = part.minus() ? "- " : sum.isEmpty() ? "" : "+ ";
            boolean looksBack = part.reading() != null && part.reading().kind() != Kind.FIGURE;
            sum.append(sum.isEmpty() ? "" : " ").append(sign).append(looksBack ? prefix : "");
            sum.append(part.name(scope));
        }
        return sum.toString();
    }

    /** Made from what is written alone, so that it stays when the file or the form changes around it. */
    String madeId() {
        String names = named(left);
        String others = kind == ShortCheckKind.AT_MOST ? named(right) : "";
        String between = names.isEmpty() || others.isEmpty() ? "" : ".";
        return form + "." + kind.word() + (each == Star.ROW ? ".each." : ".") + names + between + others
                + (each == Star.COLUMN ? ".each" : "");
    }

    private static String named(List<Part> parts) {
        List<Part> names = parts.stream().filter(part -> part.reading() != null).toList();
        if (names.size() == 1) {
            return names.get(0).idPart(".");
        }
        int shown = names.size() > MOST_NAMED ? MOST_NAMED - 1 : names.size();
        String more = names.size() > shown ? "_and_" + (names.size() - shown) + "_more" : "";
        return names.stream().limit(shown).map(part -> part.idPart("_")).collect(Collectors.joining("_and_")) + more;
    }
}
