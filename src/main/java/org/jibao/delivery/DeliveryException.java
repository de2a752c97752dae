package org.jibao.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jibao.finding.Cause;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/** An output could not be put in its place: what, where, why and what to do next, in both languages. */
public final class DeliveryException extends IOException {
    private static final Wording WORDS = Wording.of(DeliveryException.class);

    private final transient Text text;
    private final boolean concernsOneFile;

    private DeliveryException(Text text, IOException cause, boolean concernsOneFile) {
        super(text.en(), cause);
        this.text = text;
        this.concernsOneFile = concernsOneFile;
    }

    /** Whether it is this file that could not be written, by its name or as another program has it; another one may well be. */
    public boolean concernsOneFile() {
        return concernsOneFile;
    }

    /**
     * What to say of the one file that it concerns, where the others go on.
     *
     * @throws DeliveryException itself, where no other file would fare better
     */
    public Text ofOneFile() throws DeliveryException {
        if (!concernsOneFile) {
            throw this;
        }
        return text;
    }

    /** What went wrong at a place that is no outbox. */
    public static DeliveryException at(Path where, IOException cause) {
        return of(where, cause);
    }

    static DeliveryException of(Path where, IOException cause) {
        if (cause instanceof DeliveryException known) {
            return known;
        }
        Reason reason = Reason.of(cause);
        return told(where, reason, cause);
    }

    /** A folder has the name of the file that is to be written. */
    static DeliveryException folderInTheWay(Path where, IOException cause) {
        return told(where, new Reason(WORDS.text("place.folder"), WORDS.text("place.folder-cure")), cause);
    }

    private static DeliveryException told(Path where, Reason reason, IOException cause) {
        return new DeliveryException(
                WORDS.text("place.not-written", where, reason.why(), reason.cure()),
                cause,
                List.of(WORDS.text("place.folder"), Cause.IN_USE.why(), Cause.NAME.why())
                        .contains(reason.why()));
    }

    /** What, where, why and the next step. */
    public Text text() {
        return text;
    }

    /** Why it failed, as far as the system tells. */
    private record Reason(Text why, Text cure) {

        static Reason of(IOException failure) {
            return Cause.of(failure)
                    .map(cause -> new Reason(cause.why(), cause.cure()))
                    .orElseGet(() -> new Reason(Text.same(failure.toString()), WORDS.text("place.other-cure")));
        }
    }
}
