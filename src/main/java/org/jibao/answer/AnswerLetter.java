package org.jibao.answer;

import java.util.List;
import org.jibao.answer.AnswerWords.Fact;
import org.jibao.answer.AnswerWords.Reason;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.guard.PersonalNumbers;
import org.jibao.summary.Letter;

/** Writes an answer as a letter: plain words, and a page that says the same. */
final class AnswerLetter {

    private static final Wording WORDS = Wording.of(AnswerLetter.class);

    private final Language language;
    private final String office;
    private final AnswerWords words;
    private final StringBuilder text = new StringBuilder();

    AnswerLetter(JobDefinition job, AnswerWords words) {
        this.language = job.language();
        this.words = words;
        Text signature = job.receipt().answers().signature();
        this.office =
                signature == null ? WORDS.text("letter.office", job.title()).in(language) : signature.in(language);
    }

    Letter letter(String subject) {
        AnswerPage page = new AnswerPage(language, masked(words.title()));
        page.title(masked(words.title()));
        line(words.title());
        line("");
        paragraph(page, words.greeting());
        paragraph(page, words.opening());
        facts(page);
        reasons(page);
        words.notes().forEach(note -> paragraph(page, note));
        page.next(masked(words.next()));
        line(words.next());
        line("");
        page.signature(office, say("letter.foot"));
        office.lines().forEach(this::line);
        line("");
        line(say("letter.foot"));
        return new Letter(masked(subject), page.html(), text.toString(), List.of());
    }

    private void paragraph(AnswerPage page, String words) {
        if (!words.isEmpty()) {
            page.paragraph(masked(words));
            line(words);
            line("");
        }
    }

    private void facts(AnswerPage page) {
        if (words.facts().isEmpty()) {
            return;
        }
        page.open("facts");
        for (Fact fact : words.facts()) {
            page.fact(fact.name(), masked(fact.value()));
            line(say("letter.fact", fact.name(), fact.value()));
        }
        page.close("facts");
        line("");
    }

    private void reasons(AnswerPage page) {
        if (words.reasons().isEmpty()) {
            return;
        }
        page.open("reasons");
        int number = 1;
        for (Reason reason : words.reasons()) {
            page.reason(masked(reason.place()), masked(reason.message()), masked(cure(reason)));
            String message = reason.message();
            line(number++ + ". "
                    + (reason.place().isEmpty() ? message : say("letter.reason", reason.place(), message)));
            if (!reason.cure().isEmpty()) {
                line("   " + cure(reason));
            }
        }
        page.close("reasons");
        line("");
    }

    private String cure(Reason reason) {
        return reason.cure().isEmpty() ? "" : say("letter.cure", reason.cure());
    }

    private String say(String key, Object... values) {
        return WORDS.text(key, values).in(language);
    }

    private void line(String words) {
        text.append(masked(words)).append('\n');
    }

    private static String masked(String words) {
        return PersonalNumbers.masked(words);
    }
}
