package org.jibao.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jibao.finding.Language;
import org.jibao.finding.Text;

/** Writes what a definition file holds, as short as people write it. */
final class Yaml {

    private static final int WIDE = 100;
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}（《“][^,\\[\\]{}#:：&*!?|>'\"%@`\\\\\\p{Cntrl}]*");
    private static final List<String> RESERVED =
            List.of("true", "false", "yes", "no", "null", "on", "off", "y", "n", "~");

    private final StringBuilder text = new StringBuilder();
    private final Language language;

    Yaml(Language language, String schema) {
        this.language = language;
        text.append("# yaml-language-server: $schema=").append(schema).append('\n');
    }

    Yaml line(String line) {
        text.append(line).append('\n');
        return this;
    }

    Yaml line(String line, List<Text> doubts) {
        return line(line + comment(doubts));
    }

    Yaml pair(String key, String value) {
        return line(key + ": " + scalar(value));
    }

    /** Words behind a line. */
    String comment(List<Text> doubts) {
        return doubts.isEmpty()
                ? ""
                : "   # "
                        + doubts.stream()
                                .map(doubt -> doubt.in(language).replaceAll("\\s+", " "))
                                .collect(Collectors.joining("; "));
    }

    Yaml note(Text text) {
        return line("# " + text.in(language).replaceAll("\\s+", " "));
    }

    /** A list on one line where it fits and nothing is to be said about its items. */
    Yaml list(String key, List<String> items, List<List<Text>> doubts) {
        String flow = key + ": [" + String.join(", ", items) + "]";
        boolean simple = items.stream().noneMatch(item -> item.startsWith("{"));
        if (simple && flow.length() <= WIDE && doubts.stream().allMatch(List::isEmpty)) {
            return line(flow);
        }
        line(key + ":");
        for (int i = 0; i < items.size(); i++) {
            line("  - " + items.get(i), doubts.get(i));
        }
        return this;
    }

    static String flow(List<String> items) {
        return "[" + String.join(", ", items) + "]";
    }

    static String words(List<String> items) {
        List<String> scalars = new ArrayList<>();
        items.forEach(item -> scalars.add(scalar(item)));
        return flow(scalars);
    }

    /** Plain where YAML takes it for the same words, else in quotes. */
    static String scalar(String words) {
        boolean plain = PLAIN.matcher(words).matches()
                && !RESERVED.contains(words.toLowerCase(java.util.Locale.ROOT))
                && words.equals(words.strip());
        return plain ? words : quoted(words);
    }

    private static String quoted(String words) {
        StringBuilder quoted = new StringBuilder("\"");
        words.codePoints().forEach(sign -> {
            if (sign == '"' || sign == '\\') {
                quoted.append('\\').appendCodePoint(sign);
            } else if (Character.isISOControl(sign)
                    || !Character.isDefined(sign)
                    || Character.getType(sign) == Character.SURROGATE) {
                quoted.append(' ');
            } else {
                quoted.appendCodePoint(sign);
            }
        });
        return quoted.append('"').toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
