package org.jibao.collect;

import java.util.List;

/**
 * What was moved from the inbox to the archive.
 *
 * @param moved how many files
 * @param stayed names of settled files that were left: changed since they were taken in, or links
 */
public record ArchiveOutcome(int moved, List<String> stayed) {

    public static final ArchiveOutcome NONE = new ArchiveOutcome(0, List.of());

    public ArchiveOutcome {
        stayed = List.copyOf(stayed);
    }
}
