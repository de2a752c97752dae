package org.jibao.definition;

import java.util.List;

/**
 * How a form's sheet is found: by name, then by an alias, then by the words that it must contain.
 *
 * @param name the name in the template
 * @param aliases other names under which it is known
 */
public record SheetNames(String name, List<String> aliases) {

    public SheetNames {
        aliases = List.copyOf(aliases);
    }
}
