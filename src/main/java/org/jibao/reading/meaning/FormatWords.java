package org.jibao.reading.meaning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jibao.definition.Measure;
import org.jibao.reading.workbook.NumberFormat.FormatSection;
import org.jspecify.annotations.Nullable;

/**
 * What a number format adds to the number that the cell holds: words such as a unit, and a scale. {@code 0!.0,"万元"} shows 840900 as
 * 84.1万元: the stored number is in 元, whatever the word says.
 *
 * @param divisor by what the number is divided before it is shown
 * @param unit the unit among the words, or null
 * @param word that unit as the format writes it
 * @param others words that are neither a unit nor a currency; empty where there are none
 * @param digits whether it shows digits of its own, so that what is seen is another number
 * @param shown whether the number is shown at all
 */
public record FormatWords(
        BigDecimal divisor, @Nullable Measure unit, String word, String others, boolean digits, boolean shown) {

    private static final int REMEMBERED = 2000;
    private static final Map<String, FormatWords> MEMORY = new ConcurrentHashMap<>();
    private static final FormatWords NOTHING = new FormatWords(BigDecimal.ONE, null, "", "", false, true);

    /** What the format of a number says of it. */
    public static FormatWords of(@Nullable String format, BigDecimal number) {
        if (format == null) {
            return NOTHING;
        }
        String section = FormatSection.of(format, number);
        FormatWords known = MEMORY.get(section);
        if (known == null) {
            known = new Parser(section).parse();
            if (MEMORY.size() < REMEMBERED) {
                MEMORY.put(section, known);
            }
        }
        return known;
    }

    /** Whether the number means what it would mean in General. */
    boolean plain() {
        return unit == null && divisor.compareTo(BigDecimal.ONE) == 0 && !digits && shown;
    }

    /** Reads one section of a format, character by character. */
    private static final class Parser {

        private static final String PLACEHOLDERS = "0#?";
        private static final Pattern GENERAL = Pattern.compile("General|G/通用格式|@");
        private static final Pattern BRACKETS = Pattern.compile("[()（）\\[\\]【】]");
        private static final int THOUSAND = 3;

        private final String section;
        private final List<String> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private int commas;
        private int decimals = -1;
        private boolean places;
        private boolean point;

        Parser(String section) {
            this.places = GENERAL.matcher(section).find();
            this.section = GENERAL.matcher(section).replaceAll("");
        }

        FormatWords parse() {
            for (int i = 0; i < section.length(); i++) {
                char sign = section.charAt(i);
                switch (sign) {
                    case '"' -> i = quoted(i + 1);
                    case '\\', '!' -> literal(++i < section.length() ? section.charAt(i) : ' ');
                    case '_', '*' -> i++;
                    case '[' -> i = bracket(i);
                    default -> plain(sign);
                }
            }
            endWord();
            return result();
        }

        private void plain(char sign) {
            if (PLACEHOLDERS.indexOf(sign) >= 0) {
                endWord();
                places = true;
                commas = 0;
                decimals += decimals >= 0 && !point ? 1 : 0;
            } else if (sign == ',') {
                commas += places && !point ? 1 : 0;
            } else if (sign == '.') {
                point = true;
                endWord();
            } else if (sign != 'E' && sign != 'e' && sign != '%') {
                literal(sign);
            }
        }

        /** A point that is only a letter of the format: the digits behind it are whole ones. */
        private void literal(char sign) {
            if (sign == '.' && places && !point && decimals < 0) {
                decimals = 0;
            } else {
                word.append(sign);
            }
        }

        private int quoted(int from) {
            int end = section.indexOf('"', from);
            int to = end < 0 ? section.length() : end;
            section.substring(from, to).chars().forEach(sign -> literal((char) sign));
            return to;
        }

        /** {@code [$¥-804]} shows a currency; conditions, colours and numerals show nothing. */
        private int bracket(int from) {
            int end = section.indexOf(']', from);
            int to = end < 0 ? section.length() : end;
            if (section.startsWith("[$", from)) {
                String currency = section.substring(from + 2, to);
                int dash = currency.indexOf('-');
                word.append(dash < 0 ? currency : currency.substring(0, dash));
            }
            return to;
        }

        private void endWord() {
            String text = word.toString().strip();
            word.setLength(0);
            if (!text.isEmpty()) {
                words.add(text);
            }
        }

        private FormatWords result() {
            String unitWord = "";
            Measure unit = null;
            StringBuilder others = new StringBuilder();
            for (String text : words) {
                Optional<Measure> measure = Measure.known(BRACKETS.matcher(text).replaceAll(""));
                if (measure.isPresent() && unit == null) {
                    unit = measure.get();
                    unitWord = text;
                } else if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
                    others.append(others.isEmpty() ? "" : " ").append(text);
                }
            }
            boolean digits = others.chars().anyMatch(Character::isDigit);
            int power = THOUSAND * commas + Math.max(0, decimals);
            return new FormatWords(
                    BigDecimal.ONE.movePointRight(power), unit, unitWord, others.toString(), digits, places);
        }
    }
}
