package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jibao.testkit.FaultTable;
import org.jibao.testkit.FaultTable.Row;
import org.junit.jupiter.api.Test;

/** {@code src/docs/faults.md} against the tests that bring the faults about; what the tool says each of them compares itself. */
class FaultTableTest {

    private static final Path TESTS = Path.of("src/test/java/org/jibao");
    private static final Pattern COMPARED = Pattern.compile("FaultTable\\.assertSaid\\(\\s*\"([a-z-]+)\"");

    @Test
    void namesForEachFaultTestsThatThereAre() throws IOException {
        for (Row row : FaultTable.rows().values()) {
            StringBuilder bodies = new StringBuilder();
            for (String test : row.tests()) {
                bodies.append(body(test));
            }
            boolean compares = COMPARED.matcher(bodies).results().anyMatch(found -> found.group(1)
                    .equals(row.fault()));
            assertEquals(!row.said().isEmpty(), compares, row.fault() + ": its tests compare what is said");
        }
    }

    @Test
    void leavesNothingOutThatATestBringsAbout() throws IOException {
        Set<String> compared = new TreeSet<>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                COMPARED.matcher(Files.readString(file)).results().forEach(found -> compared.add(found.group(1)));
            }
        }
        Set<String> quoted = FaultTable.rows().values().stream()
                .filter(row -> !row.said().isEmpty())
                .map(Row::fault)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(quoted, compared);
    }

    @Test
    void saysOfEachFaultWhatThereIsToSay() {
        for (Row row : FaultTable.rows().values()) {
            assertFalse(row.done().isEmpty(), row.fault());
            assertTrue(row.exit().matches("[0-3]( \\(.+\\))?|137|—"), row.fault() + ": " + row.exit());
            assertFalse(row.after().isEmpty(), row.fault());
            assertFalse(row.next().isEmpty(), row.fault());
        }
    }

    @Test
    void isLinkedFromBothReadmes() throws IOException {
        for (String readme : new String[] {"README.md", "README.zh-CN.md"}) {
            assertTrue(Files.readString(Path.of(readme)).contains("](src/docs/faults.md)"), readme);
        }
    }

    /** A method from its name to the brace that ends it. */
    private static String body(String test) throws IOException {
        String[] words = test.split("\\.", 2);
        Path file;
        try (Stream<Path> files = Files.walk(TESTS)) {
            file = files.filter(path -> path.endsWith(words[0] + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no " + words[0]));
        }
        Pattern method = Pattern.compile(
                "@(?:Parameterized)?Test\\b(?:(?!@Test|\\n    }).)*?void " + words[1] + "\\((.*?)\\n    }",
                Pattern.DOTALL);
        return method.matcher(Files.readString(file))
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow(() -> new AssertionError(words[0] + " has no test " + words[1]));
    }
}
