package org.jibao.definition.loading;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes an id from a label: {@code Answered in time} becomes {@code answered_in_time}. */
public final class LabelId {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_IN_IDS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    /** Words that DuckDB takes for no column's name unless they stand in quotes: {@code duckdb_keywords()}, reserved. */
    private static final Set<String> RESERVED = Set.of(("all analyse analyze and any array as asc asymmetric both case"
                    + " cast check collate column constraint create default deferrable desc describe distinct do else end"
                    + " except false fetch for foreign from group having in initially intersect into lambda lateral leading"
                    + " limit not null offset on only or order pivot placing primary qualify references returning select"
                    + " show some summarize symmetric table then to trailing true union unique unpivot using variadic"
                    + " when where window with")
            .split(" "));

    private LabelId() {}

    /** Empty where the label has letters, but no Latin ones. */
    public static String of(String label) {
        String plain = ACCENTS.matcher(Normalizer.normalize(label, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String id = withoutEdges(NOT_IN_IDS.matcher(plain).replaceAll("_"));
        boolean latin = id.chars().anyMatch(character -> character >= 'a');
        if (id.isEmpty() || !latin && LETTER.matcher(plain).find()) {
            return "";
        }
        String named = Character.isDigit(id.charAt(0)) ? "n" + id : id;
        return RESERVED.contains(named) ? named + "_" : named;
    }

    /** Without the one underscore that may stand at either end. */
    private static String withoutEdges(String id) {
        String begun = id.startsWith("_") ? id.substring(1) : id;
        return begun.endsWith("_") ? begun.substring(0, begun.length() - 1) : begun;
    }
}
