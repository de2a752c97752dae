package org.jibao.reading.apart;

import java.io.BufferedInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jibao.reading.apart.WireInput.WireException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running process. Is asked by one thread at a time; may be killed by any. */
public final class Child {

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

    /** Starts the Java that runs us, with our class path, for another main class. */
    static final class ChildCommand {

        /** Passwords of the mail server stand in the environment: a process that reads strangers' files gets what a JVM needs. */
        private static final Set<String> ENVIRONMENT = Set.of(
                "PATH",
                "LANG",
                "LC_ALL",
                "LC_CTYPE",
                "TZ",
                "HOME",
                "LD_LIBRARY_PATH",
                "SYSTEMROOT",
                "WINDIR",
                "TEMP",
                "TMP");

        /** It leaves no file behind, whatever ends it, and says nothing of its own on the pipe. */
        private static final List<String> QUIET = List.of(
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-XX:+SuppressFatalErrorMessage",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+DisplayVMOutputToStderr",
                "-Xlog:disable",
                "-Xlog:all=error:stderr");

        private ChildCommand() {}

        static Process start(ProcessSettings settings) throws IOException {
            ProcessBuilder builder = new ProcessBuilder(command(settings));
            builder.environment().keySet().removeIf(name -> !ENVIRONMENT.contains(name.toUpperCase(Locale.ROOT)));
            return builder.start();
        }

        private static List<String> command(ProcessSettings settings) {
            String classPath = System.getProperty("java.class.path", "");
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("-Xmx" + settings.heapMebibytes() + "m");
            command.add("-XX:+UseSerialGC");
            command.add("-XX:TieredStopAtLevel=1");
            command.add("-XX:+ExitOnOutOfMemoryError");
            command.addAll(QUIET);
            command.addAll(archive(classPath));
            command.add("-Djava.awt.headless=true");
            // Swept with ours.
            command.add("-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"));
            // What libraries have to say may quote a cell.
            command.add("-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory");
            command.add("-Dorg.apache.logging.log4j.simplelog.level=OFF");
            command.add("-cp");
            command.add(classPath);
            command.add(settings.mainClass());
            return command;
        }

        /** The launcher's class archive, which fits our own class path only. */
        private static List<String> archive(String classPath) {
            if (classPath.isEmpty() || classPath.contains(File.pathSeparator)) {
                return List.of("-Xshare:auto");
            }
            Path file =
                    Path.of(classPath).toAbsolutePath().resolveSibling("lib").resolve("jibao.jsa");
            return Files.isReadable(file)
                    ? List.of(
                            "-XX:SharedArchiveFile=" + file,
                            "-Xshare:auto",
                            "-XX:+UnlockDiagnosticVMOptions",
                            "-XX:ArchiveRelocationMode=0")
                    : List.of("-Xshare:auto");
        }
    }

    /**
     * Puts into the log what a process apart prints. Once it has a file, only what a JVM says of itself: kinds of exceptions and places
     * in the program. Other words may quote a cell.
     */
    static final class StandardErrorLog {

        private static final Logger LOG = LoggerFactory.getLogger(StandardErrorLog.class);

        private static final int LONGEST_LINE = 300;
        private static final int MOST_LINES = 50;

        /** No repetition within another: a line is looked through once. */
        private static final Pattern OF_THE_JVM = Pattern.compile(
                "(?:\\tat [\\w$.<>/@]{1,200}\\([\\w.: ]{0,80}\\)|ended by [\\w$.<>:/@() ]{1,300}|Terminating due to java\\.lang\\.OutOfMemoryError: [A-Za-z ]{0,60})");

        private final InputStream stream;
        private volatile boolean hasFile;

        private StandardErrorLog(InputStream stream) {
            this.stream = stream;
        }

        static StandardErrorLog of(Process process) {
            StandardErrorLog log = new StandardErrorLog(process.getErrorStream());
            Thread thread = new Thread(log::drain, "apart-" + process.pid() + "-log");
            thread.setDaemon(true);
            thread.start();
            return log;
        }

        void hasFile() {
            hasFile = true;
        }

        /** To the end, so that the process never waits for us; what is more than a log is for is let go. */
        private void drain() {
            StringBuilder line = new StringBuilder();
            int lines = 0;
            byte[] bytes = new byte[1024];
            try (InputStream open = stream) {
                for (int count = open.read(bytes); count >= 0; count = open.read(bytes)) {
                    for (char sign : new String(bytes, 0, count, StandardCharsets.ISO_8859_1).toCharArray()) {
                        if (sign == '\n') {
                            lines += lines < MOST_LINES && log(line.toString()) ? 1 : 0;
                            line.setLength(0);
                        } else if (line.length() < LONGEST_LINE && (sign >= ' ' && sign < 0x7F || sign == '\t')) {
                            line.append(sign);
                        }
                    }
                }
            } catch (IOException gone) {
                // With its process.
            }
        }

        private boolean log(String line) {
            boolean said =
                    !line.isBlank() && (!hasFile || OF_THE_JVM.matcher(line).matches());
            if (said) {
                LOG.atInfo()
                        .addKeyValue("event", "reader-apart-said")
                        .addKeyValue("line", line.strip())
                        .log("said by the reader apart");
            }
            return said;
        }
    }

    /** The process apart came to its end over a question. */
    public static final class EndedException extends Exception {

        private static final long serialVersionUID = 1L;

        EndedException(String how, Throwable cause) {
            super(how, cause);
        }
    }

    /**
     * How a process apart is run.
     *
     * @param mainClass what it runs, on our own class path: {@link ChildLoop#serve} is its first act
     * @param heapMebibytes its largest heap
     * @param start how long it may take to say that it is there
     * @param idle after which it is ended, as it takes memory that others can use
     */
    public record ProcessSettings(String mainClass, int heapMebibytes, Duration start, Duration idle) {

        private static final int MEBIBYTE = 1 << 20;

        /** Less holds no return, more than this no file within the limits needs. */
        private static final int LEAST = 128;

        private static final int MOST = 1024;

        /**
         * With half of our own heap, so that both stay within what a run may take. On a machine that is busy a start takes seconds;
         * after ten without work there is no such process.
         */
        public static ProcessSettings of(Class<?> mainClass) {
            long ours = Runtime.getRuntime().maxMemory() / MEBIBYTE;
            int heap = (int) Math.max(LEAST, Math.min(MOST, ours / 2));
            return new ProcessSettings(mainClass.getName(), heap, Duration.ofSeconds(60), Duration.ofSeconds(10));
        }
    }
}
