package org.jibao.slip;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jibao.checking.Verdict;
import org.jibao.finding.Language;
import org.jibao.finding.Severity;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.reading.book.SourceBook.LeftOut;
import org.jibao.slip.SlipFinding.SlipCell;

/** A slip's own words. What was found is in words already. */
final class SlipWords {

    private static final Wording WORDS = Wording.of(SlipWords.class);

    private final Language language;

    SlipWords(Language language) {
        this.language = language;
    }

    Language language() {
        return language;
    }

    String say(String key, Object... values) {
        return WORDS.text(key, values).in(language);
    }

    /** Between sentences. */
    String between() {
        return language == Language.ZH ? "" : " ";
    }

    /** Between parts of one line. */
    String gap() {
        return language == Language.ZH ? "　" : "   ";
    }

    /** One line; empty where nothing was left out. */
    static String leftOut(Set<LeftOut> kinds, Set<String> emptied, List<Language> languages) {
        List<Text> sentences = new ArrayList<>();
        if (!kinds.isEmpty()) {
            sentences.add(WORDS.text(
                    "copy.left-out",
                    list(new TreeSet<>(kinds).stream().map(SlipWords::kind).toList())));
        }
        if (!emptied.isEmpty()) {
            sentences.add(WORDS.text(
                    "copy.emptied",
                    list(new TreeSet<>(emptied).stream().map(Text::same).toList())));
        }
        return languages.stream()
                .map(language -> sentences.stream()
                        .map(sentence -> sentence.in(language))
                        .collect(Collectors.joining(language == Language.ZH ? "" : " ")))
                .collect(Collectors.joining(" "))
                .strip();
    }

    private static Text list(List<Text> all) {
        return new Text(
                all.stream().map(Text::zh).collect(Collectors.joining("、")),
                all.stream().map(Text::en).collect(Collectors.joining(", ")));
    }

    private static Text kind(LeftOut kind) {
        return WORDS.text(
                switch (kind) {
                    case MACROS -> "left-out.macros";
                    case LINKS -> "left-out.links";
                    case CONNECTIONS -> "left-out.connections";
                    case OBJECTS -> "left-out.objects";
                    case PICTURES -> "left-out.pictures";
                    case HYPERLINKS -> "left-out.hyperlinks";
                    case NAMES -> "left-out.names";
                    case COMMENTS -> "left-out.comments";
                    case CONDITIONS -> "left-out.conditions";
                    case TABLES -> "left-out.tables";
                    case HEADERS -> "left-out.headers";
                    case VALIDATIONS -> "left-out.validations";
                    case FORMULAS -> "left-out.formulas";
                });
    }

    String what(Verdict verdict) {
        return switch (verdict) {
            case RETURNED -> say("slip.returned");
            case REJECTED -> say("slip.rejected");
            default -> say("slip.accepted");
        };
    }

    /** What the colours of the cells mean. */
    String colours(List<SlipFinding> findings) {
        boolean probable = findings.stream().anyMatch(SlipFinding::isProbable);
        return probable ? say("slip.probable") + between() + say("slip.colours") : say("slip.colours");
    }

    String severity(SlipFinding finding) {
        if (finding.isProbable()) {
            return say("severity.probable");
        }
        if (finding.answered()) {
            return say("severity.answered");
        }
        return finding.severity() == Severity.NOTE ? say("severity.note") : kind(finding.severity());
    }

    private String kind(Severity severity) {
        return severity == Severity.ERROR ? say("severity.error") : say("severity.warning");
    }

    /** Both sides of a broken identity with the names of their cells; empty where there is none. */
    String sides(SlipFinding finding) {
        if (finding.left().isEmpty() && finding.right().isEmpty()) {
            return "";
        }
        String text = say("sides.left", side(finding.left())) + "\n" + say("sides.right", side(finding.right()));
        return finding.difference().isEmpty() ? text : text + "\n" + say("sides.difference", finding.difference());
    }

    private String side(List<SlipCell> cells) {
        return cells.isEmpty()
                ? say("sides.elsewhere")
                : cells.stream()
                        .map(cell -> say(
                                "sides.cell",
                                cell.label(),
                                String.valueOf(cell.place().cell()),
                                cell.value()))
                        .collect(Collectors.joining(say("sides.between")));
    }
}
