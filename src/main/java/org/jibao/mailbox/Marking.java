package org.jibao.mailbox;

import jakarta.mail.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jibao.definition.MailboxDefinition;
import org.jibao.mailbook.MailBook;
import org.jibao.mailbook.MailRecord;
import org.jibao.mailbook.MailRecord.Place;
import org.jibao.mailbook.MailsOnRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives mails that are on record their keyword, and moves them to the folders that the job names. Nothing is deleted,
 * and nothing is marked as seen. What a kill or the server has kept from it is done the next time.
 */
final class Marking {

    private static final Logger LOG = LoggerFactory.getLogger(Marking.class);

    private final MailboxDefinition mailbox;
    private final MailBook book;

    Marking(MailboxDefinition mailbox, MailBook book) {
        this.mailbox = mailbox;
        this.book = book;
    }

    void mark(MailboxConnection connection, IMAPFolder folder, String user, long validity)
            throws MailboxFault, IOException {
        if (!mailbox.marks()) {
            return;
        }
        Map<Long, MailRecord> open = open(book.read(), user, validity);
        List<Long> uids = List.copyOf(open.keySet());
        for (int i = 0; i < uids.size(); i += Fetch.BATCH) {
            batch(connection, folder, open, uids.subList(i, Math.min(uids.size(), i + Fetch.BATCH)));
        }
    }

    /** A mail that lies there a second time, because somebody has put it back, is left where it was put. */
    private Map<Long, MailRecord> open(MailsOnRecord mails, String user, long validity) {
        Map<Long, MailRecord> open = new LinkedHashMap<>();
        for (MailRecord mail : mails.mails()) {
            Place place = mail.place();
            if (place.mailbox().equals(user)
                    && place.folder().equals(mailbox.folder())
                    && place.validity() == validity
                    && !mails.isMarked(mail.id())) {
                open.put(place.uid(), mail);
            }
        }
        return open;
    }

    private void batch(MailboxConnection connection, IMAPFolder folder, Map<Long, MailRecord> open, List<Long> uids)
            throws MailboxFault, IOException {
        Map<Long, Message> there = connection.marks(folder, uids);
        List<Message> returns = new ArrayList<>();
        List<Message> others = new ArrayList<>();
        there.forEach((uid, message) -> {
            MailRecord mail = java.util.Objects.requireNonNull(open.get(uid));
            (mail.files().isEmpty() ? others : returns).add(message);
        });
        String keyword = mailbox.keyword();
        if (keyword != null && !there.isEmpty()) {
            connection.mark(folder, List.copyOf(there.values()), keyword);
        }
        move(connection, folder, returns, mailbox.handled());
        move(connection, folder, others, mailbox.notForUs());
        book.addMarked(uids.stream()
                .map(uid -> java.util.Objects.requireNonNull(open.get(uid)).id())
                .toList());
    }

    /** A server that cannot move would have to delete: then the mail stays. */
    private static void move(
            MailboxConnection connection,
            IMAPFolder folder,
            List<Message> mails,
            @org.jspecify.annotations.Nullable String to)
            throws MailboxFault {
        if (to == null || mails.isEmpty()) {
            return;
        }
        if (!connection.can("MOVE")) {
            LOG.warn("the server cannot move mails; they stay in their folder");
            return;
        }
        connection.move(folder, mails, to);
    }
}
