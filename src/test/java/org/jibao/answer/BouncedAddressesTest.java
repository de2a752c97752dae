package org.jibao.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jibao.mailbook.BouncedAddresses;
import org.jibao.mailbook.BouncedAddresses.Bounce;
import org.jibao.mailbook.MailRecord.Kind;
import org.jibao.mailbook.MailRecord.Proof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which addresses of the roster servers have refused. */
final class BouncedAddressesTest {

    private static final Instant LATER = AnsweringJob.RECEIVED.plusSeconds(60);

    @TempDir
    private Path folder = Path.of("");

    private BouncedAddresses bounced(AnsweringJob job) throws IOException {
        return BouncedAddresses.of(job.job().roster(), job.book().read());
    }

    @Test
    void namesAddressesOfRecordUntilAMailComesFromThere() throws IOException {
        AnsweringJob job = new AnsweringJob(folder, "");
        job.mail("b1")
                .kind(Kind.BOUNCE)
                .from("postmaster@elsewhere.example")
                .failed("JIA@town.example", "jia@contact.example", "unknown@town.example")
                .comes();
        assertEquals(
                List.of(
                        new Bounce("jia@town.example", AnsweringJob.RECEIVED),
                        new Bounce("jia@contact.example", AnsweringJob.RECEIVED)),
                bounced(job).of("T1"));
        assertEquals(List.of(), bounced(job).of("T2"));

        job.mail("m1")
                .kind(Kind.NO_FILE)
                .from("jia@town.example", Proof.REFUTED)
                .at(LATER)
                .comes();
        assertEquals(2, bounced(job).of("T1").size());
        job.mail("m2").kind(Kind.NO_FILE).from("jia@town.example").at(LATER).comes();
        assertEquals(
                List.of(new Bounce("jia@contact.example", AnsweringJob.RECEIVED)),
                bounced(job).of("T1"));
    }
}
