package org.jibao.mime;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Set;
import org.jibao.mime.LeftPart.Why;
import org.jspecify.annotations.Nullable;

/**
 * Says of each part what becomes of it: a file that is taken, a mail that is opened, a text that is searched, or
 * something left.
 */
final class LeafSorter {

    private static final Set<String> ENCRYPTED =
            Set.of("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted");

    /** What programs put beside the files of people. */
    private static final Set<String> SILENT = Set.of(
            "application/pkcs7-signature",
            "application/x-pkcs7-signature",
            "application/pgp-signature",
            "application/applefile",
            "message/disposition-notification",
            "message/feedback-report",
            "text/rfc822-headers");

    private static final Set<String> TEXTS =
            Set.of("text/plain", "text/html", "text/enriched", "text/richtext", "text/calendar", "text/x-amp-html");

    private static final int MARK = 8;

    private final Gathering found;
    private final EntityWalk walk;

    LeafSorter(Gathering found, EntityWalk walk) {
        this.found = found;
        this.walk = walk;
    }

    /** The same for a file of an Outlook message; what is wrong with it stops none of the others. */
    void takeOne(Leaf leaf, Place place) throws MessagingException {
        try {
            take(leaf, place);
        } catch (IOException | RuntimeException e) {
            found.leave(leaf.shown(), e instanceof PartDamage damage ? damage.why() : Why.DAMAGED);
        }
    }

    void take(Leaf leaf, Place place) throws MessagingException, IOException {
        int number = found.nextNumber();
        String ending = leaf.ending();
        if (ENCRYPTED.contains(leaf.type()) || ending.equals("p7m")) {
            found.leave(leaf.shown(), Why.ENCRYPTED);
        } else if (leaf.type().equals("message/delivery-status")) {
            report(leaf, place);
        } else if (SILENT.contains(leaf.type())) {
            return;
        } else if (ending.equals("eml")) {
            openMail(leaf, place);
        } else if (ending.equals("msg") || ending.isEmpty() && leaf.type().equals("application/vnd.ms-outlook")) {
            openOutlook(leaf, place);
        } else if (leaf.type().endsWith("ms-tnef") || leaf.given().equalsIgnoreCase("winmail.dat")) {
            TnefFile.open(whole(leaf, place), found, this, place);
        } else {
            sort(leaf, place, number);
        }
    }

    private void sort(Leaf leaf, Place place, int number) throws IOException {
        String ending = WantedKind.of(leaf.given(), leaf.type());
        if (ending == null && WantedKind.isOpen(leaf.given(), leaf.type())) {
            ending = WantedKind.sniffed(leaf.content().beginning(MARK));
        }
        if (found.passesOver(number)) {
            return;
        }
        if (ending != null) {
            file(leaf, place, number, ending);
        } else if (TEXTS.contains(leaf.type()) && leaf.given().isBlank() && !leaf.attached()) {
            text(leaf);
        } else if (!leaf.type().startsWith("image/") || !leaf.embedded()) {
            found.leave(leaf.shown(), Why.OTHER_KIND);
        }
    }

    private void file(Leaf leaf, Place place, int number, String ending) throws IOException {
        @Nullable Why refusal = place.cut() ? Why.DAMAGED : null;
        if (found.parts.size() >= MailLimits.MOST_PARTS) {
            refusal = Why.TOO_MANY;
        } else if (leaf.size() > found.limits.partBytes()) {
            refusal = Why.TOO_LARGE;
        }
        if (refusal != null) {
            found.leave(leaf.shown(), refusal);
            return;
        }
        long most = found.limits.partBytes();
        long size = leaf.size() < 0 ? leaf.content().measure(most) : leaf.size();
        String name = WantedKind.safeName(leaf.given(), ending, number);
        String given = HeaderText.cut(HeaderText.seen(leaf.given()), 300);
        found.parts.add(new MailPart(number, name, given, size, most, leaf.content()));
    }

    private void text(Leaf leaf) throws IOException {
        if (!found.largeLink && !leaf.type().equals("text/calendar")) {
            byte[] beginning = leaf.content().beginning(MailLimits.TEXT_BYTES);
            found.largeLink = LargeLinks.in(HeaderText.roughly(beginning, leaf.charset()));
        }
    }

    void largeLinkIn(@Nullable String text) {
        found.largeLink |=
                text != null && LargeLinks.in(text.substring(0, Math.min(text.length(), MailLimits.TEXT_BYTES)));
    }

    private void report(Leaf leaf, Place place) throws IOException {
        if (place.inReport()) {
            DeliveryStatus.read(leaf.content().beginning(MailLimits.TEXT_BYTES), found.failedRecipients);
        }
    }

    void openMail(Leaf leaf, Place place) throws MessagingException, IOException {
        if (place.inMail().tooDeep()) {
            found.leave(leaf.shown(), Why.TOO_DEEP);
        } else {
            walk.walkFile(whole(leaf, place), place);
        }
    }

    private void openOutlook(Leaf leaf, Place place) throws MessagingException, IOException {
        if (place.inMail().tooDeep()) {
            found.leave(leaf.shown(), Why.TOO_DEEP);
        } else {
            new OutlookFile(found, this).read(whole(leaf, place), place.inMail());
        }
    }

    /** All bytes of a file that holds others; one that is cut off gives what was found before the cut, and is named. */
    private byte[] whole(Leaf leaf, Place place) throws IOException {
        if (place.cut()) {
            throw new PartDamage(Why.DAMAGED);
        }
        return leaf.content().bytes(found.limits.fileBytes());
    }
}
