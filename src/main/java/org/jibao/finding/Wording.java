package org.jibao.finding;

import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts for people that one package says, in every language: the bundle {@code texts} beside its classes. Places are
 * <code>{0}</code>, <code>{1}</code> and so on; a language may use a value twice or not at all. Thread-safe.
 */
public final class Wording {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");
    private static final Map<String, Wording> BY_PACKAGE = new ConcurrentHashMap<>();

    private final String name;
    private final ClassLoader loader;
    private final Map<Language, ResourceBundle> bundles = new ConcurrentHashMap<>();

    private Wording(Class<?> owner) {
        name = owner.getPackageName() + ".texts";
        loader = owner.getClassLoader();
    }

    /** The texts of the owner's package. */
    public static Wording of(Class<?> owner) {
        return BY_PACKAGE.computeIfAbsent(owner.getPackageName(), name -> new Wording(owner));
    }

    /**
     * A text with its values.
     *
     * @param values a {@link Text} is put in in its own language, anything else as {@link String#valueOf(Object)}; what a value
     *     holds is never taken for a place
     * @throws java.util.MissingResourceException if the bundle has no such key
     * @throws IndexOutOfBoundsException if a place has no value
     */
    public Text text(String key, Object... values) {
        return new Text(in(Language.ZH, key, values), in(Language.EN, key, values));
    }

    private String in(Language language, String key, Object[] values) {
        String template = bundles.computeIfAbsent(language, this::bundle).getString(key);
        return PLACE.matcher(template)
                .replaceAll(
                        place -> Matcher.quoteReplacement(shown(language, values[Integer.parseInt(place.group(1))])));
    }

    /** Read when the first text is asked for: most runs ask for few packages' texts. */
    private ResourceBundle bundle(Language language) {
        // No fallback to the machine's own language: English is the bundle without a suffix.
        return ResourceBundle.getBundle(
                name, language.locale(), loader, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    private static String shown(Language language, Object value) {
        return value instanceof Text text ? text.in(language) : String.valueOf(value);
    }
}
