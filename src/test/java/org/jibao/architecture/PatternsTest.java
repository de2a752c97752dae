package org.jibao.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every regular expression of the program searches any text in linear time. None is timed: the characters that a search looks
 * at are counted.
 */
class PatternsTest {

    private static final Path MAIN = Path.of("src/main/java");

    /** Compiled from what is quoted, or by RE2/J, which is linear by itself; forms of a period look at the beginning of 64 characters. */
    private static final Map<String, Integer> OTHERS = Map.of(
            "KeptVersions.java",
            1,
            "BackupFolder.java",
            1,
            "LinearPattern.java",
            1,
            "PeriodReader.java",
            1,
            "PeriodForms.java",
            1);

    private static final Pattern COMPILED = Pattern.compile("(?<!Linear)Pattern\\s*\\.compile\\(");

    /** A call that takes a regular expression, and its argument where that is a literal. */
    private static final Pattern CALL = Pattern.compile(
            "\\.(matches|replaceAll|replaceFirst|split|splitAsStream)\\(\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|\\)|[\\w.:]+)");

    private static final Pattern UNICODE = Pattern.compile("\\\\u+(\\p{XDigit}{4})");

    /** Calls of these names that take something other than an expression: a text to be searched, a replacement. */
    private static final List<String> NO_EXPRESSION =
            List.of(")", "text", "text.strip", "actual", "ranges::shown", "place", "match");

    @Test
    void searchesLinearlyWithEveryCompiledPattern() throws Exception {
        Map<String, Pattern> patterns = PatternFields.ofProgram();
        assertTrue(patterns.size() > 80, patterns.keySet().toString());
        List<String> failures = new ArrayList<>();
        patterns.forEach(
                (name, pattern) -> LinearSearch.faults(pattern).forEach(fault -> failures.add(name + ": " + fault)));
        assertEquals(List.of(), failures);
    }

    @Test
    void searchesLinearlyWithEveryLiteral() throws IOException {
        List<String> failures = new ArrayList<>();
        literals().forEach((place, expression) -> {
            for (String fault : LinearSearch.faults(Pattern.compile(expression))) {
                failures.add(place + " " + expression + ": " + fault);
            }
        });
        assertEquals(List.of(), failures);
    }

    @Test
    void findsEveryPatternThatIsCompiledAmongTheConstants() throws Exception {
        Map<String, Long> fields = PatternFields.countByFile();
        List<String> hidden = new ArrayList<>();
        for (Path file : sources()) {
            String name = file.getFileName().toString();
            long compiled = COMPILED.matcher(Files.readString(file)).results().count();
            long known = fields.getOrDefault(name, 0L) + OTHERS.getOrDefault(name, 0);
            if (compiled > known) {
                hidden.add(name + " compiles " + compiled + ", of which " + known + " are known");
            }
        }
        assertEquals(List.of(), hidden);
    }

    @Test
    void knowsAQuadraticPatternWhenItSeesOne() {
        assertTrue(!LinearSearch.faults(Pattern.compile("\\s*x")).isEmpty());
        assertTrue(!LinearSearch.faults(Pattern.compile("(\\d+)*y")).isEmpty());
        assertTrue(!LinearSearch.faults(Pattern.compile("(?:a|b)*c")).isEmpty());
        assertEquals(List.of(), LinearSearch.faults(Pattern.compile("[ab]{1,9}x")));
    }

    /** By place, every literal that is used as an expression; one that is no literal fails. */
    private static Map<String, String> literals() throws IOException {
        Map<String, String> literals = new TreeMap<>();
        List<String> strange = new ArrayList<>();
        for (Path file : sources()) {
            String source = Files.readString(file);
            Matcher call = CALL.matcher(source);
            while (call.find()) {
                String argument = call.group(2);
                String constant = constant(source, argument);
                int line = (int) source.substring(0, call.start()).lines().count();
                String place = file.getFileName() + ":" + line + "." + call.start();
                boolean replacement = call.group(1).startsWith("replace") && source.startsWith(")", call.end());
                if (source.startsWith(" ->", call.end())) {
                    continue; // what is put in the place of each match, or of each item of a list
                }
                if (argument.startsWith("\"")) {
                    if (!replacement) {
                        literals.put(place, unescaped(argument));
                    }
                } else if (constant != null) {
                    literals.put(place, unescaped(constant));
                } else if (!NO_EXPRESSION.contains(argument)) {
                    strange.add(place + " " + argument);
                }
            }
        }
        assertEquals(List.of(), strange);
        return literals;
    }

    /** The literal that a constant of the same file stands for. */
    private static @Nullable String constant(String source, String name) {
        Matcher declared = Pattern.compile("String " + Pattern.quote(name) + " = (\"(?:[^\"\\\\]|\\\\.)*\");")
                .matcher(source);
        return declared.find() ? declared.group(1) : null;
    }

    private static String unescaped(String literal) {
        String inside = literal.substring(1, literal.length() - 1);
        return UNICODE.matcher(inside)
                .replaceAll(code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1), 16))))
                .translateEscapes();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
