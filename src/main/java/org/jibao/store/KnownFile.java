package org.jibao.store;

import org.jibao.guard.PersonalNumbers;
import org.jspecify.annotations.Nullable;

/** A file that the store has a submission of; the same bytes under the same name are not taken again. The store has names without numbers of persons. */
public record KnownFile(String name, String sha256) {

    public KnownFile {
        name = Characters.storable(PersonalNumbers.masked(name));
    }

    // Written out: those that a record makes for itself it makes at their first use, which takes a process that has
    // just
    // started longer than all the comparisons of a night.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KnownFile file && name.equals(file.name) && sha256.equals(file.sha256);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + sha256.hashCode();
    }
}
