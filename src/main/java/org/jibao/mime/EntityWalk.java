package org.jibao.mime;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jibao.mime.LeftPart.Why;

/**
 * Goes through the parts of a message, and of the messages in it, and lets nothing that is wrong with one of them stop
 * it.
 */
final class EntityWalk {

    private static final String MESSAGE = "message/rfc822";

    /** The first letters by which a mail is recognised. */
    private static final int LOOKED_AT = 80;

    private final Gathering found;
    private final LeafSorter leaves;

    EntityWalk(Gathering found) {
        this.found = found;
        this.leaves = new LeafSorter(found, this);
    }

    /** @throws MessagingException where the way to the server is lost, and for nothing else */
    void walk(MimePart part, Place place) throws MessagingException {
        String shown = "";
        try {
            PartHead head = PartHead.of(part, place);
            shown = head.given().isBlank() ? head.type() : head.given();
            if (place.tooDeep()) {
                found.leave(shown, Why.TOO_DEEP);
            } else if (head.type().startsWith("multipart/")) {
                parts(part, head, place);
            } else if (isMessage(head)) {
                message(part, head, place);
            } else {
                leaves.take(head.leaf(part, place), place);
            }
        } catch (MessagingException | IOException | RuntimeException e) {
            if (LostConnection.caused(e)) {
                throw LostConnection.of(e);
            }
            found.strange |= why(e) == Why.DAMAGED;
            found.leave(shown, why(e));
        }
    }

    private static Why why(Exception e) {
        return e instanceof PartDamage damage ? damage.why() : Why.DAMAGED;
    }

    private static boolean isMessage(PartHead head) {
        return head.type().equals(MESSAGE) || head.type().equals("message/global");
    }

    private void parts(MimePart part, PartHead head, Place place) throws MessagingException, IOException {
        if (head.type().equals("multipart/encrypted")) {
            found.leave(head.given().isBlank() ? head.type() : head.given(), Why.ENCRYPTED);
            return;
        }
        if (head.onServer()) {
            walkAll(described(part), true, head, place);
            return;
        }
        BoundedMultipart body = new BoundedMultipart(head.contentType(), RawBytes.of(part), found);
        List<BodyPart> whole = body.whole();
        Why failure = body.failure();
        walkAll(whole, body.isComplete() || failure != null && failure != Why.DAMAGED, head, place);
        if (failure != null) {
            found.leave(head.type(), failure);
        }
    }

    private List<BodyPart> described(MimePart part) throws MessagingException, IOException {
        if (!(part.getContent() instanceof Multipart body)) {
            throw new PartDamage(Why.DAMAGED);
        }
        List<BodyPart> parts = new ArrayList<>();
        for (int i = 0; i < body.getCount(); i++) {
            if (!found.visit()) {
                found.leave("…", Why.TOO_MANY);
                break;
            }
            parts.add(body.getBodyPart(i));
        }
        return parts;
    }

    /** Where the end is missing, the last part may be cut off, or be one that had others behind it. */
    private void walkAll(List<BodyPart> parts, boolean complete, PartHead head, Place place) throws MessagingException {
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            if (parts.get(i) instanceof MimePart part) {
                walk(part, place.inParts(head.type(), last && !complete));
            }
        }
    }

    /** What a server sends back is no return of anybody. */
    private void message(MimePart part, PartHead head, Place place) throws MessagingException, IOException {
        if (place.inReport()) {
            return;
        }
        if (head.onServer()) {
            onServer(part, head, place);
            return;
        }
        if (MessageBytes.looksLike(RawBytes.of(part).readNBytes(LOOKED_AT))) {
            SharedByteArrayInputStream shared = (SharedByteArrayInputStream) RawBytes.of(part);
            walk(MessageBytes.message(shared, found), place.inMail());
        } else {
            leaves.openMail(head.leaf(part, place), place);
        }
    }

    /** It is fetched whole: servers describe the parts of a mail in a mail in ways of their own. */
    private void onServer(MimePart part, PartHead head, Place place) throws MessagingException, IOException {
        if (part.getSize() > found.limits.fileBytes()) {
            throw new PartDamage(Why.TOO_LARGE);
        }
        Content raw = () -> RawBytes.opened(part, true);
        if (place.inMail().tooDeep() || !MessageBytes.looksLike(raw.beginning(LOOKED_AT))) {
            leaves.openMail(head.leaf(part, place), place);
        } else {
            walkFile(raw.bytes(found.limits.fileBytes()), place);
        }
    }

    /** A mail that was sent as a file. */
    void walkFile(byte[] bytes, Place place) throws MessagingException, IOException {
        if (!MessageBytes.looksLike(bytes)) {
            throw new PartDamage(Why.DAMAGED);
        }
        if (!found.holds(bytes.length)) {
            throw new PartDamage(Why.TOO_LARGE);
        }
        walk(MessageBytes.message(bytes, found), place.inMail());
    }
}
