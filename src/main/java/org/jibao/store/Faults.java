package org.jibao.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.finding.Cause;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the engine says into what an operator can act on. The engine gives no SQLState, so its words are matched.
 */
public final class Faults {

    private static final Wording WORDS = Wording.of(Faults.class);
    private static final Pattern STATEMENT = Pattern.compile(
            "(parser|binder|catalog|conversion|out of range|invalid input|invalid type|mismatch type|not implemented|syntax|constraint|permission|interrupt|invalid configuration) error");
    private static final Pattern HOLDER = Pattern.compile("\\(PID (\\d+)\\)");

    private final Path store;

    public Faults(Path store) {
        this.store = store;
    }

    public StoreException opening(SQLException e) {
        String words = words(e);
        if (words.contains("could not set lock")) {
            return locked(e);
        }
        if (words.contains("replaying wal")) {
            return damaged(e);
        }
        if (words.contains("newer version") || words.contains("version number")) {
            return newerEngine(e);
        }
        if (words.contains("is a directory")) {
            return folder(e);
        }
        return Cause.of(e).map(cause -> machine(cause, e)).orElseGet(() -> damaged(e));
    }

    /** A statement that the engine refused, while the store itself was open. */
    public StoreException running(SQLException e) {
        Optional<Cause> cause = Cause.of(e);
        if (cause.isPresent()) {
            return machine(cause.get(), e);
        }
        String words = words(e);
        if (words.contains("out of memory")) {
            return outOfMemory(e);
        }
        if (words.contains("corrupt") || words.contains("checksum")) {
            return damaged(e);
        }
        return STATEMENT.matcher(words).find() ? refused(e) : unforeseen(e);
    }

    private StoreException machine(Cause cause, SQLException e) {
        return switch (cause) {
            case DISK_FULL -> diskFull(e);
            case DENIED, READ_ONLY -> notWritable(e);
            default -> because(cause, e);
        };
    }

    /** What the engine says of a text that it was given, not of its own state. */
    private StoreException refused(SQLException e) {
        return new StoreException(WORDS.text("store.refused", store, firstLine(e)), e);
    }

    private StoreException unforeseen(SQLException e) {
        return new StoreException(WORDS.text("store.unforeseen", store, firstLine(e)), e);
    }

    private StoreException because(Cause cause, SQLException e) {
        return new StoreException(WORDS.text("store.not-written", store, cause.why(), firstLine(e), cause.cure()), e);
    }

    public static boolean saysLocked(StoreException e) {
        return String.valueOf(e.getCause()).toLowerCase(Locale.ROOT).contains("could not set lock");
    }

    /** The engine would go on without what it cannot read, and never say so. */
    StoreException damagedLog(Path log) {
        return damaged(WORDS.text("store.damaged-log", log.getFileName()), null);
    }

    public StoreException newer(int found, int known) {
        return new StoreException(WORDS.text("store.newer", store, found, known), null);
    }

    public StoreException foreign() {
        return new StoreException(WORDS.text("store.foreign", store), null);
    }

    /** What no run of ours has written; its name is the only thing that is said of it. */
    StoreException foreignParameters(String type) {
        String shown = type.replaceAll("[^\\w.$]", "?");
        String name = shown.substring(0, Math.min(80, shown.length()));
        return new StoreException(WORDS.text("store.foreign-parameters", store, name), null);
    }

    StoreException engineNotLoaded(LinkageError e) {
        String folder = System.getProperty("java.io.tmpdir");
        Throwable why = e.getCause() == null ? e : e.getCause();
        return new StoreException(WORDS.text("store.engine-not-loaded", why, folder, store), e);
    }

    StoreException cannotCreate(Exception e) {
        return new StoreException(WORDS.text("store.cannot-create", store, e), e);
    }

    private StoreException locked(SQLException e) {
        Matcher matcher = HOLDER.matcher(String.valueOf(e.getMessage()));
        String holder = matcher.find() ? matcher.group(1) : "?";
        return new StoreException(WORDS.text("store.locked", store, holder), e);
    }

    private StoreException newerEngine(SQLException e) {
        return new StoreException(WORDS.text("store.newer-engine", store, firstLine(e)), e);
    }

    private StoreException notWritable(SQLException e) {
        return new StoreException(WORDS.text("store.not-writable", store, firstLine(e)), e);
    }

    private StoreException folder(SQLException e) {
        return new StoreException(WORDS.text("store.folder", store.toAbsolutePath()), e);
    }

    private StoreException diskFull(SQLException e) {
        return new StoreException(WORDS.text("store.disk-full", store, firstLine(e)), e);
    }

    private StoreException outOfMemory(SQLException e) {
        return new StoreException(WORDS.text("store.out-of-memory", store, firstLine(e)), e);
    }

    private StoreException damaged(SQLException e) {
        return damaged(Text.same(firstLine(e)), e);
    }

    /** What to put in its place is named where it is there: whoever reads this needs it now. */
    private StoreException damaged(Text why, @Nullable SQLException e) {
        Text cure = new BackupFolder(store, BackupFolder.usual(store))
                .newest()
                .map(Faults::restore)
                .orElse(WORDS.text("store.no-backup"));
        return new StoreException(WORDS.text("store.damaged", store, why, cure), e);
    }

    private static Text restore(BackupFolder.Entry backup) {
        String asOf = BackupFolder.toTheMinute(backup.asOf());
        return WORDS.text("store.restore", backup.file(), asOf);
    }

    private static String words(SQLException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    }

    static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
