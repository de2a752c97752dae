package org.jibao.answer;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Roster;
import org.jibao.definition.Senders;
import org.jibao.definition.Unit;
import org.jibao.mailbook.MailRecord;
import org.jibao.mailbook.MailRecord.Proof;
import org.jspecify.annotations.Nullable;

/**
 * To which address an answer goes: only to one of record of the unit that it is about, whatever a mail says of itself.
 */
final class Recipients {

    /** One address and nothing beside it. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,255}");

    private final Roster roster;
    private final Senders senders;
    private final String own;

    Recipients(JobDefinition job) {
        this.roster = job.roster();
        this.senders = new Senders(job.roster());
        this.own = AnswerSender.of(job);
    }

    /**
     * For what a mail has brought of a unit: its sender, if the roster has it as one of the unit, else the unit's own
     * address.
     *
     * @param unit null where the file names none: then only a sender that the roster knows is answered
     * @return empty where there is none
     */
    String of(MailRecord mail, @Nullable Unit unit) {
        if (unit == null) {
            return known(mail);
        }
        boolean sends =
                mail.proof() != Proof.REFUTED && senders.unitsOf(mail.from()).contains(unit) && isUsable(mail.from());
        return sends ? mail.from() : of(unit);
    }

    /** The first address by which the unit sends, else that of its contact; empty where there is neither. */
    String of(Unit unit) {
        return unit.addresses()
                .filter(address -> !address.startsWith("@"))
                .filter(this::isUsable)
                .findFirst()
                .orElse("");
    }

    /** The sender, if it is one of some unit by the roster; else empty. */
    String known(MailRecord mail) {
        boolean known = mail.proof() != Proof.REFUTED
                && isUsable(mail.from())
                && (!senders.unitsOf(mail.from()).isEmpty() || isContact(mail.from()));
        return known ? mail.from() : "";
    }

    private boolean isContact(String address) {
        return roster.units().stream()
                .map(unit -> unit.contact().email())
                .anyMatch(email -> email != null && email.strip().equalsIgnoreCase(address));
    }

    /** The one unit whose address it is; empty where there is none, or several share it. */
    Optional<Unit> unitOf(String address) {
        Set<Unit> units = senders.unitsOf(address);
        return units.size() == 1 ? units.stream().findFirst() : Optional.empty();
    }

    /** Never to ourselves: the answer would come back as a mail. */
    private boolean isUsable(String address) {
        return ADDRESS.matcher(address).matches()
                && !address.toLowerCase(Locale.ROOT).equals(own.toLowerCase(Locale.ROOT));
    }
}
