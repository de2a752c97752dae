package org.jibao.desk;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jibao.desk.http.Call;
import org.jibao.mailbook.MailRecord;
import org.jibao.mailbook.MailRecord.Kind;

/**
 * What the page of mails is asked for.
 *
 * @param view one of {@link #VIEWS}
 * @param search a unit or a part of what stands in a mail's head; empty for all
 * @param kind the word of a kind of mail; empty for all
 */
record MailAsked(String view, String search, String kind, int from) {

    static final String ARRIVED = "arrived";
    static final String OTHERS = "others";
    static final String HELD = "held";
    static final String UNDELIVERED = "undelivered";

    /** Parts of the page, in the order in which they are offered. */
    static final List<String> VIEWS = List.of(ARRIVED, OTHERS, HELD, UNDELIVERED);

    /** Mails without anything to collect, where they also have no file. */
    private static final Set<Kind> NOT_FOR_US =
            Set.of(Kind.NO_FILE, Kind.LINK, Kind.AUTOMATIC, Kind.OWN, Kind.UNREADABLE);

    private static final int LONGEST = 100;

    static MailAsked of(Call call) {
        String view = VIEWS.contains(call.asked("view")) ? call.asked("view") : ARRIVED;
        String search = call.asked("q");
        return new MailAsked(
                view,
                search.substring(0, Math.min(LONGEST, search.length())),
                call.asked("kind"),
                call.number("from").orElse(0));
    }

    static boolean isNotForUs(MailRecord mail) {
        return NOT_FOR_US.contains(mail.kind()) && mail.files().isEmpty();
    }

    static String word(Kind kind) {
        return kind.word().replace('_', '-');
    }

    /** @param units names and codes of units whose address the sender's is, or that were answered */
    boolean takes(MailRecord mail, Function<MailRecord, String> units) {
        return (view.equals(ARRIVED) || isNotForUs(mail))
                && (kind.isEmpty() || kind.equals(word(mail.kind())))
                && (search.isEmpty() || text(mail, units).contains(search.toLowerCase(Locale.ROOT)));
    }

    private static String text(MailRecord mail, Function<MailRecord, String> units) {
        StringBuilder text = new StringBuilder();
        text.append(mail.shownFrom()).append('\n').append(mail.from()).append('\n');
        text.append(mail.subject()).append('\n').append(units.apply(mail)).append('\n');
        mail.files().forEach(file -> text.append(file.given()).append('\n'));
        mail.failedRecipients().forEach(address -> text.append(address).append('\n'));
        return text.toString().toLowerCase(Locale.ROOT);
    }

    /** The same for an address, without the place in the list. */
    String query() {
        return "view=" + view + "&q=" + DeskFrame.encoded(search) + "&kind=" + DeskFrame.encoded(kind);
    }
}
