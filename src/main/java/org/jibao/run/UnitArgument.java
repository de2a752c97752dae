package org.jibao.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jibao.definition.Roster;
import org.jibao.definition.Unit;
import org.jibao.finding.Text;

/** The unit that a command names by code, name or alias. */
public final class UnitArgument {

    private UnitArgument() {}

    /**
     * The one that is meant.
     *
     * @throws UnusableArgument where the word names none, naming the nearest, or several, naming each
     */
    public static Unit of(Roster roster, String word) {
        return find(roster, word).orElseThrow(() -> unknown(roster, word));
    }

    /**
     * Likewise; empty where the word names none.
     *
     * @throws UnusableArgument where it names several
     */
    public static Optional<Unit> find(Roster roster, String word) {
        List<Unit> units = roster.find(word);
        if (units.size() > 1) {
            String all =
                    units.stream().map(unit -> unit.code() + " " + unit.name()).collect(Collectors.joining("、"));
            throw new UnusableArgument(new Text(
                    "“%s”不止一个单位：%s。请写代码".formatted(word, all),
                    "\"%s\" names more than one unit: %s. Give the code".formatted(word, all)));
        }
        return units.stream().findFirst();
    }

    private static UnusableArgument unknown(Roster roster, String word) {
        Text meant = meant(roster, word);
        return new UnusableArgument(new Text(
                "名单里没有单位“%s”%s".formatted(word, meant.zh()),
                "there is no unit \"%s\" on the roster%s".formatted(word, meant.en())));
    }

    /** What may have been meant, as the end of a sentence. */
    public static Text meant(Roster roster, String word) {
        return roster.nearest(word)
                .map(name -> new Text("；最接近的是“%s”".formatted(name), "; the nearest is \"%s\"".formatted(name)))
                .orElseGet(() -> new Text("；请写代码、名称或别名", "; give a code, a name or an alias"));
    }
}
