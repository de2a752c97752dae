package org.jibao.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.guard.VisibleText;
import org.jspecify.annotations.Nullable;

/** What the pages say, in the reader's language. */
final class Words {

    static final Wording WORDS = Wording.of(Words.class);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private static final Set<String> VERDICTS = Set.of(
            "accepted",
            "accepted-with-warnings",
            "returned",
            "rejected",
            "duplicate",
            "package",
            "superseded",
            "held",
            "after-close");

    private static final Set<String> STANDINGS = Set.of(
            "counted",
            "superseded",
            "after-close",
            "withdrawn",
            "returned",
            "rejected",
            "duplicate",
            "held",
            "pending");

    private static final Set<String> OPERANDS = Set.of("numerator", "denominator", "weight");
    private static final Set<String> DECISIONS = Set.of("accept", "withdraw", "reopen", "admit", "approve");

    private static final Set<String> ANSWERS =
            Set.of("received", "returned", "rejected", "not-understood", "reminder", "complete");

    private static final Set<String> LEFT =
            Set.of("other-kind", "too-large", "too-many", "too-deep", "damaged", "encrypted");

    private static final Set<String> AUDIENCES = Set.of("answer", "leaders", "officers", "operators", "folder");

    private final Language language;

    Words(Language language) {
        this.language = language;
    }

    String say(String key, Object... values) {
        return WORDS.text(key, values).in(language);
    }

    String of(@Nullable Text text) {
        return text == null ? "" : text.in(language);
    }

    /** Text of a stranger: what cannot be seen, or turns letters round, is shown as its escape. */
    static String shown(@Nullable String text) {
        return text == null ? "" : VisibleText.lines(text);
    }

    /** The same for a text of several lines. */
    static String lines(String text) {
        return text.lines().map(Words::shown).collect(Collectors.joining("\n"));
    }

    /** The word of one of several kinds, such as {@code state.on-time}. */
    String kind(String beginning, Enum<?> kind) {
        return say(beginning + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The word for a verdict of the ledger; one of a later program is shown as it is. */
    String verdict(String word) {
        String key = word.replace('_', '-');
        return VERDICTS.contains(key) ? say("verdict." + key) : word;
    }

    /** Whether a submission counts, or why not; a word of a later program is shown as it is. */
    String standing(String word) {
        String key = word.replace('_', '-');
        return STANDINGS.contains(key) ? say("standing." + key) : word;
    }

    /** What a cell does in a figure, likewise. */
    String operand(String word) {
        return OPERANDS.contains(word) ? say("operand." + word) : word;
    }

    /** What an officer decided; a word of a later program is shown as it is. */
    String decision(String word) {
        return DECISIONS.contains(word) ? say("decision." + word) : word;
    }

    /** For whom a delivery is; one of a later program is shown as it is. */
    String audience(String name) {
        return AUDIENCES.contains(name) ? say("audience." + name) : name;
    }

    /** What an answer to a unit is about; a word of a later program is shown as it is. */
    String answer(String kind) {
        return ANSWERS.contains(kind) ? say("answer-kind." + kind) : kind;
    }

    /** Why a part of a mail was not taken, likewise. */
    String left(String why) {
        String key = why.replace('_', '-');
        return LEFT.contains(key) ? say("mail-left." + key) : why;
    }

    String time(@Nullable Instant time, ZoneId zone) {
        return time == null ? "" : MINUTE.format(time.atZone(zone));
    }

    Language language() {
        return language;
    }
}
