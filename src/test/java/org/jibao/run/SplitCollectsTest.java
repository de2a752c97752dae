package org.jibao.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts does not depend on when somebody pressed the button. */
class SplitCollectsTest {

    @Test
    void givesTheSameStoreHoweverTheInboxIsSplitAndOrdered(@TempDir Path folder) throws IOException {
        SplitCollects splits = new SplitCollects(
                Path.of("jobs"), Path.of("sample-data/county/quarterly-disclosure"), folder, 20261128);
        assertEquals("", splits.compare(2, System.out));
    }
}
