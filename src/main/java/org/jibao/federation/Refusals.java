package org.jibao.federation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jibao.federation.PackageCheck.Refusal;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.guard.VisibleText;

/** What speaks against a package, in the order in which it was found. */
final class Refusals {

    private static final Wording WORDS = Wording.of(Refusals.class);

    /** Names that one message shows. */
    private static final int SHOWN = 5;

    /** Characters of such a name. */
    private static final int LONGEST = 60;

    private final List<Refusal> all = new ArrayList<>();

    void add(String code, Text text) {
        all.add(new Refusal(code, text));
    }

    boolean none() {
        return all.isEmpty();
    }

    List<Refusal> all() {
        return List.copyOf(all);
    }

    /** Names that a stranger gave, as they may be shown. */
    static Text shown(Collection<String> names) {
        String some = names.stream().limit(SHOWN).map(Refusals::shown).collect(Collectors.joining(", "));
        return names.size() <= SHOWN ? Text.same(some) : WORDS.text("check.and-more", some, names.size() - SHOWN);
    }

    static String shown(String name) {
        String line = VisibleText.line(name);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
