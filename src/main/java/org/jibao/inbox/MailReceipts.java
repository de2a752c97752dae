package org.jibao.inbox;

import java.time.Instant;
import java.util.Optional;
import org.jibao.inbox.InboxFile.Proof;

/** Which files of an inbox came by mail, as the mails that were fetched say. */
@FunctionalInterface
public interface MailReceipts {

    /** Nothing came by mail. */
    MailReceipts NONE = name -> Optional.empty();

    /**
     * When and from whom a file came.
     *
     * @param name its path inside the inbox, with {@code /}; also of what a ZIP holds
     */
    Optional<MailReceipt> of(String name);

    /**
     * What is known of a file that came by mail.
     *
     * @param at when the server received the mail
     * @param sender the address, or empty where the mail gives none, or several
     * @param sha256 of the file that came; one of other bytes under its name did not come by mail
     */
    record MailReceipt(Instant at, String sender, Proof proof, String sha256) {}
}
