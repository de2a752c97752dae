package org.jibao.run;

import java.util.List;
import java.util.Optional;
import org.jibao.definition.Roster;
import org.jibao.definition.Unit;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/** The unit that a command names by code, name or alias. */
public final class UnitArgument {
    private static final Wording WORDS = Wording.of(UnitArgument.class);

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
            List<String> names =
                    units.stream().map(unit -> unit.code() + " " + unit.name()).toList();
            Text all = new Text(String.join("、", names), String.join(", ", names));
            throw new UnusableArgument(WORDS.text("unit.ambiguous", word, all));
        }
        return units.stream().findFirst();
    }

    private static UnusableArgument unknown(Roster roster, String word) {
        Text meant = meant(roster, word);
        return new UnusableArgument(WORDS.text("unit.unknown", word, meant));
    }

    /** What may have been meant, as the end of a sentence. */
    public static Text meant(Roster roster, String word) {
        return roster.nearest(word)
                .map(name -> WORDS.text("unit.nearest", name))
                .orElseGet(() -> WORDS.text("unit.how"));
    }
}
