package org.jibao.definition;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How unit and period are read from a file's name.
 *
 * @param pattern a regular expression over the name without its ending, with the groups {@code unit} and
 *     {@code period}, either of which may be absent
 */
public record FileNamePattern(Pattern pattern) {

    /** What a file's name says; either part may be null. */
    public record Parts(@Nullable String unit, @Nullable String period) {}

    public Parts read(String fileName) {
        int dot = fileName.lastIndexOf('.');
        Matcher matcher = pattern.matcher(dot > 0 ? fileName.substring(0, dot) : fileName);
        if (!matcher.find()) {
            return new Parts(null, null);
        }
        return new Parts(group(matcher, "unit"), group(matcher, "period"));
    }

    private static @Nullable String group(Matcher matcher, String name) {
        return matcher.pattern().pattern().contains("(?<" + name + ">") ? matcher.group(name) : null;
    }
}
