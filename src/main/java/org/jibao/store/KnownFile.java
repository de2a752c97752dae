package org.jibao.store;

/** A file that the store has a submission of; the same bytes under the same name are not taken again. */
public record KnownFile(String name, String sha256) {

    public KnownFile {
        name = Characters.storable(name);
    }
}
