package org.jibao.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jibao.definition.FileLimits;
import org.jibao.definition.loading.InboxDefinition;
import org.jibao.finding.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The register of receipt that a command names, else the job, else the usual one. */
class WhichRegisterTest {

    private final Path root;

    WhichRegisterTest(@TempDir Path root) {
        this.root = root;
    }

    @BeforeEach
    void receive() throws IOException {
        Files.writeString(Files.createDirectories(root.resolve("inbox")).resolve("a.csv"), "a");
        register("received.csv", "2026-10-01");
        register("county.csv", "2026-10-02");
        register("named.csv", "2026-10-03");
    }

    private void register(String name, String day) throws IOException {
        Files.writeString(root.resolve(name), "file,received_at\na.csv," + day + "T00:00Z\n");
    }

    private NewFiles listed(@Nullable String ofJob, Optional<Path> ofCommand) {
        Settings settings = new Settings(
                root.resolve("jobs"),
                "job",
                root.resolve("inbox"),
                ofCommand,
                root.resolve("jibao.duckdb"),
                root.resolve("out"),
                Language.EN,
                Optional.empty(),
                Optional.empty(),
                1,
                text -> {});
        return NewFiles.of(
                NewFiles.walked(root.resolve("inbox")),
                new InboxDefinition(FileLimits.STANDARD, ZoneId.of("Asia/Shanghai"), ofJob),
                settings);
    }

    private Instant received(@Nullable String ofJob, Optional<Path> ofCommand) {
        return listed(ofJob, ofCommand).listing().files().get(0).receivedAt();
    }

    @Test
    void goesByTheCommandThenTheJobThenTheUsualName() {
        assertEquals(Instant.parse("2026-10-01T00:00:00Z"), received(null, Optional.empty()));
        assertEquals(Instant.parse("2026-10-02T00:00:00Z"), received("county.csv", Optional.empty()));
        assertEquals(
                Instant.parse("2026-10-03T00:00:00Z"), received("county.csv", Optional.of(root.resolve("named.csv"))));
    }

    @Test
    void namesOneThatIsNotThereAndTakesNoOtherInItsPlace() throws IOException {
        Instant changed = Files.getLastModifiedTime(root.resolve("inbox/a.csv")).toInstant();
        NewFiles listed = listed(null, Optional.of(root.resolve("nowhere.csv")));
        assertEquals(changed, listed.listing().files().get(0).receivedAt());
        assertEquals(1, listed.listing().notices().size());
    }
}
