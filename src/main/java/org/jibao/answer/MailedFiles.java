package org.jibao.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jibao.answer.AnswerWords.Reason;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Language;
import org.jibao.finding.Place;
import org.jibao.guard.PersonalNumbers;
import org.jibao.mailbook.MailRecord;
import org.jibao.mailbook.MailRecord.MailFile;
import org.jibao.store.Row;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;

/** Asks the store what became of the files that came by mail. */
final class MailedFiles {

    private final JobDefinition job;
    private final Sql sql;
    private final KnownAnswers known;
    private final Map<String, MailFile> files = new HashMap<>();
    private final Map<String, MailRecord> mails = new HashMap<>();

    MailedFiles(JobDefinition job, Sql sql, KnownAnswers known) {
        this.job = job;
        this.sql = sql;
        this.known = known;
        known.mails().mails().stream()
                .filter(known::isRecent)
                .filter(mail -> mail.kind() == MailRecord.Kind.RETURNS)
                .forEach(this::add);
    }

    private void add(MailRecord mail) {
        mail.files().forEach(file -> {
            String name = PersonalNumbers.masked(file.name());
            files.put(name, file);
            mails.put(name, mail);
        });
    }

    /** The newest of each file, in the order of receipt. */
    List<MailedFile> asOf(Instant asOf) {
        if (files.isEmpty()) {
            return List.of();
        }
        Map<String, MailedFile> newest = new LinkedHashMap<>();
        for (Row row : sql.query(SqlText.read(MailedFiles.class, "mailed_files"), job.id(), asOf, known.first())) {
            String name = row.text("file");
            attachment(name)
                    .map(attachment -> file(row, name, attachment))
                    .filter(file ->
                            !file.member().isEmpty() || file.file().sha256().equals(file.sha256()))
                    .ifPresent(file -> newest.put(name, file));
        }
        return List.copyOf(newest.values());
    }

    /** The attachment of this name, or the one in which it lies: a ZIP, or a list of units. */
    private Optional<String> attachment(String name) {
        String path = name;
        while (!files.containsKey(path)) {
            int end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('#'));
            if (end <= 0) {
                return Optional.empty();
            }
            path = path.substring(0, end);
        }
        return Optional.of(path);
    }

    private MailedFile file(Row row, String name, String attachment) {
        return new MailedFile(
                Objects.requireNonNull(mails.get(attachment)),
                Objects.requireNonNull(files.get(attachment)),
                row.count("id"),
                name,
                name.substring(attachment.length()),
                row.text("sha256"),
                row.textOrNull("unit"),
                row.textOrNull("period"),
                row.text("standing"),
                row.flag("opposed"),
                row.flag("admitted"),
                row.flag("encrypted"),
                row.count("warnings"),
                row.time("received_at"));
    }

    /** Errors by number of submission, the first few of each. */
    Map<Long, Errors> errors(List<MailedFile> wanted, Instant asOf) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        String numbers = wanted.stream()
                .map(file -> String.valueOf(file.submission()))
                .distinct()
                .collect(Collectors.joining(","));
        Map<Long, List<Reason>> reasons = new HashMap<>();
        Map<Long, Long> all = new HashMap<>();
        String words = job.language() == Language.ZH ? "zh" : "en";
        for (Row row : sql.query(SqlText.read(MailedFiles.class, "mailed_errors"), numbers, asOf, Errors.MOST)) {
            Place place = new Place(row.textOrNull("sheet"), row.textOrNull("cell"));
            reasons.computeIfAbsent(row.count("submission"), number -> new ArrayList<>())
                    .add(new Reason(place.toString(), row.text("message_" + words), row.textOr("cure_" + words, "")));
            all.put(row.count("submission"), row.count("errors"));
        }
        Map<Long, Errors> errors = new HashMap<>();
        reasons.forEach((number, first) -> errors.put(number, new Errors(first, all.getOrDefault(number, 0L))));
        return errors;
    }

    /**
     * What is wrong with a file.
     *
     * @param first at most {@value #MOST}
     * @param all how many there are
     */
    record Errors(List<Reason> first, long all) {

        /** So many are named: more than a page is not read, and the slip has all. */
        static final int MOST = 20;

        static final Errors NONE = new Errors(List.of(), 0);

        Errors {
            first = List.copyOf(first);
        }

        long more() {
            return all - first.size();
        }
    }
}
