package org.jibao.collect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.InboxFile.Container;
import org.jibao.inbox.PackedFile;
import org.jibao.store.KnownFile;
import org.jspecify.annotations.Nullable;

/** The files of an inbox as they are moved: those that lie by themselves, and a ZIP for all that were sent in it. */
final class PackedFiles {

    private final Map<KnownFile, String> settled;
    private final List<InboxFile> files = new ArrayList<>();

    /** The period to which each ZIP goes; one of which a file is not settled has none. */
    private final Map<String, @Nullable String> zips = new LinkedHashMap<>();

    /** @param settled the period of each file that the store has settled */
    PackedFiles(List<InboxFile> listed, Instant asOf, Map<KnownFile, String> settled) {
        this.settled = settled;
        Map<PackedFile, List<InboxFile>> inZips = new LinkedHashMap<>();
        for (InboxFile file : listed) {
            PackedFile packed = file.packed();
            if (packed == null) {
                files.add(file);
            } else {
                PackedFile zip =
                        new PackedFile(packed.zip(), packed.zipName(), packed.zipSize(), packed.zipSha256(), "");
                inZips.computeIfAbsent(zip, key -> new ArrayList<>()).add(file);
            }
        }
        inZips.forEach((zip, members) -> add(zip, members, asOf));
    }

    private void add(PackedFile zip, List<InboxFile> members, Instant asOf) {
        Set<@Nullable String> periods = new LinkedHashSet<>();
        for (InboxFile member : members) {
            boolean later = member.receivedAt().isAfter(asOf);
            periods.add(later ? null : settled.get(new KnownFile(member.name(), member.sha256())));
        }
        if (!periods.contains(null)) {
            boolean one = periods.size() == 1;
            zips.put(zip.zipName(), one ? periods.iterator().next() : Archiving.UNASSIGNED);
            files.add(new InboxFile(
                    zip.zip(), zip.zipName(), zip.zipSize(), zip.zipSha256(), asOf, Container.OTHER, null));
        }
    }

    List<InboxFile> files() {
        return files;
    }

    /** To which a file goes; null where it is not settled. */
    @Nullable
    String period(InboxFile file) {
        String ofZip = zips.get(file.name());
        return ofZip != null ? ofZip : settled.get(new KnownFile(file.name(), file.sha256()));
    }
}
