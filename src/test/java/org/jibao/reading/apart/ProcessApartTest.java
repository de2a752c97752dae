package org.jibao.reading.apart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jibao.reading.apart.Child.EndedException;
import org.jibao.reading.apart.Child.ProcessSettings;
import org.jibao.reading.apart.ProcessApart.NotStartedException;
import org.jibao.reading.apart.WireInput.WireException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens in the process apart, this one goes on, and nothing of it is left. */
class ProcessApartTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(700);

    private final AtomicBoolean stop = new AtomicBoolean();
    private final ProcessApart apart = new ProcessApart(settings(UnrulyChild.class, Duration.ofSeconds(60)), stop::get);

    private static ProcessSettings settings(Class<?> main, Duration idle) {
        return new ProcessSettings(main.getName(), 64, Duration.ofSeconds(60), idle);
    }

    @AfterEach
    void end() {
        apart.close();
    }

    static String ask(ProcessApart apart, String what) throws Exception {
        return ask(apart, what, PATIENCE);
    }

    private static String ask(ProcessApart apart, String what, Duration patience) throws Exception {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        new WireOutput(head).text(what);
        return apart.ask(head.toByteArray(), new byte[0], patience, answer -> {
            if (answer.tag() != 1) {
                throw new WireException("not agreed upon");
            }
            return answer.text(1 << 10);
        });
    }

    private static long pid(String answer) {
        return Long.parseLong(answer.substring(answer.indexOf(' ') + 1));
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static void awaitEnd(long pid) throws InterruptedException {
        for (int i = 0; i < 600 && isAlive(pid); i++) {
            Thread.sleep(50);
        }
        assertFalse(isAlive(pid));
    }

    @Test
    void keepsOneProcessForManyQuestions() throws Exception {
        assertEquals(pid(ask(apart, "a")), pid(ask(apart, "b")));
    }

    @Test
    void startsAnotherOneAfterEachDeath() throws Exception {
        long last = pid(ask(apart, "first"));
        for (String what : List.of("memory", "overflow", "exit", "halt", "kill")) {
            assertThrows(EndedException.class, () -> ask(apart, what), what);
            awaitEnd(last);
            long next = pid(ask(apart, "next"));
            assertNotEquals(last, next);
            last = next;
        }
    }

    @Test
    void killsWhatIsLate() throws Exception {
        long first = pid(ask(apart, "first"));
        EndedException late = assertThrows(EndedException.class, () -> ask(apart, "hang", SHORT));
        assertEquals("late", late.getMessage());
        awaitEnd(first);
    }

    @Test
    void takesNothingThatIsPrintedForAnAnswer() throws Exception {
        assertTrue(ask(apart, "print").startsWith("print "));
    }

    @Test
    void endsTheProcessWhoseAnswerIsNotRead() throws Exception {
        long first = pid(ask(apart, "first"));
        byte[] question = {1, 0, 'x'};
        assertThrows(
                IllegalStateException.class,
                () -> apart.ask(question, new byte[0], PATIENCE, answer -> {
                    throw new IllegalStateException("ours");
                }));
        awaitEnd(first);
    }

    @Test
    void breaksOffWhereTheRunIsToStop() throws Exception {
        ask(apart, "first");
        new Thread(() -> {
                    try {
                        TimeUnit.MILLISECONDS.sleep(300);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    stop.set(true);
                })
                .start();
        long begun = System.nanoTime();
        assertThrows(StoppedException.class, () -> ask(apart, "hang"));
        assertTrue(System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(20));
    }

    @Test
    void endsWhatHasNothingToDo() throws Exception {
        try (ProcessApart shortly = new ProcessApart(settings(UnrulyChild.class, SHORT), () -> false)) {
            long first = pid(ask(shortly, "first"));
            awaitEnd(first);
            assertNotEquals(first, pid(ask(shortly, "second")));
        }
    }

    @Test
    void endsWithUs() throws Exception {
        long first = pid(ask(apart, "first"));
        apart.close();
        assertFalse(isAlive(first));
        assertThrows(StoppedException.class, () -> ask(apart, "second"));
    }

    @Test
    void isNoOrphanWhenWeAreKilled(@TempDir Path folder) throws Exception {
        Path told = folder.resolve("pid");
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        UnrulyChild.Parent.class.getName(),
                        told.toString())
                .inheritIO()
                .start();
        while (!Files.exists(told) && parent.isAlive()) {
            Thread.sleep(50);
        }
        long child = pid(Files.readString(told));
        // Until it hangs in a work, out of reach of the pipe.
        Thread.sleep(500);
        assertTrue(isAlive(child));
        parent.destroyForcibly().waitFor();
        awaitEnd(child);
    }

    @Test
    void saysWhereThereIsNone() {
        try (ProcessApart stranger = new ProcessApart(settings(UnrulyChild.Stranger.class, PATIENCE), () -> false)) {
            assertThrows(NotStartedException.class, () -> ask(stranger, "x"));
            long begun = System.nanoTime();
            assertThrows(NotStartedException.class, () -> ask(stranger, "y"));
            assertTrue(System.nanoTime() - begun < TimeUnit.MILLISECONDS.toNanos(100));
        }
    }
}
