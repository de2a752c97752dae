package org.jibao.definition;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jibao.calendar.Period;
import org.jspecify.annotations.Nullable;

/**
 * One line of the roster.
 *
 * @param code outlives a change of name
 * @param kind the unit's kind, such as {@code township}; a key of {@link JobDefinition#unitKinds()}
 * @param parent code of the upper unit, or null for the root
 * @param aliases other names under which it may report
 * @param activeFrom first day, or null for always
 * @param activeTo last day, or null for still
 * @param predecessors codes of units that were closed and went into this one, by merger, division or a new name under a
 *     new code; of a unit that several name, which was divided, the figures stay its own
 * @param contact whom to call about its returns
 * @param senders from where it sends: mail addresses, {@code @domain} for all of one domain, or names that a gateway or desk gives
 */
public record Unit(
        String code,
        String name,
        String kind,
        @Nullable String parent,
        List<String> aliases,
        @Nullable LocalDate activeFrom,
        @Nullable LocalDate activeTo,
        List<String> predecessors,
        Contact contact,
        List<String> senders) {

    public Unit {
        senders = List.copyOf(senders);
        aliases = List.copyOf(aliases);
        predecessors = List.copyOf(predecessors);
    }

    /** Mail addresses of the unit, those by which it sends first; also {@code @domain}. */
    public Stream<String> addresses() {
        return Stream.concat(senders.stream(), Stream.ofNullable(contact.email()))
                .filter(text -> SenderName.entry(text).isPresent())
                .map(String::strip)
                .filter(text -> text.indexOf('@') >= 0);
    }

    /** One of which it is not known from where it sends. */
    public Unit(
            String code,
            String name,
            String kind,
            @Nullable String parent,
            List<String> aliases,
            @Nullable LocalDate activeFrom,
            @Nullable LocalDate activeTo,
            List<String> predecessors,
            Contact contact) {
        this(code, name, kind, parent, aliases, activeFrom, activeTo, predecessors, contact, List.of());
    }

    /** One of which no contact is known. */
    public Unit(
            String code,
            String name,
            String kind,
            @Nullable String parent,
            List<String> aliases,
            @Nullable LocalDate activeFrom,
            @Nullable LocalDate activeTo,
            List<String> predecessors) {
        this(code, name, kind, parent, aliases, activeFrom, activeTo, predecessors, Contact.NONE);
    }

    /** Active on the last day of the period, which is the day the return speaks for. */
    public boolean activeIn(Period period) {
        LocalDate end = period.end();
        return (activeFrom == null || !activeFrom.isAfter(end)) && (activeTo == null || !activeTo.isBefore(end));
    }

    /**
     * Whom the officer calls about a unit's return. It stays in the job folder and on the officer's own list: never in the
     * store, the summary or an export.
     *
     * @param name a person or an office
     * @param phone one number or several, as printed
     */
    public record Contact(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email) {

        /** The roster names none. */
        public static final Contact NONE = new Contact(null, null, null);

        public boolean isKnown() {
            return name != null || phone != null || email != null;
        }
    }
}
