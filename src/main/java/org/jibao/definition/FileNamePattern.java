package org.jibao.definition;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How unit and period are read from a file's name and from the folders in which it lies.
 *
 * @param pattern a regular expression over the name without its ending, with the groups {@code unit} and
 *     {@code period}, either of which may be absent; of the kind whose search takes time in proportion to the name, as the
 *     pattern is one person's and the name another's
 * @param path the same over the whole path below the inbox without its ending, with {@code /}; or null
 * @param periodFromRun whether a return that says no period has the one with which it is collected
 */
public record FileNamePattern(Pattern pattern, @Nullable Pattern path, boolean periodFromRun) {

    /** One over the name alone. */
    public FileNamePattern(Pattern pattern) {
        this(pattern, null, false);
    }

    /** What a file's name says; either part may be null. */
    public record Parts(@Nullable String unit, @Nullable String period) {

        static final Parts NONE = new Parts(null, null);
    }

    public Parts read(String fileName) {
        return read(pattern, fileName);
    }

    /** What the path below the inbox says. */
    public Parts readPath(String inInbox) {
        return path == null ? Parts.NONE : read(path, inInbox);
    }

    private static Parts read(Pattern pattern, String name) {
        int dot = name.lastIndexOf('.');
        Matcher matcher = pattern.matcher(dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name);
        return matcher.find() ? new Parts(group(matcher, "unit"), group(matcher, "period")) : Parts.NONE;
    }

    /** Whether the name is one of those that the pattern describes. */
    public boolean fits(String fileName) {
        return !read(fileName).equals(Parts.NONE);
    }

    /** Whether the path is one of those that its pattern describes; where there is none, every path is. */
    public boolean fitsPath(String inInbox) {
        return path == null || !readPath(inInbox).equals(Parts.NONE);
    }

    private static @Nullable String group(Matcher matcher, String name) {
        return matcher.pattern().namedGroups().containsKey(name) ? matcher.group(name) : null;
    }
}
