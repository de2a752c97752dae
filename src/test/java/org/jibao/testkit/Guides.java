package org.jibao.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The documents for people: the READMEs and what lies beside them, the guides under {@code src/docs}, the decisions. */
public final class Guides {

    private static final Path GUIDES = Path.of("src/docs");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```");

    private Guides() {}

    /** Every document, by its path from the root of the project. */
    public static List<Path> all() {
        List<Path> documents = new ArrayList<>(in(Path.of("")));
        documents.addAll(in(GUIDES));
        documents.addAll(in(GUIDES.resolve("decisions")));
        assertTrue(documents.contains(Path.of("README.md")), "the tests run in the root of the project");
        return documents;
    }

    /** One under {@code src/docs}. */
    public static String text(String name) {
        return text(GUIDES.resolve(name));
    }

    public static String text(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a document's code in one language, such as {@code sh}. */
    public static List<String> code(String text, String language) {
        return FencedBlock.of(text).stream()
                .filter(block -> block.language().equals(language))
                .flatMap(block -> block.lines().stream())
                .toList();
    }

    /** A document without its code. */
    public static String prose(String text) {
        return BLOCK.matcher(text).replaceAll("");
    }

    private static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder.toAbsolutePath())) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .map(file -> folder.resolve(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
