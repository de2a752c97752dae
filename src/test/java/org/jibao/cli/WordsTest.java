package org.jibao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.TreeSet;
import org.jibao.finding.Language;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void hasTheSameKeysInBothLanguages() {
        assertEquals(
                new TreeSet<>(Words.bundle(Language.EN).keySet()),
                new TreeSet<>(Words.bundle(Language.ZH).keySet()));
    }

    @Test
    void takesTheSameValuesInBothLanguages() {
        for (String key : Words.bundle(Language.EN).keySet()) {
            assertEquals(
                    placeholders(Language.EN, key), placeholders(Language.ZH, key), () -> "placeholders of " + key);
        }
    }

    private static TreeSet<String> placeholders(Language language, String key) {
        TreeSet<String> found = new TreeSet<>();
        java.util.regex.Matcher matcher = java.util.regex.Pattern.compile("\\{\\d}")
                .matcher(Words.bundle(language).getString(key));
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    @Test
    void fillsValuesInAsTheyAre() {
        assertEquals(
                "New files collected from inbox: 1200.",
                Words.say(Language.EN, "run.collected", String.valueOf(1200), "inbox"));
    }
}
