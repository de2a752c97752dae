package org.jibao.definition.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jibao.definition.figure.FigureMetrics;
import org.jibao.definition.loading.Shape.Keys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JSON Schemas and the reference are what the loader takes. {@code src/scripts/make-reference} writes them anew. */
final class ReferenceTest {

    private static final Path LOADING = Path.of("src/main/java/org/jibao/definition/loading");
    private static final String WRITE = "jibao.write";

    private final Path folder;

    ReferenceTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void isMadeFromTheLoader() throws IOException {
        ReferenceFiles reference = new ReferenceFiles(folder);
        List<String> old = new ArrayList<>();
        for (var file : reference.all().entrySet()) {
            if (Boolean.getBoolean(WRITE)) {
                Files.createDirectories(file.getKey().getParent());
                Files.writeString(file.getKey(), file.getValue());
            }
            if (!Files.exists(file.getKey()) || !Files.readString(file.getKey()).equals(file.getValue())) {
                old.add(file.getKey().toString());
            }
        }
        assertEquals(List.of(), old, "run src/scripts/make-reference to write these anew");
    }

    @Test
    void hasEveryKeyThatAReaderNames() throws IOException {
        Set<String> found = new TreeSet<>();
        new LoaderKeys(folder).all().values().forEach(keys -> gather(keys, found));
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.list(LOADING)) {
            for (Path file : files.toList()) {
                ReaderKeys.in(Files.readString(file)).forEach(named::add);
            }
        }
        assertTrue(named.containsAll(List.of("unit-kinds", "drawing", "weight", "of-record")), named::toString);
        named.removeAll(found);
        assertEquals(Set.of(), named);
    }

    private static void gather(Keys keys, Set<String> found) {
        found.addAll(keys.named.keySet());
        Stream.concat(keys.named.values().stream(), Stream.ofNullable(keys.any))
                .map(shape -> shape.item == null ? shape : shape.item)
                .forEach(shape -> {
                    if (shape.keys != null) {
                        gather(shape.keys, found);
                    }
                });
    }

    @Test
    void hasEveryTableOfFigures() {
        Set<String> tables = new TreeSet<>(FigureMetrics.NAMES);
        tables.removeIf(SqlTables.of(folder, new LoaderKeys(folder).job()).keySet().stream()
                .map(name -> name.replaceFirst("^mart\\.", ""))
                .collect(Collectors.toSet())::contains);
        assertEquals(Set.of(), tables);
    }

    /** A question that the probe does not answer itself would be asked of an empty file. */
    @Test
    void answersWhateverReadersAsk() {
        assertEquals(Set.of("source", "line"), missing(Mapping.class, Probe.OfMapping.class));
        assertEquals(Set.of("line", "place", "report"), missing(Value.class, Probe.OfValue.class));
    }

    private static Set<String> missing(Class<?> asked, Class<?> answering) {
        Set<String> missing = new TreeSet<>();
        for (Method method : asked.getDeclaredMethods()) {
            boolean hidden = Modifier.isStatic(method.getModifiers())
                    || Modifier.isPrivate(method.getModifiers())
                    || method.isSynthetic();
            boolean answered = Arrays.stream(answering.getDeclaredMethods())
                    .anyMatch(own -> own.getName().equals(method.getName())
                            && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
            if (!hidden && !answered) {
                missing.add(method.getName());
            }
        }
        return missing;
    }
}
