package org.jibao.guard;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives every file of one folder a name of its own, on every file system. Used by one thread. */
public final class NamesInFolder {

    /** What is put behind the last of many files of one name. */
    private static final String MOST = "-99999";

    private final List<String> endings;
    private final String longest;
    private final Set<String> taken = new HashSet<>();

    /** @param endings any of which a name may get; all of them are claimed with it */
    public NamesInFolder(List<String> endings) {
        this.endings = List.copyOf(endings);
        this.longest = endings.stream()
                .max(Comparator.comparing(ending -> ending.getBytes(StandardCharsets.UTF_8).length))
                .orElse("");
    }

    /**
     * Claims a name that none has yet.
     *
     * @param words what the file is called
     * @param further the same with what tells it from another of that name
     * @param mark likewise, short, for one that must be cut
     * @return without its ending
     */
    public String claim(String words, String further, String mark) {
        String name = SafeFileName.stem(words, longest + MOST, mark);
        if (!isFree(name)) {
            name = SafeFileName.stem(further, longest + MOST, mark);
        }
        String told = name;
        for (int number = 2; !isFree(name); number++) {
            name = told + "-" + number;
        }
        for (String ending : endings) {
            taken.add(SafeFileName.key(name + ending));
        }
        return name;
    }

    private boolean isFree(String name) {
        return endings.stream().noneMatch(ending -> taken.contains(SafeFileName.key(name + ending)));
    }
}
