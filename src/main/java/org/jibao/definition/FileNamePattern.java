package org.jibao.definition;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How unit and period are read from a file's name.
 *
 * @param pattern a regular expression over the name without its ending, with the groups {@code unit} and
 *     {@code period}, either of which may be absent; of the kind whose search takes time in proportion to the name, as the
 *     pattern is one person's and the name another's
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
        return matcher.pattern().namedGroups().containsKey(name) ? matcher.group(name) : null;
    }
}
