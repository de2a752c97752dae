package org.jibao.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jibao.finding.Finding;
import org.jibao.finding.Language;
import org.jibao.finding.Messages;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.inbox.Inbox;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.InboxListing;
import org.jibao.inbox.Limits;
import org.jibao.reading.opening.FormSource;
import org.jibao.run.UnusableArgument;

/** Opens the files that a draft is made from. */
final class Sources {

    private static final Wording WORDS = Wording.of(Sources.class);

    /** Of more returns than these nothing is learnt any more. */
    private static final int MOST = 400;

    private final List<Source> sources = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    /** A file that was opened. */
    record Source(InboxFile file, Workbook workbook) {}

    /**
     * Opens every file.
     *
     * @throws UnusableArgument where there is none
     */
    static Sources of(List<Path> paths) {
        Sources sources = new Sources();
        List<InboxFile> files = new ArrayList<>();
        paths.forEach(path -> files.addAll(listed(path)));
        if (files.isEmpty()) {
            throw new UnusableArgument(WORDS.text("sources.none", paths));
        }
        files.sort(Comparator.comparing(InboxFile::name));
        try (FormSource opener = new FormSource()) {
            files.stream().limit(MOST).forEach(file -> sources.open(opener, file));
        }
        if (files.size() > MOST) {
            sources.remarks.add(Remark.look(WORDS.text("sources.more", MOST, files.size()), "", ""));
        }
        return sources;
    }

    private static List<InboxFile> listed(Path path) {
        if (!Files.exists(path)) {
            throw new UnusableArgument(WORDS.text("sources.missing", path));
        }
        try {
            InboxListing listing =
                    Files.isDirectory(path) ? Inbox.list(path, Limits.standard()) : Inbox.only(path, Limits.standard());
            return listing.files();
        } catch (IOException e) {
            throw new UnusableArgument(WORDS.text("sources.unreadable", path));
        }
    }

    private void open(FormSource opener, InboxFile file) {
        FormSource.Opened opened = opener.open(file);
        Finding refusal = opened.refusal();
        if (refusal != null) {
            Text words = new Text(
                    Messages.render(refusal, Language.ZH) + " " + Messages.cure(refusal, Language.ZH),
                    Messages.render(refusal, Language.EN) + " " + Messages.cure(refusal, Language.EN));
            remarks.add(Remark.look(WORDS.text("sources.refused", file.name(), words), "", ""));
        } else if (opened.book() != null) {
            sources.add(new Source(file, Workbook.of(opened.book())));
        }
    }

    List<Source> all() {
        return sources;
    }

    List<Remark> remarks() {
        return remarks;
    }
}
