package org.jibao.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jibao.definition.AnswersDefinition.Kind;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.mailbook.MailRecord.Left;

/** Words in the job's language. */
final class SpokenWords {

    private static final Wording WORDS = Wording.of(SpokenWords.class);

    /** So many parts of a mail are named that were not taken. */
    static final int NAMED = 10;

    private final JobDefinition job;

    SpokenWords(JobDefinition job) {
        this.job = job;
    }

    String say(Text text) {
        return text.in(job.language());
    }

    /** The job's own words for the beginning of an answer, or ours. */
    String opening(Kind kind, Text ours) {
        Text own = job.receipt().answers().words().get(kind);
        return say(own == null ? ours : own);
    }

    /** What of a mail was not taken, each with why. */
    List<String> leftOut(List<Left> left) {
        List<String> lines = new ArrayList<>();
        left.stream()
                .limit(NAMED)
                .map(one -> say(WORDS.text("left.one", one.name(), why(one.why()))))
                .forEach(lines::add);
        if (left.size() > NAMED) {
            lines.add(say(WORDS.text("left.more", left.size() - NAMED)));
        }
        return lines;
    }

    private static Text why(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "other_kind" -> WORDS.text("left.other-kind");
            case "too_large" -> WORDS.text("left.too-large");
            case "too_many" -> WORDS.text("left.too-many");
            case "too_deep" -> WORDS.text("left.too-deep");
            case "damaged" -> WORDS.text("left.damaged");
            case "encrypted" -> WORDS.text("left.encrypted");
            default -> WORDS.text("left.unknown");
        };
    }
}
