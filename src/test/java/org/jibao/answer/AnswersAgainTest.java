package org.jibao.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jibao.answer.AnswersOnRecord.Line;
import org.jibao.answer.AnswersOnRecord.ShownAnswer;
import org.jibao.answer.AnswersOnRecord.Standing;
import org.jibao.delivery.OutgoingItem;
import org.jibao.mailbook.AnswerRecord.State;
import org.jibao.run.UnusableArgument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that are held, limited, let go or dropped, and runs that were killed in between. */
final class AnswersAgainTest {

    private static final Instant NEXT = AnsweringJob.NIGHT.plus(Duration.ofDays(1));

    @TempDir
    private Path folder = Path.of("");

    private AnsweringJob received(String answers) throws IOException {
        AnsweringJob job = new AnsweringJob(folder, answers);
        job.mail("m1").file("甲镇_2026Q3.xlsx", AnsweringJob.good(1)).comes();
        job.night(AnsweringJob.NIGHT);
        return job;
    }

    private static List<Standing> standings(AnsweringJob job) {
        return job.jibao(NEXT).answers().lines().stream().map(Line::standing).toList();
    }

    @Test
    void holdsWhatAnOfficerIsToLookAt() throws IOException {
        AnsweringJob job = received("  received: after-review\n");
        assertEquals(List.of("received T1 jia@town.example held"), job.answers());
        assertEquals(List.of(), job.outbox().waiting());
        assertEquals(List.of(), job.outbox().due("letters", NEXT));
        assertEquals(List.of(Standing.HELD), standings(job));
        ShownAnswer shown = job.jibao(NEXT).answer(job.only().id().substring(0, 6));
        assertTrue(shown.mail().orElseThrow().text().contains("已通过检查"));

        job.jibao(NEXT).release(job.only().id(), "王芳");
        assertEquals("王芳", job.only().by());
        assertEquals(State.QUEUED, job.only().state());
        assertEquals(1, job.outbox().due("letters", NEXT).size());
        job.answer(NEXT);
        assertEquals(1, job.outbox().items().size());
        assertThrows(
                UnusableArgument.class, () -> job.jibao(NEXT).release(job.only().id(), "王芳"));
    }

    @Test
    void letsAllGoThatAreHeld() throws IOException {
        AnsweringJob job = received("  received: after-review\n");
        job.mail("m2")
                .from("x@yi.example")
                .file("乙镇_2026Q3.xlsx", AnsweringJob.good(2))
                .comes();
        job.night(NEXT);
        assertEquals(2, job.jibao(NEXT).release("all", "王芳").size());
        assertEquals(2, job.outbox().waiting().size());
        assertEquals(List.of(), job.jibao(NEXT).release("all", "王芳"));
    }

    @Test
    void dropsWhatHasNotGone() throws IOException {
        AnsweringJob job = received("  received: at-once\n");
        job.jibao(NEXT).drop(job.only().id(), "王芳");
        assertEquals(List.of("received T1 jia@town.example dropped"), job.answers());
        assertEquals(List.of(), job.outbox().waiting());
        assertFalse(Files.exists(job.outbox().mail(job.outbox().items().get(0))));
        job.answer(NEXT);
        assertEquals(List.of(), job.outbox().waiting());
        assertThrows(
                UnusableArgument.class, () -> job.jibao(NEXT).drop(job.only().id(), "王芳"));
    }

