package org.jibao;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.cli.JibaoCommand;
import org.jibao.support.TemporaryFolder;

/** Arguments in, exit code out. */
public final class App {

    private static final String RESTARTED = "JIBAO_RESTARTED";

    private App() {}

    /**
     * Runs a command and ends the process with its exit code: 0 done, 1 failed, 2 wrong usage, 3 done with returns missing.
     * Told to end by a signal, it ends with the JVM's own code for it, 143 or 130, once what runs has come to a clean stop.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.setProperty("java.awt.headless", "true");
        // Spring's log goes to SLF4J at once: looking for a library to log with starts another one first.
        System.setProperty("org.apache.commons.logging.LogFactory", "org.apache.commons.logging.impl.Slf4jLogFactory");
        // What the JDK and mail libraries log goes the same way; the class is looked for only where something is
        // logged.
        System.setProperty("java.util.logging.config.class", "org.jibao.cli.log.JdkLog");
        if (cannotNameFiles()) {
            System.exit(again(arguments));
        }
        Optional<Path> temporary = TemporaryFolder.ofOurOwn();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            // What runs may need the folder until its end.
            JibaoCommand.stop();
            temporary.ifPresent(TemporaryFolder::sweep);
        }));
        System.exit(JibaoCommand.run(given(arguments)));
    }

    /** The arguments as they were typed: a restarted process has them in ASCII, which every locale passes on unharmed. */
    private static String[] given(String[] arguments) {
        return System.getenv(RESTARTED) == null
                ? arguments
                : Stream.of(arguments)
                        .map(argument -> URLDecoder.decode(argument, StandardCharsets.UTF_8))
                        .toArray(String[]::new);
    }

    /**
     * Whether the JVM cannot name files in Chinese: so it is in a POSIX locale, as under cron or in a bare container, and
     * no setting changes it once it runs.
     */
    private static boolean cannotNameFiles() {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        String encoding = System.getProperty("sun.jnu.encoding", "UTF-8");
        return !windows && !encoding.equalsIgnoreCase("UTF-8") && System.getenv(RESTARTED) == null;
    }

    /** The same command in a process of its own, in a locale that knows every character. */
    private static int again(String[] arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(App.class.getName());
        for (String argument : CommandLineBytes.restored(arguments)) {
            command.add(URLEncoder.encode(argument, StandardCharsets.UTF_8));
        }
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put(RESTARTED, "1");
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endWithUs(process)));
        return process.waitFor();
    }

    /** Whoever ends this process means the work, which the other one does. */
    private static void endWithUs(Process process) {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
