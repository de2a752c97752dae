package org.jibao.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Finding;
import org.jibao.inbox.Inbox;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.Limits;
import org.jibao.testkit.ShippedForms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file of the sample county is read as its generator says, as far as reading can tell. */
class SampleCountyTest {

    /** What only the store, the rules or the run's clock can tell. */
    private static final Set<String> LATER = Set.of(
            "return-late",
            "return-zero",
            "file-duplicate",
            "return-after-close",
            "cell-probable",
            "cell-probable-none");

    @Test
    void findsInEveryFileWhatTheGeneratorPutThere(@TempDir Path folder) throws IOException {
        JobDefinition job = ShippedForms.load(folder);
        ReturnReader reader = new ReturnReader(job, Limits.standard());
        Map<String, Set<String>> found = new TreeMap<>();
        for (InboxFile file : Inbox.list(Path.of("sample-data/county/quarterly-disclosure"), Limits.standard())
                .files()) {
            Set<String> findings = findings(reader.read(file));
            if (!findings.isEmpty()) {
                found.put(file.name(), findings);
            }
        }
        assertEquals(lines(expected()), lines(found));
    }

    private static Set<String> findings(Reading reading) {
        List<Finding> findings = reading instanceof Reading.Rejected rejected
                ? List.of(rejected.reason())
                : ((Reading.Read) reading).document().findings();
        Set<String> lines = new TreeSet<>();
        findings.forEach(finding -> lines.add(line(finding)));
        return lines;
    }

    private static String line(Finding finding) {
        String place = finding.place().toString();
        return place.isEmpty() ? finding.code() : finding.code() + "@" + place;
    }

    private static Map<String, Set<String>> expected() throws IOException {
        Map<String, Set<String>> expected = new TreeMap<>();
        List<String> lines = Files.readAllLines(Path.of("sample-data/expected/quarterly-disclosure/expectations.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] parts = line.split(",", -1);
            List<String> findings = new ArrayList<>(Arrays.asList((parts[2] + "|" + parts[3]).split("\\|")));
            findings.removeIf(finding -> finding.isEmpty()
                    || LATER.contains(finding.split("@", -1)[0])
                    || finding.split("@", -1)[0].contains("."));
            if (!findings.isEmpty() && !parts[1].equals("ignored")) {
                expected.put(parts[0], new TreeSet<>(findings));
            }
        }
        return expected;
    }

    private static String lines(Map<String, Set<String>> findings) {
        StringBuilder lines = new StringBuilder();
        findings.forEach(
                (file, codes) -> lines.append(file).append(' ').append(codes).append('\n'));
        return lines.toString();
    }
}
