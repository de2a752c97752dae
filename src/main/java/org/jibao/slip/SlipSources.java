package org.jibao.slip;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jibao.delivery.Manifest;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.InboxListing;
import org.jibao.slip.SlipWriter.SlipLimits;
import org.jspecify.annotations.Nullable;

/** Where the files that slips answer lie now: known by their bytes, wherever in the inbox they have been moved. */
final class SlipSources {

    /** A hundred times what a return is; only so that a directory of parts is never read of a whole film. */
    private static final long LARGEST = 64L * 1024 * 1024;

    private static final Wording WORDS = Wording.of(SlipSources.class);

    private final Map<String, InboxFile> bySha256 = new HashMap<>();

    /** The bytes to mark, or why there are none. */
    record Source(@Nullable InboxFile file, byte @Nullable [] bytes, Text refusal) {

        static Source refused(Text why) {
            return new Source(null, null, why);
        }
    }

    SlipSources(InboxListing inbox) {
        inbox.files().forEach(file -> bySha256.putIfAbsent(file.sha256(), file));
    }

    /** Whether the file is there: a slip is made again when it has come or gone. */
    boolean has(String sha256) {
        return bySha256.containsKey(sha256);
    }

    /** Tells one set of files from another. */
    String digest() {
        return Manifest.sha256(String.join("\n", new TreeSet<>(bySha256.keySet())));
    }

    Source of(String sha256) {
        InboxFile file = bySha256.get(sha256);
        if (file == null) {
            return Source.refused(WORDS.text("refusal.gone"));
        }
        if (file.rejection().isPresent() || !file.isWorkbook()) {
            return Source.refused(WORDS.text("refusal.unreadable"));
        }
        if (file.line() != null) {
            return Source.refused(WORDS.text("refusal.list"));
        }
        if (file.container() == InboxFile.Container.CSV) {
            return Source.refused(WORDS.text("refusal.csv"));
        }
        try {
            return held(file);
        } catch (IOException vanished) {
            return Source.refused(WORDS.text("refusal.gone"));
        }
    }

    private static Source held(InboxFile file) throws IOException {
        Optional<Text> refusal = refusal(file);
        if (refusal.isPresent()) {
            return Source.refused(refusal.get());
        }
        byte[] bytes = file.bytes();
        return file.unchanged() ? new Source(file, bytes, Text.same("")) : Source.refused(WORDS.text("refusal.gone"));
    }

    private static Optional<Text> refusal(InboxFile file) throws IOException {
        boolean packed = file.container() == InboxFile.Container.OOXML;
        return packed && file.size() <= LARGEST ? SlipLimits.refusal(file.archive()) : SlipLimits.refusal(file.size());
    }
}
