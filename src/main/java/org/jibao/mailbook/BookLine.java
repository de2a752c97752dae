package org.jibao.mailbook;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jibao.mailbook.MailRecord.Left;
import org.jibao.mailbook.MailRecord.MailFile;
import org.jibao.mailbook.MailRecord.Place;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a book: what is written, and what is read again. Reading throws an unchecked exception where a line is
 * none.
 */
final class BookLine {

    private BookLine() {}

    static String event(Map<String, @Nullable Object> line) {
        return line.get("event") instanceof String event ? event : "";
    }

    static Map<String, @Nullable Object> of(MailRecord mail) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("event", "mail");
        line.put("mail", mail.id());
        put(line, mail.place());
        line.put("received_at", mail.receivedAt());
        line.put("fetched_at", mail.fetchedAt());
        line.put("from", mail.from());
        line.put("shown_from", mail.shownFrom());
        line.put("proof", mail.proof().word());
        line.put("proven_by", mail.provenBy());
        line.put("subject", mail.subject());
        line.put("message_id", mail.messageId());
        line.put("references", mail.references());
        line.put("kind", mail.kind().word());
        line.put("files", mail.files().stream().map(BookLine::members).toList());
        line.put("left", mail.left().stream().map(BookLine::members).toList());
        line.put("failed_recipients", mail.failedRecipients());
        return line;
    }

    private static void put(Map<String, @Nullable Object> line, Place place) {
        line.put("mailbox", place.mailbox());
        line.put("folder", place.folder());
        line.put("validity", place.validity());
        line.put("uid", place.uid());
    }

    private static Map<String, Object> members(MailFile file) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("number", file.number());
        members.put("name", file.name());
        members.put("given", file.given());
        members.put("size", file.size());
        members.put("sha256", file.sha256());
        return members;
    }

    private static Map<String, Object> members(Left left) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", left.name());
        members.put("why", left.why());
        return members;
    }

    static Map<String, @Nullable Object> marked(String id) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("event", "marked");
        line.put("mail", id);
        return line;
    }

    static Map<String, @Nullable Object> seen(String id, Place place) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("event", "seen");
        line.put("mail", id);
        put(line, place);
        return line;
    }

    static Map<String, @Nullable Object> of(AnswerRecord answer) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("event", "answer");
        line.put("answer", answer.id());
        line.put("mail", answer.mail());
        line.put("kind", answer.kind());
        line.put("unit", answer.unit());
        line.put("period", answer.period());
        line.put("file", answer.file());
        line.put("to", answer.to());
        line.put("state", answer.state().word());
        line.put("at", answer.at());
        line.put("by", answer.by());
        return line;
    }

    static String id(Map<String, @Nullable Object> line) {
        return text(line, "mail");
    }

    static Place place(Map<String, @Nullable Object> line) {
        return new Place(text(line, "mailbox"), text(line, "folder"), number(line, "validity"), number(line, "uid"));
    }

    static MailRecord mail(Map<String, @Nullable Object> line) {
        return new MailRecord(
                id(line),
                place(line),
                Instant.parse(text(line, "received_at")),
                Instant.parse(text(line, "fetched_at")),
                text(line, "from"),
                text(line, "shown_from"),
                MailRecord.Proof.valueOf(text(line, "proof").toUpperCase(Locale.ROOT)),
                text(line, "proven_by"),
                text(line, "subject"),
                text(line, "message_id"),
                texts(line, "references"),
                MailRecord.Kind.valueOf(text(line, "kind").toUpperCase(Locale.ROOT)),
                list(line, "files").stream().map(BookLine::file).toList(),
                list(line, "left").stream().map(BookLine::left).toList(),
                texts(line, "failed_recipients"));
    }

    static AnswerRecord answer(Map<String, @Nullable Object> line) {
        return new AnswerRecord(
                text(line, "answer"),
                text(line, "mail"),
                text(line, "kind"),
                text(line, "unit"),
                text(line, "period"),
                text(line, "file"),
                text(line, "to"),
                AnswerRecord.State.valueOf(text(line, "state").toUpperCase(Locale.ROOT)),
                Instant.parse(text(line, "at")),
                text(line, "by"));
    }

    private static MailFile file(@Nullable Object members) {
        Map<?, ?> file = (Map<?, ?>) Objects.requireNonNull(members);
        return new MailFile(
                Math.toIntExact(number(file, "number")),
                text(file, "name"),
                text(file, "given"),
                number(file, "size"),
                text(file, "sha256"));
    }

    private static Left left(@Nullable Object members) {
        Map<?, ?> left = (Map<?, ?>) Objects.requireNonNull(members);
        return new Left(text(left, "name"), text(left, "why"));
    }

    private static List<?> list(Map<String, @Nullable Object> line, String member) {
        return (List<?>) Objects.requireNonNull(line.get(member));
    }

    private static List<String> texts(Map<String, @Nullable Object> line, String member) {
        return list(line, member).stream().map(String::valueOf).toList();
    }

    private static String text(Map<?, ?> members, String name) {
        return (String) Objects.requireNonNull(members.get(name));
    }

    private static long number(Map<?, ?> members, String name) {
        return (Long) Objects.requireNonNull(members.get(name));
    }
}
