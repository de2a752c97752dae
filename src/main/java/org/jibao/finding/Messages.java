package org.jibao.finding;

import java.util.EnumMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts findings into words. Built-in codes have theirs in the bundle {@code org/jibao/finding/findings}; a rule's finding
 * brings its own. Either is a template with named placeholders such as <code>{raw}</code>; a placeholder without an
 * argument is left standing, so that the mistake can be seen.
 *
 * <p>An argument {@code x} is shown in English as {@code x.en} where the finding has that too, else by the bundle's
 * {@code word.x.<value>} where there is one, else as it is, on one line and cut at 400 characters. What a cell holds is
 * never taken for a template; the bundle's own words may name other arguments.
 *
 * <p>A cure that holds for one value of a code's first argument only stands under {@code word.cure.<code>.<value>}.
 */
public final class Messages {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)\\}");
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+");
    private static final int LONGEST = 400;
    private static final Map<Language, ResourceBundle> BUNDLES = bundles();

    private Messages() {}

    private static Map<Language, ResourceBundle> bundles() {
        Map<Language, ResourceBundle> bundles = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            // No fallback to the machine's own language: English is the bundle without a suffix.
            Control control = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
            bundles.put(language, ResourceBundle.getBundle("org.jibao.finding.findings", language.locale(), control));
        }
        return bundles;
    }

    /** What happened and why. */
    public static String render(Finding finding, Language language) {
        return fill(template(finding.message(), finding.code(), language), finding, language);
    }

    /** What to do next. */
    public static String cure(Finding finding, Language language) {
        return fill(template(finding.cure(), cureKey(finding), language), finding, language);
    }

    private static String cureKey(Finding finding) {
        String first = finding.arguments().values().stream().findFirst().orElse("");
        String special = "word.cure." + finding.code() + "." + first;
        return bundle(Language.EN).containsKey(special) ? special : finding.code() + ".cure";
    }

    private static String template(@Nullable Text own, String key, Language language) {
        return own != null ? own.in(language) : bundle(language).getString(key);
    }

    static ResourceBundle bundle(Language language) {
        return java.util.Objects.requireNonNull(BUNDLES.get(language));
    }

    private static String fill(String template, Finding finding, Language language) {
        Matcher matcher = PLACEHOLDER.matcher(template);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String shown = argument(matcher.group(1), finding.arguments(), language);
            matcher.appendReplacement(text, Matcher.quoteReplacement(shown == null ? matcher.group() : shown));
        }
        return matcher.appendTail(text).toString();
    }

    private static @Nullable String argument(String name, Map<String, String> arguments, Language language) {
        String english = arguments.get(name + ".en");
        if (language == Language.EN && english != null) {
            return oneLine(english);
        }
        String value = arguments.get(name);
        if (value == null) {
            return null;
        }
        String word = "word." + name + "." + value;
        return bundle(language).containsKey(word)
                ? plainly(bundle(language).getString(word), arguments)
                : oneLine(value);
    }

    /** A word of the bundle with the arguments that it names, as they are. */
    private static String plainly(String word, Map<String, String> arguments) {
        return PLACEHOLDER.matcher(word).replaceAll(place -> {
            String value = arguments.get(place.group(1));
            return Matcher.quoteReplacement(value == null ? place.group() : oneLine(value));
        });
    }

    private static String oneLine(String value) {
        String line = BREAKS.matcher(value).replaceAll(" ").strip();
        if (line.isEmpty()) {
            return "—";
        }
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
