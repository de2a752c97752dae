package org.jibao.architecture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Searches hostile texts with a pattern, and says on which it takes more steps than the text is long, two hundred times
 * over.
 */
final class LinearSearch {

    private static final int STEPS = 200;

    /** Several times what a search that calls itself for each character has room for. */
    private static final int LONG = 40_000;

    private static final int SHORT = 1_000;
    private static final int MOST_SIGNS = 14;
    private static final String USUAL = " \t\n0a年_-.,:(";

    private final Pattern pattern;
    private final List<String> faults = new ArrayList<>();

    private LinearSearch(Pattern pattern) {
        this.pattern = pattern;
    }

    static List<String> faults(Pattern pattern) {
        LinearSearch search = new LinearSearch(pattern);
        search.run();
        return search.faults;
    }

    private void run() {
        String signs = signs();
        for (int i = 0; i < signs.length() && faults.isEmpty(); i++) {
            String sign = signs.substring(i, i + 1);
            check(sign, i < 6 ? LONG : SHORT, "");
            for (int j = 0; j < signs.length() && faults.isEmpty(); j++) {
                String two = sign + signs.charAt(j);
                check(two, SHORT, "");
                check(sign, SHORT, two + "\u0001" + two);
            }
        }
        for (String words : words()) {
            check(words, SHORT, "");
            check(" ", SHORT, words);
            check("\n", SHORT, words);
        }
    }

    /** The pattern's own characters, and those that texts are full of. */
    private String signs() {
        Set<String> signs = new LinkedHashSet<>();
        " 0a年\n".chars().forEach(sign -> signs.add(Character.toString(sign)));
        literals().chars().forEach(sign -> signs.add(Character.toString(sign)));
        USUAL.chars().forEach(sign -> signs.add(Character.toString(sign)));
        return String.join("", signs.stream().limit(MOST_SIGNS).toList());
    }

    /** Escaped operators count, others do not. */
    private String literals() {
        return pattern.pattern()
                .replaceAll("\\\\[dswbpPAzG]", "")
                .replaceAll("(?<!\\\\)[\\^$?*+|{}()\\[\\]]", "")
                .replace("\\", "");
    }

    /** What is left of the pattern without its operators is near to what it finds. */
    private List<String> words() {
        String plain = pattern.pattern()
                .replaceAll("\\\\d", "1")
                .replaceAll("\\\\s", " ")
                .replaceAll("[\\\\^$?*+|{}()\\[\\]]", "");
        return List.of(plain.isEmpty() ? "x" : plain, "1x", "12" + plain, "年1");
    }

    /** A text of one piece repeated, with something at both ends. */
    private void check(String piece, int length, String end) {
        String text = end + piece.repeat(length / piece.length()) + end;
        try {
            Counted all = new Counted(text);
            Matcher matcher = pattern.matcher(all);
            while (matcher.find()) {
                all.found();
            }
            pattern.matcher(new Counted(text)).matches();
        } catch (TooManySteps | StackOverflowError e) {
            faults.add(e.getClass().getSimpleName() + " on \"" + piece + "\" x " + length + " between \"" + end + "\"");
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A text that counts how often it is looked at. */
    private static final class Counted implements CharSequence {
        private final String text;
        private long left;

        Counted(String text) {
            this.text = text;
            this.left = (long) STEPS * text.length() + 10_000;
        }

        /** Each match may be as short as nothing. */
        void found() {
            step();
        }

        private void step() {
            if (--left < 0) {
                throw new TooManySteps();
            }
        }

        @Override
        public char charAt(int index) {
            step();
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
