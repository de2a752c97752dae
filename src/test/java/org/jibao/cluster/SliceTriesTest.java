package org.jibao.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a file that many workers have died with is read alone, and when it is rejected. */
class SliceTriesTest {

    private static final String FIRST = "a".repeat(64);
    private static final String SECOND = "b".repeat(64);

    private final Path tries;
    private final Path reading;

    SliceTriesTest(@TempDir Path folder) {
        this.tries = folder.resolve("000000.tries");
        this.reading = folder.resolve("000000.reading");
    }

    @BeforeEach
    void twoAreBeingRead() throws IOException {
        Files.writeString(reading, FIRST + "\n" + SECOND + "\n");
    }

    private SliceTries after(int times) throws IOException {
        SliceTries last = SliceTries.begin(tries);
        for (int i = 1; i < times; i++) {
            last = SliceTries.begin(tries);
        }
        return last;
    }

    @Test
    void suspectsNobodyAtFirst() throws IOException {
        assertEquals(Set.of(), after(SliceTries.MOST).toProbe(reading));
        assertEquals(Set.of(FIRST, SECOND), SliceTries.begin(tries).toProbe(reading));
    }

    @Test
    void suspectsNoFurtherWhatWasReadAlone() throws IOException {
        SliceTries sixth = after(SliceTries.MOST + 1);
        sixth.probing(FIRST);
        sixth.probed(FIRST);
        assertEquals(Set.of(SECOND), SliceTries.begin(tries).toProbe(reading));
    }

    @Test
    void refusesWhatEndsEachReader() throws IOException {
        SliceTries sixth = after(SliceTries.MOST + 1);
        for (int i = 1; i < SliceTries.MOST_ALONE; i++) {
            sixth.probing(FIRST);
        }
        assertEquals(Set.of(), SliceTries.begin(tries).refused());
        sixth.probing(FIRST);
        SliceTries next = SliceTries.begin(tries);
        assertEquals(Set.of(FIRST), next.refused());
        assertEquals(Set.of(SECOND), next.toProbe(reading));
    }
}
