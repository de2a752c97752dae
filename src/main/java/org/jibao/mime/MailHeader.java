package org.jibao.mime;

import jakarta.mail.internet.MailDateFormat;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jibao.guard.PersonalNumbers;

/** What the header of a message says of it. */
final class MailHeader {

    private static final int LONGEST_FROM = 200;
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_ID = 998;
    private static final int LONGEST_DATE = 200;
    private static final int LONGEST_RESULT = 4000;
    private static final int MOST_REFERENCES = 20;
    private static final int MOST_RESULTS = 20;
    private static final Set<String> PRECEDENCES = Set.of("bulk", "list", "junk", "auto_reply");
    private static final Set<String> SERVERS = Set.of("mailer-daemon", "postmaster");

    private final Values values;

    /** All values of a name, top-most first. */
    interface Values {
        List<String> of(String name);
    }

    MailHeader(Values values) {
        this.values = values;
    }

    MailMessage message(Gathering found) {
        return new MailMessage(
                SingleAddress.of(values.of("From")),
                PersonalNumbers.masked(HeaderText.shown(joinedFrom(), LONGEST_FROM)),
                HeaderText.shown(HeaderText.words(first("Subject")), LONGEST_SUBJECT),
                ids("Message-ID").findFirst().orElse(""),
                ids("In-Reply-To").findFirst().orElse(""),
                references(),
                date(),
                automatic(),
                List.copyOf(found.failedRecipients),
                values.of("Authentication-Results").stream()
                        .limit(MOST_RESULTS)
                        .map(value -> HeaderText.seen(HeaderText.raw(
                                HeaderText.unfolded(value).replace('\t', ' ').strip())))
                        .map(value -> HeaderText.cut(value, LONGEST_RESULT))
                        .toList(),
                found.largeLink,
                found.parts,
                found.left);
    }

    private String first(String name) {
        List<String> all = values.of(name);
        return all.isEmpty() ? "" : all.get(0);
    }

    private String joinedFrom() {
        return String.join(
                ", ", values.of("From").stream().limit(3).map(HeaderText::words).toList());
    }

    /** What stands in angle brackets; what is too long to be one is none. */
    private Stream<String> ids(String name) {
        List<String> ids = new ArrayList<>();
        for (String value : values.of(name)) {
            String text = HeaderText.seen(HeaderText.raw(HeaderText.unfolded(value)));
            int end = -1;
            for (int start = text.indexOf('<'); start >= 0; start = text.indexOf('<', Math.max(start, end) + 1)) {
                end = text.indexOf('>', start);
                if (end < 0) {
                    break;
                }
                if (end - start < LONGEST_ID && end > start + 1) {
                    ids.add(text.substring(start, end + 1));
                }
            }
        }
        return ids.stream();
    }

    private List<String> references() {
        List<String> all = ids("References").toList();
        return all.subList(Math.max(0, all.size() - MOST_REFERENCES), all.size());
    }

    private Optional<Instant> date() {
        String text = HeaderText.unfolded(first("Date")).strip();
        if (text.isEmpty() || text.length() > LONGEST_DATE) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(new MailDateFormat().parse(text)).map(Date::toInstant);
        } catch (ParseException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private boolean automatic() {
        String submitted = word("Auto-Submitted");
        String sender = SingleAddress.of(values.of("From")).orElse("@");
        return !submitted.isEmpty() && !submitted.equals("no")
                || PRECEDENCES.contains(word("Precedence"))
                || Stream.of("List-Id", "List-Unsubscribe", "X-Auto-Response-Suppress", "X-Autoreply", "X-Autorespond")
                        .anyMatch(name -> !values.of(name).isEmpty())
                || first("Return-Path").strip().equals("<>")
                || HeaderParameters.of(first("Content-Type")).value().equals("multipart/report")
                || SERVERS.contains(sender.substring(0, sender.indexOf('@')));
    }

    private String word(String name) {
        String value = HeaderText.unfolded(first(name)).strip().toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < value.length() && "; \t(".indexOf(value.charAt(end)) < 0) {
            end++;
        }
        return value.substring(0, end);
    }
}
