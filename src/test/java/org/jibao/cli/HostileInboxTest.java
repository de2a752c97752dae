package org.jibao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jibao.testkit.fuzz.Mutations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@link Fuzz}: whatever lies beside it, the good return counts. */
class HostileInboxTest {

    private static final int FILES = 200;

    @Test
    void countsTheGoodReturnAmongHostileFiles(@TempDir Path root) throws IOException, SQLException {
        Mutations mutations = new Mutations(HostileInbox.RETURNS, HostileInbox.GOOD_UNIT, 23);
        for (String run : List.of("first", "second")) {
            Path folder = Files.createDirectories(root.resolve(run));
            assertEquals(List.of(), HostileInbox.complaints(folder, mutations, FILES), run);
        }
    }
}
