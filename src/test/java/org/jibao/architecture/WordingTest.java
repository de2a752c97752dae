package org.jibao.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each package's bundle of texts says the same things in both languages, and exactly those that its classes ask for. */
class WordingTest {

    private static final Path RESOURCES = Path.of("src/main/resources/org/jibao");
    private static final Path CLASSES = Path.of("src/main/java/org/jibao");

    /** Templates of a package ask for its texts too. */
    private static final Path TEMPLATES = Path.of("src/main/jte");

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");

    /** A key is a literal with a dot in it that is asked for by {@code text(…)}, alone or chosen between two. */
    private static final Pattern KEY = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\"");

    /** A key that is asked for right where it stands. */
    private static final Pattern ASKED =
            Pattern.compile("\\b(?:WORDS\\.text|f\\.say|words\\.say)\\(\\s*\"([^\"]+)\"(?!\\s*\\+)");

    /** The beginning of keys of which each constant of an enum has one. */
    private static final Pattern KIND = Pattern.compile("\\bkind\\(\\s*\"([a-z][a-z0-9-]*\\.)\"");

    /** The beginning of a key whose ending is a name, such as a column's. */
    private static final Pattern BEGINNING = Pattern.compile("\"([a-z][a-z0-9-]*\\.)\"\\s*\\+");

    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9_-]*)\"");

    static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.endsWith("texts.properties"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveTheSameKeys(Path folder) throws IOException {
        assertEquals(
                texts(folder, "texts.properties").keySet(),
                texts(folder, "texts_zh_CN.properties").keySet());
    }

    /** A place that one language leaves out is a value that its readers are not told. */
    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveTheSamePlaces(Path folder) throws IOException {
        assertEquals(places(texts(folder, "texts.properties")), places(texts(folder, "texts_zh_CN.properties")));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyKeyIsAskedFor(Path folder) throws IOException {
        TreeSet<String> asked = new TreeSet<>();
        StringBuilder sources = new StringBuilder();
        for (Path file : sources(folder)) {
            KEY.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(asked::add);
            sources.append(Files.readString(file));
        }
        asked.addAll(made(sources.toString()));
        TreeSet<String> unused = new TreeSet<>(texts(folder, "texts.properties").keySet());
        unused.removeAll(asked);
        KIND.matcher(sources).results().forEach(found -> unused.removeIf(key -> key.startsWith(found.group(1))));
        assertEquals(new TreeSet<>(), unused);
    }

    /** The classes of a package, and its templates. */
    private static List<Path> sources(Path folder) throws IOException {
        Path within = RESOURCES.relativize(folder);
        List<Path> sources = new ArrayList<>();
        for (Path place : List.of(CLASSES.resolve(within), TEMPLATES.resolve(within))) {
            if (Files.isDirectory(place)) {
                try (Stream<Path> files = Files.list(place)) {
                    files.filter(file -> file.toString().endsWith(".java")
                                    || file.toString().endsWith(".jte"))
                            .forEach(sources::add);
                }
            }
        }
        return sources;
    }

    /** Every beginning with every name that stands in the same package: {@code "column." + name} for {@code "share"}. */
    private static List<String> made(String source) {
        List<String> endings = LITERAL.matcher(source)
                .results()
                .map(found -> found.group(1).replace('_', '-'))
                .toList();
        return BEGINNING
                .matcher(source)
                .results()
                .flatMap(found -> endings.stream().map(ending -> found.group(1) + ending))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyKeyThatIsAskedForIsThere(Path folder) throws IOException {
        TreeSet<String> missing = new TreeSet<>();
        for (Path file : sources(folder)) {
            ASKED.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(missing::add);
        }
        missing.removeAll(texts(folder, "texts.properties").keySet());
        assertEquals(new TreeSet<>(), missing);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noTextIsBlank(Path folder) throws IOException {
        for (String bundle : List.of("texts.properties", "texts_zh_CN.properties")) {
            texts(folder, bundle).forEach((key, text) -> assertFalse(text.isBlank(), bundle + " " + key));
        }
    }

    private static Map<String, String> texts(Path folder, String bundle) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(bundle))) {
            properties.load(reader);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put(String.valueOf(key), String.valueOf(text)));
        return texts;
    }

    private static Map<String, TreeSet<String>> places(Map<String, String> texts) {
        return texts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> PLACE.matcher(entry.getValue())
                                .results()
                                .map(MatchResult::group)
                                .collect(Collectors.toCollection(TreeSet::new)),
                        (one, other) -> one,
                        TreeMap::new));
    }
}
