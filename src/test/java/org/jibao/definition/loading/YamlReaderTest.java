package org.jibao.definition.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class YamlReaderTest {

    private final Path parent;

    YamlReaderTest(@TempDir Path parent) {
        this.parent = parent;
    }

    private List<String> problemsOf(String yaml) {
        return TestJob.in(parent).with("job.yaml", yaml).problems();
    }

    @Test
    void placesSyntaxErrors() {
        assertEquals(
                List.of(
                        "job.yaml:2: not valid YAML (expected the node content, but found '-'): check indentation, quotes and the space after a colon; use no tabs"),
                problemsOf("title: x\nversion: [- 1\n"));
    }

    @Test
    void rejectsTabs() {
        assertEquals(
                List.of(
                        "job.yaml:2: not valid YAML (found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)): check indentation, quotes and the space after a colon; use no tabs"),
                problemsOf("due:\n\tday: 1\n"));
    }

    @Test
    void rejectsFileWithoutMapping() {
        List<String> expected = List.of("job.yaml:1: the file must consist of \"key: value\" lines");
        assertEquals(expected, problemsOf(""));
        assertEquals(expected, problemsOf("- a\n- b\n"));
        assertEquals(expected, problemsOf("words"));
    }

    @Test
    void rejectsDuplicateKeys() {
        assertEquals(
                List.of("job.yaml:14: key \"version\" is already given in line 2; keep one"),
                problemsOf(TestJob.JOB + "version: 2\n"));
    }

    @Test
    void constructsNothingFromTags() {
        assertEquals(
                List.of(
                        "job.yaml:2: YAML tags such as \"tag:yaml.org,2002:javax.script.ScriptEngineManager\" are not accepted; remove it"),
                TestJob.in(parent)
                        .withJob("version: \"1\"", "version: !!javax.script.ScriptEngineManager \"1\"")
                        .problems());
    }

    @Test
    void limitsAliases() {
        StringBuilder bomb = new StringBuilder("a: &a [x, x]\nb:\n");
        bomb.append("  - *a\n".repeat(51));
        assertEquals(
                List.of(
                        "job.yaml:1: not valid YAML (Number of aliases for non-scalar nodes exceeds the specified max=50): check indentation, quotes and the space after a colon; use no tabs"),
                problemsOf(bomb.toString()));
    }

    @Test
    void survivesAliasOfItself() {
        assertEquals(
                List.of("job.yaml:13: \"forms\" must be a text"),
                TestJob.in(parent)
                        .withJob("forms: [cover, counts, items]", "forms: &all [cover, counts, items, *all]")
                        .problems());
    }

    @Test
    void limitsDepth() {
        assertEquals(
                List.of(
                        "job.yaml:1: not valid YAML (Nesting Depth exceeded max 20): check indentation, quotes and the space after a colon; use no tabs"),
                problemsOf("a: " + "[".repeat(30) + "]".repeat(30)));
    }

    @Test
    void rejectsSecondDocument() {
        assertEquals(
                List.of(
                        "job.yaml:14: not valid YAML (but found another document): check indentation, quotes and the space after a colon; use no tabs"),
                problemsOf(TestJob.JOB + "---\na: 1\n"));
    }
}
