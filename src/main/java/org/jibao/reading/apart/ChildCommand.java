package org.jibao.reading.apart;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Starts the Java that runs us, with our class path, for another main class. */
final class ChildCommand {

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
        Path file = Path.of(classPath).toAbsolutePath().resolveSibling("lib").resolve("jibao.jsa");
        return Files.isReadable(file)
                ? List.of(
                        "-XX:SharedArchiveFile=" + file,
                        "-Xshare:auto",
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:ArchiveRelocationMode=0")
                : List.of("-Xshare:auto");
    }
}
