package org.jibao.definition.loading;

import java.util.List;
import java.util.regex.Pattern;

/** The keys that the source of a reader names. */
final class ReaderKeys {

    private static final Pattern KEY = Pattern.compile("\\.(?:need|get|has|ifGiven|id)\\(\\s*\"([a-z_-]+)\"[,)]");

    private ReaderKeys() {}

    static List<String> in(String source) {
        return KEY.matcher(source).results().map(key -> key.group(1)).toList();
    }
}
