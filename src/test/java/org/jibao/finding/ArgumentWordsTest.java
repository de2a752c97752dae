package org.jibao.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jibao.definition.CellType;
import org.jibao.inbox.Unreadable;
import org.jibao.mime.LeftPart;
import org.junit.jupiter.api.Test;

/**
 * Where the code passes a word of its own as an argument, each value has its wording, and no wording is left over. The
 * values are taken from the sources, so that a new one cannot be forgotten.
 */
class ArgumentWordsTest {

    private static final Path MAIN = Path.of("src/main/java/org/jibao");

    @Test
    void wordsWhatIsExpected() {
        Set<String> kinds = Stream.of(CellType.Kind.values())
                .map(kind -> kind.name().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(kinds, worded("expected"));
    }

    @Test
    void wordsAxes() throws IOException {
        assertEquals(
                found("reading", "labels\\.check\\([^;]*\"(\\w+)\"\\)", "position, \"(\\w+)\", one"), worded("axis"));
    }

    @Test
    void wordsWhatASourceIs() throws IOException {
        Set<String> claims = found("reading/identity/Claims.java", "new Claim\\(\"([\\w-]+)\"");
        assertEquals(claims, worded("firstSource"));
        claims.addAll(found("reading/identity/IdentityReader.java", "\"(job\\.yaml)\""));
        assertEquals(claims, worded("secondSource"));
    }

    @Test
    void wordsWhatIsContradicted() throws IOException {
        Set<String> what = found(
                "reading/identity/IdentityReader.java", "agreed\\(\"(\\w+)\"", "Place\\.FILE, \"(job)\", \"job\"");
        what.addAll(found("reading/identity/PeriodClaims.java", "agreed\\(\"(\\w+)\""));
        assertEquals(what, worded("what"));
    }

    @Test
    void wordsPersonalNumbers() throws IOException {
        assertEquals(found("guard/PersonalNumbers.java", "\"([a-z]+-number)\""), worded("kind"));
    }

    @Test
    void wordsMarks() throws IOException {
        Set<String> marks =
                found("reading/workbook/UnusualDigits.java", "\"[A-Z ]+\", \"([a-z-]+)\"", "orElse\\(\"([a-z-]+)\"\\)");
        marks.addAll(Set.of("struck-out", "raised", "lowered"));
        assertEquals(marks, worded("mark"));
    }

    @Test
    void wordsAFormWithoutAUnit() throws IOException {
        assertEquals(found("reading/meaning/CellFindings.java", "NO_UNIT = \"(\\w+)\""), worded("own"));
    }

    @Test
    void wordsDamage() throws IOException {
        Set<String> details = found(
                "inbox",
                "DamagedException\\(\"([\\w-]+)\"",
                "\\? \"(zip-\\w+)\" :",
                ": \"(zip-\\w+)\"\\)",
                "FILE_TRUNCATED, \"([\\w-]+)\"");
        // These are said otherwise, each with a reason of its own.
        details.removeAll(Set.of("zip-method", "zip-twins"));
        details.addAll(found("reading/csv/CsvRows.java", "finding\\(\\w+, \"([\\w-]+)\"\\)"));
        Stream.of(Unreadable.values()).map(Unreadable::word).forEach(details::add);
        Stream.of(LeftPart.Why.values())
                .filter(why -> why != LeftPart.Why.OTHER_KIND)
                .map(why ->
                        "mail-" + why.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .forEach(details::add);
        assertEquals(details, worded("detail"));
    }

    @Test
    void wordsHowProbableACellIs() throws IOException {
        String probable = "checking/ProbableCellFindings.java";
        assertEquals(
                found(probable, "\\? \"(likeliest)\"", "return \"(only)\"", "OPEN = \"(\\w+)\"", "FEWEST = \"(\\w+)\""),
                worded("certainty"));
        assertEquals(
                found(probable, "\\? \"(none)\"", ": \"(given-up)\"", "IfAbsent\\(\"(elsewhere)\""), worded("outcome"));
    }

    @Test
    void curesOnlyWhatThereIs() {
        Set<String> words = new TreeSet<>();
        worded("found").forEach(found -> {
            words.add("file-not-workbook." + found);
            words.add("file-format-unsupported." + found);
        });
        worded("detail").forEach(detail -> words.add("file-unreadable." + detail));
        worded("outcome").forEach(outcome -> words.add("cell-probable-none." + outcome));
        assertEquals(Set.of(), minus(worded("cure"), words));
    }

    private static Set<String> minus(Set<String> some, Set<String> others) {
        Set<String> left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }

    @Test
    void wordsLimits() throws IOException {
        Set<String> limits = found("inbox", "exceeded\\(\"([\\w-]+)\"");
        limits.addAll(found("reading", "\\bcheck\\(\"([\\w-]+)\"", "LimitExceededException\\(\"([\\w-]+)\""));
        limits.addAll(found("store/Submission.java", "raw, \"(\\w+)\", LARGEST"));
        assertEquals(limits, worded("limit"));
    }

    @Test
    void wordsEveryKindOfFile() throws IOException {
        String call = "FILE_(?:NOT_WORKBOOK|FORMAT_UNSUPPORTED), ";
        Set<String> kinds = found(
                "inbox",
                "\"(Excel [^\"]+)\"",
                "entry\\(\"[^\"]+\", \"([^\"]+)\"\\)",
                "\n +\"[^\"]+\", \"([^\"]+)\"",
                call + "\"([^\"]+)\"",
                call + "[^;]*?\\? \"([^\"]+)\"",
                call + "[^;]*\\? \"([^\"]+)\"",
                call + "[^;]*: \"([^\"]+)\"\\)");
        assertEquals(kinds, worded("found"));
    }

    private static Set<String> worded(String argument) {
        String prefix = "word." + argument + ".";
        return Messages.bundle(Language.ZH).keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(String where, String... patterns) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : sources(MAIN.resolve(where))) {
            String source = Files.readString(file);
            for (String pattern : patterns) {
                Matcher matcher = Pattern.compile(pattern).matcher(source);
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        }
        return found;
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
