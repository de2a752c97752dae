package org.jibao.flow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jibao.finding.Language;
import org.jibao.run.Stage;

/** A process of the program, listened to: a line with three dots says that a stage begins. It is to speak English. */
final class Running {

    /** What a shell, and Java, make of signal 9. */
    private static final int KILLED = 128 + 9;

    private final Process process;
    private final Thread listener;
    private final List<String> lines = new ArrayList<>();
    private final Map<Stage, Long> begun = new EnumMap<>(Stage.class);
    private Optional<Stage> stage = Optional.empty();
    private boolean silent;
    private long ended;

    Running(Process process) {
        this.process = process;
        this.listener = new Thread(this::listen, "listener");
        listener.setDaemon(true);
        listener.start();
    }

    /** Kills it at an instant; false where it had ended before. */
    boolean killed(Instants.Blow blow) throws InterruptedException {
        if (!reaches(blow.after()) || process.waitFor(blow.nanos(), TimeUnit.NANOSECONDS)) {
            end();
            return false;
        }
        kill();
        return end() == KILLED;
    }

    /** At once, and returns when it is dead. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Any signal by its name, such as {@code STOP}. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean wasKilled() throws InterruptedException {
        return end() == KILLED;
    }

    /** Waits for its end and gives its exit code. */
    int end() throws InterruptedException {
        int code = process.waitFor();
        listener.join();
        return code;
    }

    private synchronized boolean reaches(Stage wanted) throws InterruptedException {
        while (!begun.containsKey(wanted) && !silent) {
            wait();
        }
        return begun.containsKey(wanted);
    }

    synchronized String said() {
        return String.join("\n", lines);
    }

    /** The last stage that it said it had begun. */
    synchronized Optional<Stage> stage() {
        return stage;
    }

    /** When its stages began and it ended, counted from the first. */
    synchronized Instants instants() {
        return new Instants(begun, ended);
    }

    private void listen() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                heard(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fallSilent();
        }
    }

    private synchronized void heard(String line) {
        lines.add(line);
        for (Stage one : Stage.values()) {
            if (line.equals(one.label().in(Language.EN) + " …")) {
                begun.put(one, System.nanoTime());
                stage = Optional.of(one);
                notifyAll();
            }
        }
    }

    private synchronized void fallSilent() {
        silent = true;
        ended = System.nanoTime();
        notifyAll();
    }
}
