package org.jibao.status;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jibao.calendar.Deadline;
import org.jibao.definition.Contact;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.status.ChaseList.FirstError;
import org.jibao.status.ChaseList.History;
import org.jibao.status.ChaseList.Line;
import org.jibao.status.ChaseList.State;

/** The sentences and cells of a chase list, in one language. */
final class ChaseText {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    /** As often as this in eight periods, a unit is named in the head. */
    private static final int UNRELIABLE = 2;

    private final ChaseRequest request;
    private final Language language;

    ChaseText(ChaseRequest request) {
        this.request = request;
        this.language = request.language();
    }

    String say(Text text, Object... arguments) {
        return arguments.length == 0 ? text.in(language) : String.format(Locale.ROOT, text.in(language), arguments);
    }

    /** What an officer has to know before the first call. */
    List<String> headlines() {
        ChaseList list = request.list();
        if (list.lines().isEmpty()) {
            return List.of(say(ChaseWords.NOBODY, list.expected(), list.late()));
        }
        String counts = say(
                ChaseWords.COUNTS,
                list.expected(),
                list.accepted(),
                list.late(),
                list.count(State.RETURNED),
                list.count(State.REJECTED),
                list.count(State.MISSING));
        return Stream.of(counts, tooLate(list), held(list), deadline(list.deadline()), unreliable(list.lines()))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String tooLate(ChaseList list) {
        long count = list.count(State.AFTER_CLOSE);
        return count == 0 ? "" : say(ChaseWords.TOO_LATE, count);
    }

    private String held(ChaseList list) {
        long count = list.count(State.HELD);
        return count == 0 ? "" : say(ChaseWords.SOME_HELD, count);
    }

    private String deadline(Deadline deadline) {
        Text pattern = deadline.isClosed() ? ChaseWords.CLOSED : ChaseWords.LEFT;
        return say(
                pattern,
                deadline.due(),
                deadline.today(),
                deadline.words().in(language),
                deadline.isClosed() && language == Language.ZH
                        ? deadline.closes().plusDays(1)
                        : deadline.closes());
    }

    private String unreliable(List<Line> lines) {
        String names = lines.stream()
                .filter(line -> line.history().failures() >= UNRELIABLE)
                .map(line -> say(ChaseWords.TIMES, line.name(), line.history().failures()))
                .collect(Collectors.joining(ChaseWords.LIST_COMMA.in(language)));
        return names.isEmpty() ? "" : say(ChaseWords.UNRELIABLE, names);
    }

    String state(Line line) {
        return say(
                switch (line.state()) {
                    case MISSING -> ChaseWords.MISSING;
                    case REJECTED -> ChaseWords.REJECTED;
                    case RETURNED -> ChaseWords.RETURNED;
                    case AFTER_CLOSE -> ChaseWords.AFTER_CLOSE;
                    case HELD -> ChaseWords.HELD;
                });
    }

    String contact(Line line) {
        Contact contact = line.contact();
        return contact.isKnown()
                ? Stream.of(contact.name(), contact.phone(), contact.email())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n"))
                : say(ChaseWords.NO_CONTACT);
    }

    String history(Line line) {
        History history = line.history();
        if (history.periods() == 0) {
            return say(ChaseWords.NO_HISTORY);
        }
        return history.failures() == 0
                ? say(ChaseWords.ALWAYS, history.periods())
                : say(ChaseWords.FAILED, history.late(), history.missing(), history.periods());
    }

    String owed(Line line) {
        if (line.state() == State.MISSING) {
            return say(
                    ChaseWords.SEND,
                    request.job().title().in(language),
                    request.period().label().in(language));
        }
        String received = received(Objects.requireNonNull(line.receivedAt()));
        if (line.state() == State.AFTER_CLOSE) {
            return say(
                    ChaseWords.REOPEN,
                    received,
                    file(line),
                    line.code(),
                    request.period().code());
        }
        FirstError first = line.first();
        if (first == null) {
            return say(ChaseWords.AGAIN_PLAIN, received, file(line));
        }
        if (line.state() == State.HELD) {
            return say(
                    ChaseWords.DECIDE,
                    received,
                    file(line),
                    withoutStop(first.message().in(language)),
                    sentence(first.cure().in(language)));
        }
        String place = first.place().toString();
        String where = place.isEmpty() ? "" : say(ChaseWords.AT, place);
        String message = withoutStop(first.message().in(language));
        String cure = sentence(first.cure().in(language));
        return line.state() == State.RETURNED
                ? say(ChaseWords.MEND, line.errors(), received, file(line), where, message, cure)
                : say(ChaseWords.AGAIN, received, file(line), where, message, cure);
    }

    /** Without the folder of the inbox, which the unit does not know. */
    private static String file(Line line) {
        String path = Objects.requireNonNull(line.file());
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private String received(Instant instant) {
        return MINUTE.format(instant.atZone(request.job().zone()));
    }

    private static String withoutStop(String sentence) {
        return sentence.replaceFirst("[。.]$", "");
    }

    private String sentence(String words) {
        return words.isEmpty() || words.endsWith("。") || words.endsWith(".")
                ? words
                : words + (language == Language.ZH ? "。" : ".");
    }
}
