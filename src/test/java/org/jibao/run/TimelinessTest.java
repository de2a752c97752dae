package org.jibao.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jibao.calendar.WorkingDays;
import org.jibao.checking.CheckedReturn;
import org.jibao.collect.Folder;
import org.jibao.finding.Finding;
import org.jibao.finding.Severity;
import org.jibao.inbox.InboxFile;
import org.jibao.reading.Reading;
import org.jibao.reading.content.Entries;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.reading.identity.Owner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The third quarter ends on 30 September and is due on 10 October; a day begins in Shanghai at 16:00 UTC. */
class TimelinessTest {

    @ParameterizedTest
    @CsvSource({
        "2026-06-30T16:00:00Z, return-early",
        "2026-09-30T15:59:59Z, return-early",
        "2026-09-30T16:00:00Z,",
        "2026-10-10T15:59:59Z,",
        "2026-10-10T16:00:00Z, return-late",
        "2026-12-10T00:00:00Z, return-after-close"
    })
    void saysWhenItCame(Instant received, String code) {
        CheckedReturn judged = judged(received);
        assertInstanceOf(Reading.Read.class, judged.reading());
        assertEquals(
                code == null ? List.of() : List.of(code),
                judged.findings().stream().map(Finding::code).toList());
    }

    @Test
    void warnsOfAReturnForARunningPeriod() {
        Finding early = judged(Instant.parse("2026-09-01T00:00:00Z")).findings().get(0);
        assertEquals(Severity.WARNING, early.severity());
    }

    @Test
    void rejectsAReturnForAPeriodThatHasNotBegun() {
        CheckedReturn judged = judged(Instant.parse("2026-06-30T15:59:59Z"));
        Reading.Rejected rejected = assertInstanceOf(Reading.Rejected.class, judged.reading());
        assertEquals("period-not-open", rejected.reason().code());
        Owner owner = Objects.requireNonNull(rejected.owner());
        assertEquals("QL101", owner.unit().code());
        assertNull(owner.period());
    }

    private static CheckedReturn judged(Instant received) {
        InboxFile file = new InboxFile(Path.of("1.xlsx"), "1.xlsx", 9, "00", received, InboxFile.Container.OOXML, null);
        ReturnDocument document = new ReturnDocument(
                file,
                Folder.JOB.roster().byCode("QL101").orElseThrow(),
                Folder.THIRD,
                "2024",
                Map.of(),
                List.of(),
                Entries.NONE,
                Map.of(),
                List.of());
        return new Timeliness(Folder.JOB, WorkingDays.china())
                .judge(new CheckedReturn(new Reading.Read(document), List.of()));
    }
}
