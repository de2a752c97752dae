package org.jibao.definition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which units send from which address, by the roster. Thread-safe. */
public final class Senders {

    private final List<Entry> entries = new ArrayList<>();

    private record Entry(String text, Unit unit) {}

    public Senders(Roster roster) {
        for (Unit unit : roster.units()) {
            unit.senders()
                    .forEach(text -> SenderName.entry(text).ifPresent(entry -> entries.add(new Entry(entry, unit))));
        }
    }

    /** The units that send from there: none, one, or several that share a mailbox or a domain. */
    public Set<Unit> unitsOf(String sender) {
        Set<Unit> units = new LinkedHashSet<>();
        Optional<String> name = SenderName.of(sender);
        if (name.isPresent()) {
            for (Entry entry : entries) {
                if (SenderName.means(entry.text(), name.get())) {
                    units.add(entry.unit());
                }
            }
        }
        return units;
    }
}
