package org.jibao;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.jibao.cli.JibaoCommand;

/** Arguments in, exit code out. */
public final class App {

    private static final String RESTARTED = "JIBAO_RESTARTED";

    private App() {}

    /** Runs a command and ends the process with its exit code: 0 done, 1 failed, 2 wrong usage, 3 done with returns missing. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.setProperty("java.awt.headless", "true");
        System.exit(cannotNameFiles() ? again(arguments) : JibaoCommand.run(arguments));
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
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment().put("LC_ALL", "C.UTF-8");
        process.environment().put(RESTARTED, "1");
        return process.start().waitFor();
    }
}
