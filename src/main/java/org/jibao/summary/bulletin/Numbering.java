package org.jibao.summary.bulletin;

import java.util.ArrayList;
import java.util.List;
import org.jibao.finding.Language;

/** Numbers as official letters write them before headings and paragraphs: 一、 then （一） then 1．; in English 1. throughout. */
final class Numbering {

    private static final String DIGITS = "零一二三四五六七八九";

    private Numbering() {}

    /** How deep in the letter. */
    enum Level {
        FIRST,
        SECOND,
        THIRD
    }

    static List<String> of(List<String> texts, Language language, Level level) {
        List<String> numbered = new ArrayList<>();
        for (String text : texts) {
            numbered.add(mark(numbered.size() + 1, language, level) + text);
        }
        return numbered;
    }

    static String mark(int number, Language language, Level level) {
        if (language == Language.EN) {
            return number + ". ";
        }
        return switch (level) {
            case FIRST -> chinese(number) + "、";
            case SECOND -> "（" + chinese(number) + "）";
            case THIRD -> number + "．";
        };
    }

    /** 1 to 99; no letter has more. */
    static String chinese(int number) {
        if (number > 99) {
            return String.valueOf(number);
        }
        String ones = number % 10 == 0 && number > 0 ? "" : DIGITS.substring(number % 10, number % 10 + 1);
        int tens = number / 10;
        return tens == 0 ? ones : (tens == 1 ? "" : DIGITS.substring(tens, tens + 1)) + "十" + ones;
    }
}
