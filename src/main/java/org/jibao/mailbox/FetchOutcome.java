package org.jibao.mailbox;

import java.util.List;
import org.jibao.finding.Text;
import org.jibao.mailbook.MailRecord;
import org.jspecify.annotations.Nullable;

/**
 * What came of fetching.
 *
 * @param mails that were put on record now, in the order of the server
 * @param known how many mails of the folder were on record before
 * @param failure why not all could be fetched, or null; the next run goes on where this one ended
 */
public record FetchOutcome(
        List<MailRecord> mails, int known, @Nullable Text failure) {

    /** The job has no mailbox. */
    public static final FetchOutcome NONE = new FetchOutcome(List.of(), 0, null);

    public FetchOutcome {
        mails = List.copyOf(mails);
    }

    public long files() {
        return mails.stream().mapToLong(mail -> mail.files().size()).sum();
    }
}
