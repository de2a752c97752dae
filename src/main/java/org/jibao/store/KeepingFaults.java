package org.jibao.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/** What can go wrong with backing up, restoring and compacting. The store is as it was, whatever goes wrong here. */
public final class KeepingFaults {

    private static final Wording WORDS = Wording.of(KeepingFaults.class);
    private static final int MOST_PARTS = 8;
    private static final int LONGEST_PART = 80;

    private final Path store;

    public KeepingFaults(Path store) {
        this.store = store;
    }

    public StoreException nothingToKeep() {
        return new StoreException(WORDS.text("keeping.no-store", store), null);
    }

    public StoreException noBackup(Path backup) {
        return new StoreException(WORDS.text("keeping.no-backup", backup, BackupFolder.usual(store)), null);
    }

    public StoreException backupIsStore(Path backup) {
        return new StoreException(WORDS.text("keeping.backup-is-store", backup), null);
    }

    public StoreException backupGoesOn(Path folder) {
        return new StoreException(WORDS.text("keeping.backup-goes-on", folder), null);
    }

    public StoreException nothingPublishedYet(StoreException locked) {
        return new StoreException(WORDS.text("keeping.no-snapshot", locked.text()), locked);
    }

    /** The store is here the backup. What it says of itself is quoted no longer than a person reads. */
    public StoreException foreignParts(List<String> parts) {
        String zh = listed(parts, "、");
        String en = listed(parts, ", ");
        Text shown = new Text(zh, en);
        Text all = parts.size() > MOST_PARTS ? WORDS.text("keeping.more-parts", shown, parts.size()) : shown;
        return new StoreException(WORDS.text("keeping.foreign-parts", store, all), null);
    }

    private static String listed(List<String> parts, String between) {
        return parts.stream().limit(MOST_PARTS).map(KeepingFaults::quoted).collect(Collectors.joining(between));
    }

    private static String quoted(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints()
                .limit(LONGEST_PART)
                .forEach(point -> shown.appendCodePoint(
                        Character.isISOControl(point) || Character.getType(point) == Character.FORMAT
                                ? '\uFFFD'
                                : point));
        return shown.toString();
    }

    public StoreException copyDiffers(Path copy, String where) {
        return new StoreException(WORDS.text("keeping.copy-differs", store, copy, where), null);
    }

    public StoreException cannotWrite(Path place, IOException e) {
        return new StoreException(WORDS.text("keeping.cannot-write", place, e, store), e);
    }
}
