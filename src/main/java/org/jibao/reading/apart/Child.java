package org.jibao.reading.apart;

import java.io.BufferedInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One running process. Is asked by one thread at a time; may be killed by any. */
final class Child {

    private static final int BUFFER = 1 << 16;
    private static final Duration DYING = Duration.ofSeconds(10);

    private final Process process;
    private final StandardErrorLog said;
    private final DataOutputStream questions;
    private final WireInput answers;
    private volatile boolean busy = true;
    private volatile boolean late;
    private volatile long until;

    private Child(Process process, Duration start) {
        this.process = process;
        this.said = StandardErrorLog.of(process);
        this.questions = new DataOutputStream(process.getOutputStream());
        this.answers = new WireInput(new BufferedInputStream(process.getInputStream(), BUFFER));
        this.until = System.nanoTime() + start.toNanos();
    }

    /** @throws IOException where the machine starts none */
    static Child start(ProcessSettings settings) throws IOException {
        return new Child(ChildCommand.start(settings), settings.start());
    }

    /** Waits until it is there. */
    void greet(Duration idle) throws IOException {
        if (answers.longNumber() != ChildLoop.HELLO) {
            throw new WireException("no greeting");
        }
        rest(idle);
    }

    /** Asks, and gives what comes back. It must {@link #rest} afterwards. */
    WireInput ask(byte[] head, byte[] body, Duration patience) throws IOException {
        until = System.nanoTime() + patience.toNanos();
        busy = true;
        said.hasFile();
        questions.writeInt(head.length);
        questions.write(head);
        questions.writeInt(body.length);
        questions.write(body);
        questions.flush();
        return answers;
    }

    /** The answer has been read to its end. */
    void rest(Duration idle) {
        until = System.nanoTime() + idle.toNanos();
        busy = false;
    }

    boolean isBusy() {
        return busy;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it has had its time: to answer where it is busy, to wait where it is not. */
    boolean isOver() {
        return System.nanoTime() - until > 0;
    }

    void killAsLate() {
        late = true;
        kill();
    }

    /** At once, and with what it holds: nothing that it has is needed. */
    void kill() {
        process.destroyForcibly();
    }

    /** Kills it and waits until the system has taken it away. */
    void end() {
        kill();
        try (OutputStream closing = questions) {
            process.waitFor(DYING.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException nobodyReads) {
            // It is gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How it came to its end, for the log; to be called after {@link #end}. */
    String how(Throwable thrown) {
        if (late) {
            return "late";
        }
        if (thrown instanceof WireException) {
            return "garbled answer: " + thrown.getMessage();
        }
        return process.isAlive() ? "does not end" : "exit code " + process.exitValue();
    }
}
