package org.jibao.mime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jibao.guard.VisibleText;
import org.jibao.mime.LeftPart.Why;

/** What has been found in one mail so far, over all mails in it. */
final class Gathering {

    /** More are one with the last. */
    private static final int MOST_LEFT = 200;

    private static final int LONGEST_NAME = 200;

    final MailLimits limits;
    private final int only;
    final List<MailPart> parts = new ArrayList<>();
    final List<LeftPart> left = new ArrayList<>();
    final Set<String> failedRecipients = new LinkedHashSet<>();
    boolean largeLink;

    /** Whether something is damaged: of a mail on a server, perhaps only its description. */
    boolean strange;

    private int leaves;
    private int visited;
    private long headerBytes;
    private long heldBytes;

    Gathering(MailLimits limits) {
        this(limits, 0);
    }

    /** @param only the number of the one file that is wanted; 0 where all are */
    Gathering(MailLimits limits, int only) {
        this.limits = limits;
        this.only = only;
    }

    /** Whether a file that was not asked for need not be looked at. */
    boolean passesOver(int number) {
        return only > 0 && number != only;
    }

    /** Counts a part of any kind; false where it is one too many. */
    boolean visit() {
        return ++visited <= MailLimits.MOST_VISITED;
    }

    /** Whether the headers with this one are still few enough to be held as objects. */
    boolean holdsHeader(int bytes) {
        headerBytes += bytes;
        return headerBytes <= MailLimits.ALL_HEADER_BYTES;
    }

    /** Whether mails that were sent as files still fit into the memory of one mail. */
    boolean holds(long bytes) {
        heldBytes += bytes;
        return heldBytes <= limits.fileBytes();
    }

    int nextNumber() {
        return ++leaves;
    }

    void leave(String name, Why why) {
        LeftPart part = new LeftPart(HeaderText.cut(VisibleText.line(name), LONGEST_NAME), why);
        if (left.size() < MOST_LEFT) {
            left.add(part);
        } else {
            left.set(MOST_LEFT - 1, new LeftPart("…", Why.TOO_MANY));
        }
    }
}
