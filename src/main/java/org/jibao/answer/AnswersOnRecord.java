package org.jibao.answer;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.delivery.KeptMail;
import org.jibao.delivery.Outbox;
import org.jibao.delivery.OutgoingItem;
import org.jibao.finding.Wording;
import org.jibao.mailbook.AnswerRecord;
import org.jibao.mailbook.AnswerRecord.State;
import org.jibao.mailbook.MailBook;
import org.jibao.run.Failures;
import org.jibao.run.UnusableArgument;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a job: what is held, what waits, what has not gone, and what was not made; an officer lets them go or
 * drops them. What is let go is in the book first and in the outbox next; a run brings the outbox to what the book
 * says. Opens no store, and works while a run is going on.
 */
public final class AnswersOnRecord {

    private static final Wording WORDS = Wording.of(AnswersOnRecord.class);

    /** Days for which answers are listed that were not made. */
    private static final int LISTED_DAYS = Answers.ANSWERED_DAYS;

    private final JobDefinition job;
    private final MailBook book;
    private final Outbox outbox;
    private final Instant at;

    public AnswersOnRecord(JobDefinition job, MailBook book, Outbox outbox, Instant at) {
        this.job = job;
        this.book = book;
        this.outbox = outbox;
        this.at = at;
    }

    /** Those that somebody may have to look at, the oldest first. */
    public AnswersReport report() {
        try {
            Instant first = at.minus(Duration.ofDays(LISTED_DAYS));
            List<Line> open = all().stream()
                    .filter(line -> line.isOpen()
                            || line.standing().isUnmade() && !line.record().at().isBefore(first))
                    .toList();
            return new AnswersReport(job.id(), job.zone(), open);
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    /** Where answers of the book stand, in their order. */
    public List<Line> standing(Collection<AnswerRecord> records) {
        try {
            Map<String, String> names = names();
            List<Line> lines = new ArrayList<>();
            for (AnswerRecord record : records) {
                lines.add(line(record, outbox.item(record.id()).orElse(null), names));
            }
            return lines;
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    /** Every answer that was ever made, and those that have gone, the oldest first. */
    public AnswersReport everything() {
        try {
            return new AnswersReport(job.id(), job.zone(), all());
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    /** The words of answers, in their order. */
    public List<ShownAnswer> show(Collection<Line> lines) {
        try {
            List<ShownAnswer> shown = new ArrayList<>();
            for (Line line : lines) {
                shown.add(shown(line));
            }
            return shown;
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    private ShownAnswer shown(Line line) throws IOException {
        OutgoingItem item = line.item();
        return new ShownAnswer(line, item == null ? Optional.empty() : outbox.shown(item));
    }

    /**
     * One answer with its words.
     *
     * @param id the whole of it, or as much of its beginning as no other has
     * @throws UnusableArgument where there is none
     */
    public ShownAnswer show(String id) {
        try {
            return shown(one(id));
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    /**
     * Lets a held answer go with the next delivery.
     *
     * @param id of one, or {@code all}
     * @param by who decides
     * @throws UnusableArgument where there is none, or it is not held
     */
    public List<Line> release(String id, String by) {
        String who = OfficerName.checked(by);
        try {
            return release(id.equals("all") ? held() : List.of(held(id)), who);
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    /**
     * Lets those of some answers go that are held.
     *
     * @param ids the whole of each
     * @param by who decides
     */
    public List<Line> release(Set<String> ids, String by) {
        String who = OfficerName.checked(by);
        try {
            List<Line> wanted = held().stream()
                    .filter(line -> ids.contains(line.record().id()))
                    .toList();
            return release(wanted, who);
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    private List<Line> release(List<Line> held, String who) throws IOException {
        book.addAnswers(held.stream()
                .map(line -> line.record().now(State.QUEUED, at, who))
                .toList());
        for (Line line : held) {
            outbox.release(line.record().id(), at);
        }
        return held;
    }

    private List<Line> held() throws IOException {
        return all().stream().filter(line -> line.standing() == Standing.HELD).toList();
    }

    private Line held(String id) throws IOException {
        Line line = one(id);
        if (line.standing() != Standing.HELD) {
            throw new UnusableArgument(WORDS.text(
                    "record.not-held", line.record().id(), line.standing().word()));
        }
        return line;
    }

    /**
     * Drops an answer that has not gone.
     *
     * @param by who decides
     * @throws UnusableArgument where there is none, or it has gone
     */
    public Line drop(String id, String by) {
        String who = OfficerName.checked(by);
        try {
            Line line = one(id);
            if (!line.isOpen() || !outbox.drop(line.record().id())) {
                throw new UnusableArgument(
                        WORDS.text("record.not-dropped", line.record().id()));
            }
            book.addAnswers(List.of(line.record().now(State.DROPPED, at, who)));
            return line;
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    private Line one(String id) throws IOException {
        List<Line> found = all().stream()
                .filter(line -> !id.isBlank() && line.record().id().startsWith(id))
                .toList();
        if (found.size() != 1) {
            throw new UnusableArgument(WORDS.text(found.isEmpty() ? "record.unknown" : "record.several", id));
        }
        return found.get(0);
    }

    /** By the book, and what a kill has left in the outbox alone. */
    private List<Line> all() throws IOException {
        Map<String, OutgoingItem> items = new HashMap<>();
        for (OutgoingItem item : new OutboxAndBook(job, book, outbox, at).answers()) {
            items.put(item.id(), item);
        }
        Map<String, String> names = names();
        List<Line> lines = new ArrayList<>();
        for (AnswerRecord record : book.read().answers()) {
            OutgoingItem item = items.remove(record.id());
            lines.add(line(record, item, names));
        }
        for (OutgoingItem item : items.values()) {
            State state = OutboxAndBook.state(item);
            String to = item.to().isEmpty() ? "" : item.to().get(0);
            AnswerRecord record =
                    new AnswerRecord(item.id(), "", "", "", item.period(), "", to, state, item.queuedAt(), "");
            lines.add(line(record, item, names));
        }
        lines.sort(Comparator.comparing(line -> line.record().at()));
        return lines;
    }

    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (Unit unit : job.roster().units()) {
            names.put(unit.code(), unit.name());
        }
        return names;
    }

    private static Line line(AnswerRecord record, @Nullable OutgoingItem item, Map<String, String> names) {
        String name = names.getOrDefault(record.unit(), record.unit());
        return new Line(record, name, Standing.of(record, item), item);
    }

    /** Where an answer stands, by the book and the outbox. */
    public enum Standing {
        HELD,
        WAITING,
        /** It was tried, and has not gone. */
        UNDELIVERED,
        SENT,
        DROPPED,
        LIMITED,
        NO_ADDRESS;

        static Standing of(AnswerRecord record, @Nullable OutgoingItem item) {
            if (item != null && item.state() == OutgoingItem.State.DROPPED) {
                return DROPPED;
            }
            return switch (record.state()) {
                case HELD -> HELD;
                case DROPPED -> DROPPED;
                case LIMITED -> LIMITED;
                case NO_ADDRESS -> NO_ADDRESS;
                case QUEUED -> queued(item);
            };
        }

        private static Standing queued(@Nullable OutgoingItem item) {
            if (item == null || item.state() == OutgoingItem.State.SENT) {
                return SENT;
            }
            return item.attempts() > 0 ? UNDELIVERED : WAITING;
        }

        boolean isUnmade() {
            return this == LIMITED || this == NO_ADDRESS;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One answer.
     *
     * @param unit its name; empty where it is about none
     * @param item null where it was not made, or went long ago
     */
    public record Line(
            AnswerRecord record,
            String unit,
            Standing standing,
            @Nullable OutgoingItem item) {

        /** Whether it may still go. */
        boolean isOpen() {
            return standing == Standing.HELD || standing == Standing.WAITING || standing == Standing.UNDELIVERED;
        }
    }

    /** @param zone in which times are meant */
    public record AnswersReport(String job, ZoneId zone, List<Line> lines) {

        public AnswersReport {
            lines = List.copyOf(lines);
        }
    }

    /** @param mail empty where it has gone, or was not made */
    public record ShownAnswer(Line line, Optional<KeptMail> mail) {}
}
