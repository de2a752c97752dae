package org.jibao.definition.loading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jibao.definition.AnswersDefinition;
import org.jibao.definition.AnswersDefinition.Kind;
import org.jibao.definition.AnswersDefinition.When;
import org.jibao.definition.DeliveryDefinition;
import org.jibao.definition.MailboxDefinition;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/** Reads {@code mailbox:} and {@code answers:} of {@code job.yaml}. */
final class MailboxReader {

    private static final Wording WORDS = Wording.of(MailboxReader.class);

    /** No control character, no wildcard of IMAP, no quotation mark. */
    private static final Pattern FOLDER = Pattern.compile("[^\\p{Cntrl}*%\"\\\\]{1,100}");

    /** What IMAP takes as a keyword, and few signs of it. */
    private static final Pattern KEYWORD = Pattern.compile("[A-Za-z$][A-Za-z0-9_.-]{0,40}");

    /** A server's name, as it stands at the beginning of {@code Authentication-Results}. */
    private static final Pattern SERVER = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250})");

    private static final int FARTHEST_REMINDER = 60;
    private static final int MOST_REMINDERS = 10;
    private static final int MOST_A_DAY = 50;

    private MailboxReader() {}

    static @Nullable MailboxDefinition mailbox(Value value) {
        return value.mapping().map(MailboxReader::mailbox).orElse(null);
    }

    private static MailboxDefinition mailbox(Mapping mapping) {
        String folder = matching(mapping.get("folder"), FOLDER, "mailbox.folder");
        MailboxDefinition mailbox = new MailboxDefinition(
                folder == null ? MailboxDefinition.INBOX : folder,
                day(mapping.get("since")),
                mapping.get("authenticated-by").items().stream()
                        .map(item -> matching(item, SERVER, "mailbox.server"))
                        .filter(java.util.Objects::nonNull)
                        .distinct()
                        .toList(),
                matching(mapping.get("keyword"), KEYWORD, "mailbox.keyword"),
                matching(mapping.get("handled"), FOLDER, "mailbox.folder"),
                matching(mapping.get("not-for-us"), FOLDER, "mailbox.folder"),
                mapping.get("keep-mails").flag());
        mapping.end();
        return mailbox;
    }

    private static @Nullable String matching(Value value, Pattern pattern, String mistake) {
        String text = value.text();
        if (text.isEmpty() || pattern.matcher(text).matches()) {
            return text.isEmpty() ? null : text;
        }
        value.report(WORDS.text(mistake, text));
        return null;
    }

    private static @Nullable LocalDate day(Value value) {
        String text = value.text();
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            value.report(WORDS.text("mailbox.since", text));
            return null;
        }
    }

    static AnswersDefinition answers(Value value) {
        return value.mapping().map(MailboxReader::answers).orElse(AnswersDefinition.NONE);
    }

    private static AnswersDefinition answers(Mapping mapping) {
        Map<Kind, When> kinds = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            Value when = mapping.get(Value.word(kind));
            if (!when.absent()) {
                kinds.put(kind, when.choice(When.class, When.AFTER_REVIEW));
            }
        }
        List<Integer> remind = mapping.get("remind").items().stream()
                .map(item -> item.integer(-FARTHEST_REMINDER, FARTHEST_REMINDER, 0))
                .distinct()
                .sorted()
                .toList();
        if (remind.size() > MOST_REMINDERS) {
            mapping.get("remind").report(WORDS.text("answers.remind", MOST_REMINDERS));
        }
        Value signature = mapping.get("signature");
        AnswersDefinition answers = new AnswersDefinition(
                JobFile.WaysReader.address(mapping.get("from")),
                kinds,
                words(mapping.get("words")),
                signature.absent() ? null : signature.words(),
                mapping.get("limit").integer(1, MOST_A_DAY, AnswersDefinition.NONE.limit()),
                remind);
        mapping.end();
        return answers;
    }

    /** An answer needs an address that it comes from. */
    static void checkSender(Value value, AnswersDefinition answers, DeliveryDefinition delivery) {
        if (answers.answersAnything() && answers.from().isEmpty() && delivery.mail() == null) {
            value.report(WORDS.text("answers.from"));
        }
    }

    private static Map<Kind, Text> words(Value value) {
        Map<Kind, Text> words = new EnumMap<>(Kind.class);
        value.mapping().ifPresent(mapping -> {
            for (Kind kind : Kind.values()) {
                Value own = mapping.get(Value.word(kind));
                if (!own.absent()) {
                    words.put(kind, own.words());
                }
            }
            mapping.end();
        });
        return words;
    }
}
