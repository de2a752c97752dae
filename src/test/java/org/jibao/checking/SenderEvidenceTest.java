package org.jibao.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jibao.calendar.Period;
import org.jibao.checking.CheckedReturn.Evidence;
import org.jibao.checking.CheckedReturn.Evidence.Kind;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.InboxFile.PackedFile;
import org.jibao.reading.Reading;
import org.jibao.reading.content.Entries;
import org.jibao.reading.content.ReturnDocument;
import org.junit.jupiter.api.Test;

/** QL102 is 青岚县望舒镇; QL000, the county, owes no return. */
class SenderEvidenceTest {

    private static final JobDefinition JOB = JobLoader.load(Path.of("jobs/quarterly-disclosure"));

    private static Evidence of(InboxFile file) {
        ReturnDocument document = new ReturnDocument(
                file,
                JOB.roster().byCode("QL102").orElseThrow(),
                Period.parse("2026Q3").orElseThrow(),
                "2024",
                Map.of(),
                List.of(),
                Entries.NONE,
                Map.of(),
                List.of());
        return new SenderEvidence(JOB, Optional.empty())
                .judge(new CheckedReturn(new Reading.Read(document), List.of()))
                .evidence();
    }

    private static InboxFile file(String name) {
        return new InboxFile(Path.of("x"), name, 1, "00", Instant.EPOCH, InboxFile.Container.CSV, null);
    }

    @Test
    void goesByTheOutermostFolderOfAUnitThatOwesTheReturn() {
        assertEquals(new Evidence(Kind.FOLDER, null, null), of(file("QL102/a.csv")));
        assertEquals(new Evidence(Kind.FOLDER, null, null), of(file("2026Q3/青岚县望舒镇/QL101/a.csv")));
        assertEquals(new Evidence(Kind.FOLDER, null, null), of(file("青岚县/QL102/a.csv")));
        assertEquals(new Evidence(Kind.WORDS, Kind.FOLDER, "QL101"), of(file("QL101/QL102/a.csv")));
        assertEquals(Evidence.WORDS, of(file("望舒镇的/a.csv")));
        assertEquals(Evidence.WORDS, of(file("QL101.csv")));
    }

    @Test
    void takesAFolderInAZipForTheSendersOwnWord() {
        PackedFile packed = new PackedFile(Path.of("z"), "QL101/z.zip", 1, "00", "QL102/a.csv");
        InboxFile file = new InboxFile(
                Path.of("z"), "QL101/z.zip/QL102/a.csv", 1, "00", Instant.EPOCH, InboxFile.Container.CSV, null, packed);
        assertEquals(new Evidence(Kind.WORDS, Kind.FOLDER, "QL101"), of(file));
    }

    @Test
    void takesASenderForNothingWhereNoneIsEntered() {
        assertEquals(Evidence.WORDS, of(file("a.csv").from("a@b.cn")));
    }
}
