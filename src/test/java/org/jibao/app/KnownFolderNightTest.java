package org.jibao.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.jibao.definition.loading.FolderFingerprint;
import org.jibao.definition.loading.ProblemsException;
import org.jibao.run.SmallNight;
import org.jibao.run.ledger.RunEnd.ReadJob;
import org.jibao.run.ledger.RunLedger;
import org.jibao.testkit.SavedFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A night reads of its job folder what it needs, where an earlier one has found no mistake in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KnownFolderNightTest {

    private final SmallNight night;
    private final RunLedger ledger;
    private final SavedFolder afterTheFirst;

    KnownFolderNightTest(@TempDir Path folder) throws IOException {
        this.night = new SmallNight(folder);
        this.ledger = RunLedger.beside(night.store());
        nightly(SmallNight.NIGHT);
        this.afterTheFirst = new SavedFolder(folder);
    }

    /** Each test goes on from the first night. */
    @BeforeEach
    void putBack() throws IOException {
        afterTheFirst.putBack();
    }

    private RunOutcome nightly(Instant asOf) throws IOException {
        return night.at(asOf, SmallNight.deadPort()).nightly();
    }

    private ReadJob lastRead() throws IOException {
        return Objects.requireNonNull(
                ledger.runs().get(ledger.runs().size() - 1).folder());
    }

    /** As if the run in the ledger had read the folder as it is now. */
    private void sayThatItWasRead(String before) throws IOException {
        inLedger("\"fingerprint\":\"" + before, "\"fingerprint\":\"" + FolderFingerprint.of(night.job()));
    }

    private void breakForm() throws IOException {
        Path form = night.job().resolve("forms/cover.yaml");
        Files.writeString(form, Files.readString(form).replace("layout: cover", "layout: cvoer"));
    }

    /** As a program wrote it that had no chain, so that the change is none that somebody has to be told of. */
    private void inLedger(String text, String replacement) throws IOException {
        String lines = Files.readString(ledger.file()).replace(text, replacement);
        Files.writeString(ledger.file(), lines.replaceAll(",\"chain\":\"[^\"]*\"", ""));
    }

    @Test
    void isNotedEveryNight() throws IOException {
        ReadJob first = lastRead();
        assertEquals(FolderFingerprint.of(night.job()), first.fingerprint());
        nightly(SmallNight.NEXT_NIGHT);
        assertEquals(first, lastRead());
    }

    @Test
    void noFormIsReadWhereNothingIsNew() throws IOException {
        String before = FolderFingerprint.of(night.job());
        breakForm();
        sayThatItWasRead(before);
        RunOutcome quiet = nightly(SmallNight.NEXT_NIGHT);
        assertEquals(0, quiet.collected().files().size());
        assertFalse(quiet.summaries().get(0).written());

        night.receive("青岚县司法局");
        assertThrows(ProblemsException.class, () -> nightly(SmallNight.NEXT_NIGHT.plusSeconds(86400)));
        assertEquals(2, night.accepted().size());
    }

    @Test
    void whatHasChangedIsReadWhole() throws IOException {
        breakForm();
        assertThrows(ProblemsException.class, () -> nightly(SmallNight.NEXT_NIGHT));
    }

    @Test
    void whatAnotherProgramHasReadIsReadWhole() throws IOException {
        String before = FolderFingerprint.of(night.job());
        breakForm();
        sayThatItWasRead(before);
        inLedger("\"job_folder\":{\"program\":\"", "\"job_folder\":{\"program\":\"another ");
        assertThrows(ProblemsException.class, () -> nightly(SmallNight.NEXT_NIGHT));
    }
}
