package org.jibao.store;

/** What compacting came to, in bytes. */
public record Compacted(long before, long after) {}
