package org.jibao.flow;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jibao.App;

/**
 * The program as an operator starts it: whole processes in a folder of their own, by the launcher that was built, or from the
 * class path where what was built is older than the classes.
 */
final class Program {

    private static final Path LAUNCHER = Path.of("target/jibao/jibao").toAbsolutePath();
    private static final Path JAR = Path.of("target/jibao/jibao.jar").toAbsolutePath();
    private static final Path CLASSES = Path.of("target/classes").toAbsolutePath();
    private static final boolean BUILT = isBuilt();

    /** A process that lives for seconds has no use for the better compiler, and tests must share the machine. */
    private static final List<String> OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    /** @param folder in which it runs, and in which {@code temporary/} is for its temporary files */
    Program(Path folder) {
        this.folder = folder;
        // File names are Chinese: a C locale could not open them.
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("JIBAO_OPTS", String.join(" ", OPTIONS) + " -Djava.io.tmpdir=" + temporary());
    }

    /** The same, told more by its environment. */
    Program with(Map<String, String> more) {
        Program program = new Program(folder);
        program.environment.putAll(more);
        return program;
    }

    /** What is started, for reports. */
    static String kind() {
        return BUILT ? "target/jibao/jibao" : "the class path";
    }

    Path temporary() {
        return folder.resolve("temporary");
    }

    Running start(List<String> arguments) throws IOException {
        return new Running(builder(arguments).redirectErrorStream(true).start());
    }

    /** One whose words are thrown away. */
    Process unheard(List<String> arguments) throws IOException {
        return builder(arguments)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private ProcessBuilder builder(List<String> arguments) throws IOException {
        Files.createDirectories(temporary());
        List<String> line = new ArrayList<>(BUILT ? List.of(LAUNCHER.toString()) : fromClasses());
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment().putAll(environment);
        return builder;
    }

    /** Runs to the end and gives what it said. */
    String done(List<String> arguments) throws IOException, InterruptedException {
        Running running = start(arguments);
        int code = running.end();
        if (code != 0) {
            throw new AssertionError(arguments + " ended with " + code + ":\n" + running.said());
        }
        return running.said();
    }

    private List<String> fromClasses() {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                OPTIONS.get(0),
                OPTIONS.get(1),
                "-Djava.io.tmpdir=" + temporary(),
                "-cp",
                classPath,
                App.class.getName());
    }

    private static boolean isBuilt() {
        if (!Files.isExecutable(LAUNCHER) || !Files.exists(JAR)) {
            return false;
        }
        try (Stream<Path> classes = Files.walk(CLASSES)) {
            FileTime built = Files.getLastModifiedTime(JAR);
            for (Path file : classes.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(file).compareTo(built) > 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
