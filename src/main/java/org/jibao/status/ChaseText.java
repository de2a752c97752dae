package org.jibao.status;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jibao.calendar.Deadline;
import org.jibao.definition.Unit;
import org.jibao.definition.Unit.Contact;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.status.ChaseList.FirstError;
import org.jibao.status.ChaseList.History;
import org.jibao.status.ChaseList.Line;
import org.jibao.status.ChaseList.State;
import org.jibao.status.OpenWork.Effect;
import org.jibao.workbook.Display;
import org.jspecify.annotations.Nullable;

/** The sentences and cells of a chase list, in one language. */
final class ChaseText {

    private static final Wording WORDS = Wording.of(ChaseText.class);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    /** As often as this in eight periods, a unit is named in the head. */
    private static final int UNRELIABLE = 2;

    /** Offices named in the head; the summary's sheet of packages lists all. */
    private static final int MOST_OFFICES = 30;

    private final ChaseRequest request;
    private final Language language;

    ChaseText(ChaseRequest request) {
        this.request = request;
        this.language = request.language();
    }

    String say(Text text) {
        return text.in(language);
    }

    /** The list's own words. */
    String word(String key, Object... values) {
        return WORDS.text(key, values).in(language);
    }

    /** What an officer has to know before the first call. */
    List<String> headlines() {
        ChaseList list = request.list();
        String first = request.open().sentence().map(this::say).orElse("");
        String unlikely = unlikely(request.open().unlikely().size());
        if (list.lines().isEmpty()) {
            return Stream.of(word("chase.nobody", list.expected(), list.late()), packages(list), first, unlikely)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
        String counts = word(
                "chase.counts",
                list.expected(),
                list.accepted(),
                list.late(),
                list.count(State.RETURNED),
                list.count(State.REJECTED),
                list.count(State.MISSING));
        return Stream.of(
                        counts,
                        packages(list),
                        first,
                        unlikely,
                        tooLate(list),
                        held(list),
                        deadline(list.deadline()),
                        unreliable(list.lines()))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Offices come first: what their units owe comes with their package. */
    private String packages(ChaseList list) {
        List<Unit> offices = list.withoutPackage();
        if (offices.isEmpty()) {
            return "";
        }
        String names = offices.stream().limit(MOST_OFFICES).map(this::office).collect(joining());
        return offices.size() > MOST_OFFICES
                ? word("chase.packages-more", offices.size(), names, offices.size() - MOST_OFFICES)
                : word("chase.packages", offices.size(), names);
    }

    private String office(Unit office) {
        Contact contact = office.contact();
        String whom = Stream.of(contact.name(), contact.phone(), contact.email())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return whom.isEmpty() ? office.name() : word("chase.office", office.name(), whom);
    }

    private Collector<CharSequence, ?, String> joining() {
        return Collectors.joining(word("chase.comma"));
    }

    private String unlikely(int count) {
        return count == 0 ? "" : word("chase.unlikely", count, word("doubt.title"));
    }

    /** The figure that moves, and by how much. */
    String effect(@Nullable Effect effect) {
        return effect == null ? Display.MISSING : effect.percent() + "\n" + say(effect.figure());
    }

    private String tooLate(ChaseList list) {
        long count = list.count(State.AFTER_CLOSE);
        return count == 0 ? "" : word("chase.too-late", count);
    }

    private String held(ChaseList list) {
        long count = list.count(State.HELD);
        return count == 0 ? "" : word("chase.some-held", count);
    }

    private String deadline(Deadline deadline) {
        return word(
                deadline.isClosed() ? "chase.closed" : "chase.days-left",
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
                .map(line -> word("chase.times", line.name(), line.history().failures()))
                .collect(joining());
        return names.isEmpty() ? "" : word("chase.unreliable", names);
    }

    String state(Line line) {
        return word(
                switch (line.state()) {
                    case MISSING -> "chase.missing";
                    case REJECTED -> "chase.rejected";
                    case RETURNED -> "chase.returned";
                    case AFTER_CLOSE -> "chase.after-close";
                    case HELD -> "chase.held";
                });
    }

    String contact(Line line) {
        return contact(line.code(), line.contact());
    }

    String contact(String code, Contact contact) {
        Stream<@Nullable String> known = contact.isKnown()
                ? Stream.of(contact.name(), contact.phone(), contact.email())
                : Stream.of(word("chase.no-contact"));
        return Stream.concat(known, request.mails().of(code).stream().map(this::say))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    String history(Line line) {
        History history = line.history();
        if (history.periods() == 0) {
            return Display.MISSING;
        }
        return history.failures() == 0
                ? word("chase.always", history.periods())
                : word("chase.failed", history.late(), history.missing(), history.periods());
    }

    String owed(Line line) {
        if (line.state() == State.MISSING) {
            return word(
                    "chase.send",
                    request.job().title().in(language),
                    request.period().label().in(language));
        }
        String received = received(Objects.requireNonNull(line.receivedAt()));
        if (line.state() == State.AFTER_CLOSE) {
            return word(
                    "chase.reopen",
                    received,
                    file(line),
                    line.code(),
                    request.period().code());
        }
        FirstError first = line.first();
        if (first == null) {
            return word("chase.again-plain", received, file(line));
        }
        if (line.state() == State.HELD) {
            return word(
                    "chase.decide",
                    received,
                    file(line),
                    withoutStop(first.message().in(language)),
                    sentence(first.cure().in(language)));
        }
        String place = first.place().toString();
        String where = place.isEmpty() ? "" : word("chase.at", place);
        String message = withoutStop(first.message().in(language));
        String cure = sentence(first.cure().in(language));
        return line.state() == State.RETURNED
                ? word("chase.mend", line.errors(), received, file(line), where, message, cure)
                : word("chase.again", received, file(line), where, message, cure);
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
