package org.jibao.mime;

import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.jibao.mime.LeftPart.Why;
import org.jspecify.annotations.Nullable;

/** {@code winmail.dat}: the attachments of an Outlook that sends them in its own packing (TNEF). */
final class TnefFile {

    private TnefFile() {}

    static void open(byte[] bytes, Gathering found, LeafSorter leaves, Place place)
            throws MessagingException, IOException {
        HMEFMessage message = read(bytes);
        for (Attachment attachment : message.getAttachments()) {
            if (!found.visit()) {
                throw new PartDamage(Why.TOO_MANY);
            }
            String name = name(attachment);
            leaves.takeOne(Leaf.of(name, "application/octet-stream", false, contents(attachment)), place);
        }
    }

    private static HMEFMessage read(byte[] bytes) throws PartDamage {
        try {
            return new HMEFMessage(new ByteArrayInputStream(bytes));
        } catch (IOException | RuntimeException e) {
            throw new PartDamage(Why.DAMAGED);
        }
    }

    private static Content contents(Attachment attachment) {
        return () -> {
            byte[] held;
            try {
                held = attachment.getContents();
            } catch (RuntimeException absent) {
                throw new PartDamage(Why.DAMAGED);
            }
            return new ByteArrayInputStream(held);
        };
    }

    private static String name(Attachment attachment) {
        String longName = longName(attachment);
        if (longName != null && !longName.isBlank()) {
            return longName;
        }
        TNEFAttribute title = attachment.getAttribute(TNEFProperty.ID_ATTACHTITLE);
        return title == null ? "" : HeaderText.guessed(title.getData()).replace("\0", "");
    }

    private static @Nullable String longName(Attachment attachment) {
        try {
            return attachment.getLongFilename();
        } catch (RuntimeException strange) {
            return null;
        }
    }
}
