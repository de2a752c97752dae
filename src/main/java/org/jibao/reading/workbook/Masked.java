package org.jibao.reading.workbook;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jibao.finding.Finding;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.guard.PersonalNumbers;
import org.jspecify.annotations.Nullable;

/**
 * Findings without what must not be quoted: a telephone or identity number is replaced by its kind, wherever it was typed. Every
 * finding of a file passes here.
 */
public final class Masked {

    private static final Wording WORDS = Wording.of(Masked.class);
    private static final Map<String, String> KINDS = Map.of(
            "identity-number", "masked.identity-number",
            "phone-number", "masked.phone-number");

    /** Longer ones are read as no figure. */
    private static final int LONGEST_FIGURE = 14;

    private Masked() {}

    /**
     * Whether what a cell shows is a figure and no text: it was read as a number, or is one that its form does not take, being
     * negative or no whole number.
     */
    public static boolean isFigure(String raw, @Nullable BigDecimal number) {
        if (number != null) {
            return true;
        }
        boolean negative = raw.startsWith("-");
        int point = raw.indexOf('.');
        String whole = raw.substring(negative ? 1 : 0, point < 0 ? raw.length() : point);
        String decimals = point < 0 ? "" : raw.substring(point + 1);
        return (negative || !decimals.isEmpty())
                && !whole.isEmpty()
                && whole.length() <= LONGEST_FIGURE
                && (whole + decimals).chars().allMatch(sign -> sign >= '0' && sign <= '9');
    }

    /** The same finding, where it quotes no such number. */
    public static Finding of(Finding finding) {
        return masked(finding, Masked::kind);
    }

    /** The same for one that quotes a figure, and says what was made of it. */
    static Finding ofFigure(Finding finding) {
        return masked(finding, text -> text.equals(finding.value()) || isFigure(text + ".0", null) ? null : kind(text));
    }

    private static Finding masked(Finding finding, Function<String, @Nullable Text> kinds) {
        String value = finding.value();
        String sheet = finding.place().sheet();
        String maskedSheet = sheet == null ? null : PersonalNumbers.masked(sheet);
        boolean quotes = !Objects.equals(sheet, maskedSheet)
                || kind(finding.subject()) != null
                || value != null && kinds.apply(value) != null
                || finding.arguments().values().stream().anyMatch(argument -> kinds.apply(argument) != null);
        if (!quotes) {
            return finding;
        }
        return new Finding(
                finding.code(),
                finding.severity(),
                new Place(maskedSheet, finding.place().cell()),
                PersonalNumbers.masked(finding.subject()),
                value == null || kinds.apply(value) == null ? value : PersonalNumbers.MASK,
                arguments(finding, kinds),
                finding.message(),
                finding.cure());
    }

    private static Map<String, String> arguments(Finding finding, Function<String, @Nullable Text> kinds) {
        Map<String, String> arguments = new LinkedHashMap<>();
        Map<String, String> english = new LinkedHashMap<>();
        finding.arguments().forEach((name, argument) -> {
            Text kind = kinds.apply(argument);
            boolean translated = name.endsWith(".en");
            arguments.put(name, kind == null ? argument : translated ? kind.en() : kind.zh());
            if (kind != null && !translated) {
                english.put(name + ".en", kind.en());
            }
        });
        english.forEach(arguments::putIfAbsent);
        return arguments;
    }

    private static @Nullable Text kind(String text) {
        String kind = PersonalNumbers.kindIn(text);
        String key = kind == null ? null : KINDS.get(kind);
        return key == null ? null : WORDS.text(key);
    }
}
