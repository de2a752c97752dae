package org.jibao.finding;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why something could not be done for which neither the program nor a job folder is at fault: the machine's reasons, in words that an
 * operator knows. Java, the engine and the system say the same thing in many ways; this is the one place that knows them.
 */
public enum Cause {
    DISK_FULL("disk-full.why", "disk-full.cure", "no space left", "not enough space", "out of disk", "quota"),
    FILE_SIZE("file-size.why", "file-size.cure", "file too large", "filesize limit"),
    NAME("name.why", "name.cure", "file name too long", "invalid argument"),
    READ_ONLY("read-only.why", "read-only.cure", "read-only file system", "read-only"),
    IN_USE("in-use.why", "in-use.cure", "used by another process"),
    DENIED("denied.why", "read-only.cure", "permission denied", "access is denied"),
    OPEN_FILES("open-files.why", "open-files.cure", "too many open files"),
    DISK_FAULT("disk-fault.why", "disk-fault.cure", "input/output error", "stale file handle", "transport endpoint"),
    NO_FOLDER("no-folder.why", "read-only.cure", "no such file or directory"),
    NOT_FOLDER("not-folder.why", "not-folder.cure", "not a directory", "is a directory"),
    HEAP("heap.why", "heap.cure", "java heap space", "gc overhead limit"),
    MACHINE_MEMORY(
            "machine-memory.why",
            "machine-memory.cure",
            "cannot allocate memory",
            "unable to create native thread",
            "native memory allocation",
            "direct buffer memory"),
    DEPTH("depth.why", "depth.cure");

    private static final Wording WORDS = Wording.of(Cause.class);

    private final String why;
    private final String cure;
    private final List<String> signs;

    /**
     * @param why the key of the reason
     * @param cure the key of what to do about it
     * @param signs what a message has in it that means this, in lower case
     */
    Cause(String why, String cure, String... signs) {
        this.why = why;
        this.cure = cure;
        this.signs = List.of(signs);
    }

    /** The reason, without a full stop. */
    public Text why() {
        return WORDS.text(why);
    }

    /** What to do about it, as an order. */
    public Text cure() {
        return WORDS.text(cure);
    }

    /** The machine's reason behind a failure, whatever it is wrapped in; empty where it is another. */
    public static Optional<Cause> of(Throwable failure) {
        int links = 0;
        for (Throwable link = failure; link != null && links < 50; link = link.getCause()) {
            Optional<Cause> found = ofLink(link);
            if (found.isPresent()) {
                return found;
            }
            links++;
        }
        return Optional.empty();
    }

    private static Optional<Cause> ofLink(Throwable link) {
        if (link instanceof StackOverflowError) {
            return Optional.of(DEPTH);
        }
        Optional<Cause> told = isMachines(link) ? said(String.valueOf(link.getMessage())) : Optional.empty();
        if (told.isPresent()) {
            return told;
        }
        if (link instanceof OutOfMemoryError) {
            return Optional.of(HEAP);
        }
        if (link instanceof AccessDeniedException) {
            return Optional.of(DENIED);
        }
        if (link instanceof NoSuchFileException) {
            return Optional.of(NO_FOLDER);
        }
        boolean inTheWay = link instanceof FileAlreadyExistsException || link instanceof NotDirectoryException;
        return inTheWay ? Optional.of(NOT_FOLDER) : Optional.empty();
    }

    /** Whether its message is the system's or the engine's; the types of the engine's are the store's alone to know. */
    private static boolean isMachines(Throwable link) {
        return link instanceof IOException
                || link instanceof VirtualMachineError
                || link.getClass().getName().startsWith("java.sql.");
    }

    private static Optional<Cause> said(String message) {
        String words = message.toLowerCase(Locale.ROOT);
        for (Cause cause : values()) {
            if (cause.signs.stream().anyMatch(words::contains)) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }
}
