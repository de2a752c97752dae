package org.jibao.answer;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jibao.answer.AnswerWords.Fact;
import org.jibao.answer.MailedFiles.Errors;
import org.jibao.calendar.Period;
import org.jibao.definition.AnswersDefinition.Kind;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/** What is said of one file. */
final class FileWords {

    private static final Wording WORDS = Wording.of(FileWords.class);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final JobDefinition job;
    private final MailedFile file;
    private final @Nullable Unit unit;
    private final boolean sender;
    private final SpokenWords words;

    /** @param sender whether the sender of the mail reads it; an answer to anyone else says nothing of that mail */
    FileWords(JobDefinition job, MailedFile file, @Nullable Unit unit, boolean sender) {
        this.job = job;
        this.file = file;
        this.unit = unit;
        this.sender = sender;
        this.words = new SpokenWords(job);
    }

    AnswerWords of(Kind kind, Errors errors, boolean slip) {
        boolean reasoned = kind == Kind.RETURNED || kind == Kind.REJECTED || kind == Kind.NOT_UNDERSTOOD;
        List<String> notes = new ArrayList<>();
        if (reasoned && errors.more() > 0) {
            notes.add(words.say(WORDS.text(slip ? "reasons.more-in-slip" : "reasons.more", errors.more())));
        }
        if (sender) {
            notes.addAll(words.leftOut(file.mail().left()));
        }
        return new AnswerWords(
                words.say(title(kind)),
                unit == null ? "" : words.say(WORDS.text("letter.greeting", unit.name())),
                words.opening(kind, opening(kind)),
                facts(),
                reasoned ? errors.first() : List.of(),
                notes,
                words.say(next(kind, slip)));
    }

    private Text title(Kind kind) {
        Text about = unit == null
                ? Text.same(sender ? file.given() : file.givenAlone())
                : WORDS.text("title.return", unit.name(), period());
        return switch (kind) {
            case RETURNED -> WORDS.text("title.returned", about);
            case REJECTED -> WORDS.text("title.rejected", about);
            case NOT_UNDERSTOOD -> WORDS.text("title.not-understood");
            case COMPLETE -> WORDS.text("title.complete", about);
            default -> WORDS.text("title.received", about);
        };
    }

    private static Text opening(Kind kind) {
        return switch (kind) {
            case RETURNED -> WORDS.text("opening.returned");
            case REJECTED -> WORDS.text("opening.rejected");
            case NOT_UNDERSTOOD -> WORDS.text("opening.password");
            case COMPLETE -> WORDS.text("opening.complete");
            default -> WORDS.text("opening.received");
        };
    }

    private Text next(Kind kind, boolean slip) {
        return switch (kind) {
            case RETURNED -> WORDS.text(slip ? "next.returned-with-slip" : "next.returned");
            case REJECTED -> WORDS.text("next.rejected");
            case NOT_UNDERSTOOD -> WORDS.text("next.password");
            case COMPLETE -> WORDS.text(file.warnings() > 0 ? "next.warnings" : "next.nothing");
            default -> received();
        };
    }

    private Text received() {
        return switch (file.standing()) {
            case "counted" -> WORDS.text(file.warnings() > 0 ? "next.warnings" : "next.nothing");
            case "returned" -> WORDS.text("next.returned");
            case "rejected" -> WORDS.text("next.rejected");
            case "held", "after_close" -> WORDS.text("next.office");
            default -> WORDS.text("next.nothing");
        };
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("fact.form", job.title()));
        if (file.period() != null) {
            facts.add(fact("fact.period", period()));
        }
        facts.add(fact("fact.file", Text.same(sender ? file.given() : file.givenAlone())));
        facts.add(fact(
                "fact.received",
                Text.same(MINUTE.format(file.mail().receivedAt().atZone(job.zone())))));
        facts.add(fact("fact.result", result()));
        if (file.warnings() > 0
                && (file.standing().equals("counted") || file.standing().equals("superseded"))) {
            facts.add(fact("fact.warnings", Text.same(String.valueOf(file.warnings()))));
        }
        facts.add(fact("fact.sha256", Text.same(sender ? file.file().sha256() : file.sha256())));
        return facts;
    }

    private Fact fact(String name, Text value) {
        return new Fact(words.say(WORDS.text(name)), words.say(value));
    }

    private Text period() {
        String code = String.valueOf(file.period());
        return job.periods()
                .parse(code)
                .map(Period::label)
                .orElseGet(() -> Text.same(file.period() == null ? "" : code));
    }

    private Text result() {
        return switch (file.standing()) {
            case "counted" -> WORDS.text(file.warnings() > 0 ? "result.counted-with-warnings" : "result.counted");
            case "superseded" -> WORDS.text("result.superseded");
            case "after_close" -> WORDS.text("result.after-close");
            case "held" -> WORDS.text("result.held");
            case "duplicate" -> WORDS.text("result.duplicate");
            case "returned" -> WORDS.text("result.returned");
            default -> WORDS.text("result.rejected");
        };
    }
}
