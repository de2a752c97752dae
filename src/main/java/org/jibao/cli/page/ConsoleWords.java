package org.jibao.cli.page;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.guard.VisibleText;
import picocli.CommandLine;

/** The command line's words, in both languages: bundle {@code org/jibao/cli/page/words}. */
public final class ConsoleWords {

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ConsoleWords() {}

    /** The bundle of a language: Chinese has its own file, English is the root. */
    static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle(
                "org.jibao.cli.page.words", language == Language.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT, EXACT);
    }

    /** Puts the words into the help of a command and all its subcommands. */
    public static void apply(CommandLine line, Language language) {
        ResourceBundle words = bundle(language);
        line.setResourceBundle(words);
        line.getSubcommands().values().forEach(sub -> sub.setResourceBundle(words));
    }

    static String say(Language language, String key, Object... values) {
        Object[] shown =
                Arrays.stream(values).map(value -> shown(language, value)).toArray();
        return new MessageFormat(bundle(language).getString(key), Locale.ROOT).format(shown);
    }

    /** Numbers are formatted by the words; anything else may hold what a file, a server or a person wrote. */
    private static Object shown(Language language, Object value) {
        if (value instanceof Number) {
            return value;
        }
        return value instanceof Text text
                ? VisibleText.lines(text.in(language))
                : VisibleText.line(String.valueOf(value));
    }
}
