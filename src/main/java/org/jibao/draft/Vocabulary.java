package org.jibao.draft;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jibao.calendar.PeriodKind;

/** Words by which labels are known, in every language at once: {@code vocabulary.properties}. */
final class Vocabulary {

    private static final Properties LISTS = read();
    private static final Pattern BRACKETS = Pattern.compile("[(\\[【][^()\\[\\]【】]*+[)\\]】]");

    private final List<String> words;

    /** Who reports. */
    static final Vocabulary UNIT_NAME = new Vocabulary("unit-name");

    static final Vocabulary UNIT_CODE = new Vocabulary("unit-code");
    static final Vocabulary PERIOD = new Vocabulary("period");

    /** Of a period that stands in two columns. */
    static final Vocabulary YEAR = new Vocabulary("year");

    /** Other lines of a cover: who filled it in, when, telephone. */
    static final Vocabulary COVER_OTHER = new Vocabulary("cover-other");

    static final Vocabulary DATE = new Vocabulary("date");
    static final Vocabulary SERIAL = new Vocabulary("serial");
    static final Vocabulary RUNNING = new Vocabulary("running");
    static final Vocabulary MEASURE = new Vocabulary("measure");
    static final Vocabulary REMARKS = new Vocabulary("remarks");
    static final Vocabulary NOTE = new Vocabulary("note");
    static final Vocabulary TOTAL = new Vocabulary("total");
    static final Vocabulary SHARE = new Vocabulary("share");
    static final Vocabulary AVERAGE = new Vocabulary("average");
    static final Vocabulary UNIT_KIND = new Vocabulary("unit-kind");
    static final Vocabulary STOCK = new Vocabulary("stock");
    static final Vocabulary OF_WHICH = new Vocabulary("of-which");
    static final Vocabulary MONEY = new Vocabulary("money");
    /** What must be filled in. */
    static final Vocabulary MUST = new Vocabulary("must");

    /** The same, and what need not. */
    static final Vocabulary MUST_OR_NOT = new Vocabulary("must-or-not");

    /** How many there are. */
    static final Vocabulary COUNTED = new Vocabulary("counted");

    /** Words that only look as if they counted. */
    static final Vocabulary NOT_COUNTED = new Vocabulary("not-counted");

    /** What a label begins or ends with that asks for words. */
    static final Vocabulary NO_FIGURE = new Vocabulary("no-figure");

    static final Vocabulary AMOUNT = new Vocabulary("amount");

    /** What a label of an amount may begin with. */
    static final Vocabulary MEASURED = new Vocabulary("measured");

    /** Groups of people that are counted. */
    static final Vocabulary COUNTED_PARTS = new Vocabulary("counted-parts");

    static final Vocabulary SENSITIVE = new Vocabulary("sensitive");

    /** Words of titles by which a kind of period is known. */
    static Vocabulary period(PeriodKind kind) {
        return new Vocabulary("period-" + kind.name().toLowerCase(Locale.ROOT));
    }

    private Vocabulary(String key) {
        this.words = Stream.of(LISTS.getProperty(key).split("\\|", -1))
                .map(Vocabulary::plain)
                .toList();
    }

    private static Properties read() {
        Properties lists = new Properties();
        try (InputStream stream = Vocabulary.class.getResourceAsStream("vocabulary.properties")) {
            lists.load(new InputStreamReader(java.util.Objects.requireNonNull(stream), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lists;
    }

    /** In one width, without what stands in brackets and without marks. */
    static String plain(String label) {
        String half = Normalizer.normalize(label, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String words = BRACKETS.matcher(half).replaceAll("");
        return words.replaceAll("[^\\p{L}\\p{N}%]+", " ").strip().replaceAll("(?<=\\p{IsHan}) (?=\\p{IsHan})", "");
    }

    /** Whether the label is one of the words. */
    boolean is(String label) {
        return words.contains(plain(label));
    }

    /** Whether the label begins with one of the words. */
    boolean begins(String label) {
        String plain = plain(label);
        return words.stream().anyMatch(word -> plain.startsWith(word) && bounded(plain, word.length()));
    }

    /** Whether the label ends with one of the words. */
    boolean ends(String label) {
        String plain = plain(label);
        return words.stream().anyMatch(word -> plain.endsWith(word) && bounded(plain, plain.length() - word.length()));
    }

    /** Whether one of the words stands anywhere in the label. */
    boolean in(String label) {
        String plain = plain(label);
        return words.stream().anyMatch(word -> {
            int at = plain.indexOf(word);
            return at >= 0 && bounded(plain, at) && bounded(plain, at + word.length());
        });
    }

    /** Latin words are whole words; Chinese has no gaps between them. */
    private static boolean bounded(String plain, int at) {
        return at <= 0 || at >= plain.length() || !latin(plain.charAt(at - 1)) || !latin(plain.charAt(at));
    }

    private static boolean latin(char sign) {
        return sign >= 'a' && sign <= 'z';
    }
}
