package org.jibao.store.keeping;

/** What compacting came to, in bytes. */
public record Compacted(long before, long after) {}
