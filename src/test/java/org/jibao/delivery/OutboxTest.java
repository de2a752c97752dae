package org.jibao.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jibao.finding.Text;
import org.jibao.summary.Letter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutboxTest {
    private static final Instant NIGHT = Instant.parse("2026-10-19T17:30:00Z");
    private static final Text REFUSED = new Text("拒收", "refused");

    @TempDir
    private Path folder = Path.of("");

    private Outbox outgoing() {
        return Outbox.beside(folder.resolve("jibao.duckdb"));
    }

    @Test
    void keepsAMailUntilItHasGone() throws IOException {
        OutgoingItem item = item("1", "2026Q3", NIGHT);
        outgoing().put(item, mail("1"));
        assertEquals(List.of(item), outgoing().waiting());
        assertTrue(Files.exists(outgoing().mail(item)));

        outgoing().aboutToSend(item, NIGHT.plusSeconds(5));
        assertEquals(List.of(item), outgoing().waiting());
        outgoing().sent(item);
        assertEquals(List.of(), outgoing().waiting());
        assertFalse(Files.exists(outgoing().mail(item)));
        assertTrue(outgoing().knows("1"));
    }

    @Test
    void takesOneDeliveryOnlyOnce() throws IOException {
        OutgoingItem item = item("1", "2026Q3", NIGHT);
        outgoing().put(item, mail("1"));
        outgoing().aboutToSend(item, NIGHT);
        outgoing().sent(item);
        outgoing().put(item, mail("1"));
        assertEquals(List.of(), outgoing().waiting());
        assertEquals(1, outgoing().items().size());
    }

    @Test
    void waitsLongerAfterEachFailure() throws IOException {
        outgoing().put(item("1", "2026Q3", NIGHT), mail("1"));
        Instant now = NIGHT;
        for (Duration wait : List.of(
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(8),
                Duration.ofDays(1),
                Duration.ofDays(1))) {
            outgoing().failed(outgoing().waiting().get(0), List.of("li@example.gov.cn"), REFUSED, now);
            OutgoingItem waiting = outgoing().waiting().get(0);
            assertEquals(now.plus(wait), waiting.nextTryAt());
            assertEquals(REFUSED, waiting.why());
            assertEquals(List.of("li@example.gov.cn"), waiting.to());
            now = waiting.nextTryAt();
        }
        assertEquals(7, outgoing().waiting().get(0).attempts());
    }

    @Test
    void letsANewerSummaryOvertakeOneThatHasNotGone() throws IOException {
        outgoing().put(item("1", "2026Q3", NIGHT), mail("1"));
        outgoing().put(item("2", "2026Q2", NIGHT), mail("2"));
        outgoing().put(item("3", "2026Q3", NIGHT.plusSeconds(86_400)), mail("3"));
        assertEquals(
                List.of("2", "3"),
                outgoing().waiting().stream().map(OutgoingItem::id).toList());
        assertFalse(Files.exists(folder.resolve("jibao.duckdb.outgoing/1.eml")));
    }

    @Test
    void triesAtOnceWhatAClockPutOffThatHasBeenSetBackSince() throws IOException {
        Instant ahead = NIGHT.plus(Duration.ofDays(2_000));
        outgoing().put(item("1", "2026Q3", ahead), mail("1"));
        outgoing().failed(outgoing().waiting().get(0), List.of("li@example.gov.cn"), REFUSED, ahead);
        assertEquals(1, outgoing().due("job", NIGHT).size());
        outgoing().failed(outgoing().waiting().get(0), List.of("li@example.gov.cn"), REFUSED, NIGHT);
        assertEquals(List.of(), outgoing().due("job", NIGHT.plusSeconds(60)));
        assertEquals(1, outgoing().due("job", NIGHT.plusSeconds(300)).size());
        assertEquals(List.of(), outgoing().due("other", NIGHT.plusSeconds(300)));
    }

    @Test
    void beginsWithWhatWasTriedLeast() throws IOException {
        outgoing().put(item("1", "2026Q3", NIGHT), mail("1"));
        outgoing().put(item("2", "2026Q2", NIGHT), mail("2"));
        outgoing().failed(outgoing().waiting().get(0), List.of("li@example.gov.cn"), REFUSED, NIGHT);
        outgoing().putOff(outgoing().waiting().get(1), REFUSED);
        List<OutgoingItem> due = outgoing().due("job", NIGHT.plusSeconds(60));
        assertEquals(List.of("2", "1"), due.stream().map(OutgoingItem::id).toList());
        assertEquals(REFUSED, due.get(0).why());
        assertEquals(0, due.get(0).attempts());
    }

    @Test
    void isLockedByOneAtATime() throws IOException {
        try (OutgoingLock first = outgoing().lock()) {
            assertTrue(first.taken());
            try (OutgoingLock second = outgoing().lock()) {
                assertFalse(second.taken());
            }
        }
        try (OutgoingLock third = outgoing().lock()) {
            assertTrue(third.taken());
        }
    }

    /** Another process has brought a newer summary while this one was at its mail server. */
    @Test
    void doesNotBringBackWhatWasOvertakenMeanwhile() throws IOException {
        outgoing().put(item("1", "2026Q3", NIGHT), mail("1"));
        OutgoingItem slow = outgoing().waiting().get(0);
        outgoing().put(item("2", "2026Q3", NIGHT.plusSeconds(60)), mail("2"));
        assertFalse(outgoing().stillWaits(slow));
        outgoing().failed(slow, slow.to(), REFUSED, NIGHT);
        assertEquals(
                List.of("2"),
                outgoing().waiting().stream().map(OutgoingItem::id).toList());
    }

    @Test
    void holdsWhatIsToBeLookedAtFirst() throws IOException {
        OutgoingItem held = answer("1").held();
        outgoing().add(held, mail("1"));
        outgoing().add(answer("2"), mail("2"));
        assertEquals(List.of("2"), ids(outgoing().due("job", NIGHT)));
        outgoing().release("2", NIGHT);
        outgoing().release("1", NIGHT.plusSeconds(60));
        assertEquals(List.of("2"), ids(outgoing().due("job", NIGHT)));
        assertEquals(List.of("1", "2"), ids(outgoing().due("job", NIGHT.plusSeconds(60))));
        assertEquals("汇总", outgoing().shown(held).orElseThrow().subject());
        assertEquals("正文", outgoing().shown(held).orElseThrow().text());
    }

    @Test
    void addsAnswersThatOvertakeNoneAndComeLast() throws IOException {
        outgoing().add(answer("1"), mail("1"));
        outgoing().add(answer("2"), mail("2"));
        outgoing().put(item("3", "2026Q3", NIGHT.plusSeconds(1)), mail("3"));
        assertEquals(List.of("3", "1", "2"), ids(outgoing().due("job", NIGHT.plusSeconds(1))));
    }

    @Test
    void dropsWhatHasNotGone() throws IOException {
        outgoing().add(answer("1"), mail("1"));
        outgoing().add(answer("2").held(), mail("2"));
        outgoing().add(answer("3"), mail("3"));
        OutgoingItem third = outgoing().item("3").orElseThrow();
        outgoing().aboutToSend(third, NIGHT);
        outgoing().sent(third);
        try (OutgoingLock sending = outgoing().lock()) {
            assertTrue(sending.taken());
            assertFalse(outgoing().drop("1"));
            assertTrue(outgoing().drop("2"));
        }
        assertTrue(outgoing().drop("1"));
        assertTrue(outgoing().drop("1"));
        assertFalse(outgoing().drop("3"));
        assertTrue(outgoing().drop("../4"));
        assertEquals(List.of(), outgoing().waiting());
        assertTrue(outgoing().shown(answer("1")).isEmpty());
    }

    @Test
    void forgetsSettledAnswersOnly() throws IOException {
        outgoing().add(answer("1"), mail("1"));
        outgoing().add(answer("2"), mail("2"));
        outgoing().drop("1");
        outgoing().put(item("3", "2026Q3", NIGHT), mail("3"));
        OutgoingItem third = outgoing().item("3").orElseThrow();
        outgoing().aboutToSend(third, NIGHT);
        outgoing().sent(third);
        outgoing().forgetAnswers("job", NIGHT);
        outgoing().forgetAnswers("other", NIGHT.plusSeconds(1));
        assertEquals(3, outgoing().items().size());
        outgoing().forgetAnswers("job", NIGHT.plusSeconds(1));
        assertEquals(List.of("2", "3"), ids(outgoing().items()));
    }

    private static List<String> ids(List<OutgoingItem> items) {
        return items.stream().map(OutgoingItem::id).toList();
    }

    private static OutgoingItem answer(String id) {
        return OutgoingItem.waiting(id, "job", "2026Q3", OutgoingItem.ANSWER, List.of("zhang@example.gov.cn"), NIGHT);
    }

    @Test
    void sendsNothingToNobody() throws IOException {
        OutgoingItem nobody = OutgoingItem.waiting("1", "job", "2026Q3", "leaders", List.of(), NIGHT);
        outgoing().put(nobody, mail("1"));
        assertEquals(List.of(), outgoing().items());
    }

    private static OutgoingItem item(String id, String period, Instant at) {
        return OutgoingItem.waiting(
                id, "job", period, "leaders", List.of("zhang@example.gov.cn", "li@example.gov.cn"), at);
    }

    private static Mail mail(String id) {
        return new Mail(
                id,
                "jibao@example.gov.cn",
                List.of("zhang@example.gov.cn"),
                Letter.plain("汇总", "正文"),
                List.of(),
                NIGHT);
    }
}