    @Test
    void dropsNothingThatIsBeingSent() throws IOException {
        AnsweringJob job = received("  received: at-once\n");
        try (AutoCloseable sending = job.outbox().lock()) {
            assertThrows(UnusableArgument.class, () -> job.jibao(NEXT)
                    .drop(job.only().id(), "王芳"));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        assertEquals(1, job.outbox().waiting().size());
    }

    @Test
    void namesWhoDecidesAndWhatThereIsNot() throws IOException {
        AnsweringJob job = received("  received: after-review\n");
        String id = job.only().id();
        for (String nobody : List.of(" ", "a\u202eb", "x".repeat(101))) {
            assertThrows(UnusableArgument.class, () -> job.jibao(NEXT).release(id, nobody));
        }
        for (String none : List.of("", "zz", "../m1", id + "x")) {
            assertThrows(UnusableArgument.class, () -> job.jibao(NEXT).drop(none, "王芳"));
        }
        assertEquals(List.of(Standing.HELD), standings(job));
    }

    @Test
    void answersAUnitSoManyTimesADay() throws IOException {
        AnsweringJob job = new AnsweringJob(folder, "  received: at-once\n  limit: 2\n");
        for (int i = 1; i <= 4; i++) {
            job.mail("m" + i)
                    .at(AnsweringJob.RECEIVED.plusSeconds(i))
                    .file("甲镇_2026Q3 " + i + ".xlsx", AnsweringJob.good(i))
                    .comes();
        }
        job.mail("m5")
                .from("x@yi.example")
                .file("乙镇_2026Q3.xlsx", AnsweringJob.good(5))
                .comes();
        job.night(AnsweringJob.NIGHT);
        assertEquals(
                List.of(
                        "received T1 jia@town.example limited",
                        "received T1 jia@town.example limited",
                        "received T1 jia@town.example queued",
                        "received T1 jia@town.example queued",
                        "received T2 x@yi.example queued"),
                job.answers());
        job.night(NEXT);
        assertEquals(3, job.outbox().items().size());
        assertEquals(2, standings(job).stream().filter(Standing.LIMITED::equals).count());
    }

    /** Killed when the mail was written and its note was not. */
    @Test
    void makesAnAnswerAnewOfWhichOnlyTheMailWasWritten() throws IOException {
        AnsweringJob job = received("  received: at-once\n");
        OutgoingItem item = job.outbox().waiting().get(0);
        Files.delete(note(job, item));
        Files.delete(job.book().file());
        remember(job);
        job.answer(NEXT);
        assertEquals(List.of(item.id()), ids(job));
        assertEquals(List.of("received T1 jia@town.example queued"), job.answers());
    }

    /** Killed when it was in the outbox and not in the book; it may have gone meanwhile. */
    @Test
    void notesAnAnswerThatTheBookDoesNotKnow() throws IOException {
        AnsweringJob job = received("  received: at-once\n");
        OutgoingItem item = job.outbox().waiting().get(0);
        job.outbox().aboutToSend(item, NEXT);
        job.outbox().sent(item);
        Files.delete(job.book().file());
        remember(job);
        assertEquals(List.of(), job.answers());
        job.answer(NEXT);
        assertEquals(List.of("received T1 jia@town.example queued"), job.answers());
        assertEquals(List.of(), job.outbox().waiting());
        assertEquals(1, job.outbox().items().size());
    }

    /** Killed between the two writes of a release, and of a drop. */
    @Test
    void doesInTheEndWhatAnOfficerWanted() throws IOException {
        AnsweringJob job = received("  received: after-review\n");
        job.book().addAnswers(List.of(job.only().now(State.QUEUED, NEXT, "王芳")));
        assertEquals(List.of(), job.outbox().waiting());
        job.answer(NEXT);
        assertEquals(1, job.outbox().waiting().size());

        job.book().addAnswers(List.of(job.only().now(State.DROPPED, NEXT, "王芳")));
        job.answer(NEXT);
        assertEquals(List.of(), job.outbox().waiting());
    }

    @Test
    void forgetsOldAnswersAndMakesNoneTwice() throws IOException {
        AnsweringJob job = received("  received: at-once\n");
        OutgoingItem item = job.outbox().waiting().get(0);
        job.outbox().aboutToSend(item, NEXT);
        job.outbox().sent(item);
        job.answer(NEXT.plus(Duration.ofDays(Answers.KEPT_DAYS)));
        assertEquals(List.of(), job.outbox().items());
        job.answer(NEXT);
        assertEquals(List.of(), job.outbox().items());
        assertEquals(1, job.answers().size());
    }

    private static Path note(AnsweringJob job, OutgoingItem item) {
        return job.outbox().mail(item).resolveSibling(item.id() + ".json");
    }

    private static List<String> ids(AnsweringJob job) throws IOException {
        return job.outbox().items().stream().map(OutgoingItem::id).toList();
    }

    /** The mail is on record as before, without an answer. */
    private static void remember(AnsweringJob job) throws IOException {
        job.mail("m1")
                .file("甲镇_2026Q3.xlsx", Files.readAllBytes(job.inbox().resolve("mail/m1/甲镇_2026Q3.xlsx")))
                .comes();
    }
}
