package org.jibao.definition.loading;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jibao.finding.Wording;

/** The SQL of a metric or a table: one SELECT, of which only the outermost form is looked at here. */
final class Select {

    private static final Wording WORDS = Wording.of(Select.class);

    private static final Pattern COMMENT =
            Pattern.compile("\\A(?:\\s++|--[^\\n]*+(?:\\n|\\z)|/\\*.*?\\*/)++", Pattern.DOTALL);
    private static final Pattern BEGIN =
            Pattern.compile("\\A(?:select|with)\\b.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private Select() {}

    /** The text without what ends it; the empty string where it is missing or no SELECT: then a problem says so. */
    static String read(JobFolder folder, String file) {
        Optional<String> text = folder.text(file);
        if (text.isEmpty()) {
            return "";
        }
        String statement = COMMENT.matcher(text.get()).replaceFirst("");
        if (!BEGIN.matcher(statement).matches()) {
            folder.source(file).report(1, WORDS.text("file.not-a-select"));
            return "";
        }
        return withoutEnd(text.get());
    }

    /** Without blanks and semicolons at its end. */
    private static String withoutEnd(String text) {
        int end = text.length();
        while (end > 0 && " \t\n\u000B\f\r;".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }
}
