package org.jibao.calls;

import java.nio.file.Path;
import java.util.List;

/**
 * The notes that were asked for, in the order in which they were written.
 *
 * @param unreadable lines of the file, of any job, that are no notes and were passed over
 */
public record NotedCalls(Path file, List<CallNote> notes, long unreadable) {

    public NotedCalls {
        notes = List.copyOf(notes);
    }

    /** Those of one unit, by its code. */
    public List<CallNote> of(String unit) {
        return notes.stream().filter(note -> note.unit().equals(unit)).toList();
    }
}
