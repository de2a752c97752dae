package org.jibao.cli.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.TreeSet;
import org.jibao.finding.Language;
import org.junit.jupiter.api.Test;

class ConsoleWordsTest {

    @Test
    void hasTheSameKeysInBothLanguages() {
        assertEquals(
                new TreeSet<>(ConsoleWords.bundle(Language.EN).keySet()),
                new TreeSet<>(ConsoleWords.bundle(Language.ZH).keySet()));
    }

    @Test
    void takesTheSameValuesInBothLanguages() {
        for (String key : ConsoleWords.bundle(Language.EN).keySet()) {
            assertEquals(
                    placeholders(Language.EN, key), placeholders(Language.ZH, key), () -> "placeholders of " + key);
        }
    }

    private static TreeSet<String> placeholders(Language language, String key) {
        TreeSet<String> found = new TreeSet<>();
        java.util.regex.Matcher matcher = java.util.regex.Pattern.compile("\\{\\d}")
                .matcher(ConsoleWords.bundle(language).getString(key));
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    @Test
    void fillsValuesInAsTheyAre() {
        assertEquals(
                "New files collected from inbox: 1200.",
                ConsoleWords.say(Language.EN, "run.collected", String.valueOf(1200), "inbox"));
    }
}
