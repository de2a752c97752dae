package org.jibao.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SQL lies in the package of the class that runs it: each file is asked for there, and what is asked for is there. */
class SqlFilesTest {

    private static final Path CLASSES = Path.of("src/main/java/org/jibao");
    private static final Path RESOURCES = Path.of("src/main/resources/org/jibao");

    /** A class of the same package, and the file's name below it. */
    private static final Pattern READ = Pattern.compile("SqlText\\.read\\(\\s*(\\w+)\\.class,\\s*\"([\\w/-]+)\"");

    @Test
    void whatIsAskedForIsThere() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path source : files(CLASSES, ".java")) {
            Matcher read = READ.matcher(Files.readString(source));
            while (read.find()) {
                Path folder = RESOURCES.resolve(CLASSES.relativize(packageOf(read.group(1), source)));
                if (!Files.exists(folder.resolve(read.group(2) + ".sql"))) {
                    missing.add(source.getFileName() + " asks for " + read.group(2) + ".sql");
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    /** By name, as a literal of a class in the file's package or in the one above it. */
    @Test
    void whatIsThereIsAskedFor() throws IOException {
        Set<String> unused = new TreeSet<>();
        for (Path file : files(RESOURCES, ".sql")) {
            Path folder =
                    CLASSES.resolve(RESOURCES.relativize(file)).resolve("..").normalize();
            String name = file.getFileName().toString().replace(".sql", "");
            if (!name.startsWith("V0")
                    && !isNamed(name, folder)
                    && !isNamed(name, folder.resolve("..").normalize())) {
                unused.add(RESOURCES.relativize(file).toString());
            }
        }
        assertEquals(Set.of(), unused);
    }

    /** A class that is named belongs to the reader's own package, or to the one above that its rooms share. */
    private static Path packageOf(String type, Path source) {
        Path folder = source.resolve("..").normalize();
        return type.equals("Store") && folder.endsWith("keeping")
                ? folder.resolve("..").normalize()
                : folder;
    }

    private static boolean isNamed(String name, Path folder) throws IOException {
        Pattern literal = Pattern.compile("\"(?:\\w+/)?" + Pattern.quote(name) + "\"");
        for (Path source : files(folder, ".java")) {
            if (literal.matcher(Files.readString(source)).find()) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
