package org.jibao.answer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jibao.answer.MailedFiles.Errors;
import org.jibao.definition.AnswersDefinition.Kind;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.store.Sql;

/** What is answered to each file that came by mail: one answer a file, once it is judged. */
final class FileAnswers {

    private final JobDefinition job;
    private final Sql sql;
    private final KnownAnswers known;
    private final Instant asOf;
    private final Recipients recipients;
    private final SlipFiles slips;
    private final Set<Kind> kinds;
    private final Set<String> completed = new HashSet<>();

    FileAnswers(JobDefinition job, Sql sql, KnownAnswers known, Path out, Instant asOf) {
        this.job = job;
        this.sql = sql;
        this.known = known;
        this.asOf = asOf;
        this.recipients = new Recipients(job);
        this.slips = new SlipFiles(job, out);
        this.kinds = job.receipt().answers().kinds().keySet();
    }

    List<AnswerDraft> drafts() throws IOException {
        MailedFiles mailed = new MailedFiles(job, sql, known);
        List<MailedFile> files = mailed.asOf(asOf).stream()
                .filter(file -> !file.isSilent())
                .filter(file -> !known.isSettled(id(file)))
                .toList();
        List<MailedFile> faulty = files.stream()
                .filter(file -> file.isReturned() || file.isRejected())
                .toList();
        Map<Long, Errors> errors = mailed.errors(faulty, asOf);
        List<AnswerDraft> drafts = new ArrayList<>();
        for (MailedFile file : files) {
            Optional<Kind> kind = kind(file);
            if (kind.isPresent()) {
                drafts.add(draft(file, kind.get(), errors.getOrDefault(file.submission(), Errors.NONE)));
            }
        }
        return drafts;
    }

    private String id(MailedFile file) {
        return AnswerDraft.id(
                "file", job.id(), file.mail().id(), String.valueOf(file.file().number()), file.name());
    }

    /** The one kind that says most, of those that the job asks for. */
    private Optional<Kind> kind(MailedFile file) {
        List<Kind> wanted = new ArrayList<>();
        if (file.isRejected()) {
            if (file.encrypted()) {
                wanted.add(Kind.NOT_UNDERSTOOD);
            }
            wanted.add(Kind.REJECTED);
        } else if (file.isReturned()) {
            wanted.add(Kind.RETURNED);
        } else if (file.standing().equals("counted") && isFirst(file)) {
            wanted.add(Kind.COMPLETE);
        }
        wanted.add(Kind.RECEIVED);
        return wanted.stream().filter(kinds::contains).findFirst();
    }

    /** Whether the unit has not been told yet that its return is complete. */
    private boolean isFirst(MailedFile file) {
        String unit = Objects.requireNonNullElse(file.unit(), "");
        String period = Objects.requireNonNullElse(file.period(), "");
        return kinds.contains(Kind.COMPLETE) && !known.isCompleted(unit, period) && completed.add(unit + "\n" + period);
    }

    private AnswerDraft draft(MailedFile file, Kind kind, Errors errors) throws IOException {
        Unit unit =
                file.unit() == null ? null : job.roster().byCode(file.unit()).orElse(null);
        // Who has sent what is held is not known: the unit hears of it, not the sender.
        boolean held = file.standing().equals("held");
        String to = held && unit != null ? recipients.of(unit) : recipients.of(file.mail(), unit);
        boolean sender = !held && to.equals(file.mail().from());
        Optional<Path> slip = kind == Kind.RETURNED ? slips.of(file) : Optional.empty();
        FileWords words = new FileWords(job, file, unit, sender);
        AnswerWords said = words.of(kind, errors, slip.isPresent());
        return new AnswerDraft(
                id(file),
                kind,
                file.mail().id(),
                unit == null ? "" : unit.code(),
                Objects.requireNonNullElse(file.period(), ""),
                file.name(),
                to,
                sender ? ReplySubject.of(file.mail().subject(), said.title()) : said.title(),
                said,
                slip.map(List::of).orElse(List.of()),
                Replies.to(file.mail(), sender));
    }
}
