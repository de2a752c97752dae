package org.jibao.inspect;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jibao.finding.Wording;
import org.jibao.inbox.InboxFile;
import org.jibao.run.UnusableArgument;

/** A received file where it lies now, as it was received: with everything in it, be it sensitive or not. */
public final class ReceivedFile {

    private static final Wording WORDS = Wording.of(ReceivedFile.class);

    /** What a job may allow at most; a larger one is handed over outside of the program. */
    private static final long LARGEST = 256L * 1024 * 1024;

    private final String name;
    private final InboxFile file;

    ReceivedFile(String name, InboxFile file) {
        this.name = name;
        this.file = file;
    }

    /** Its own name, without folders, as the store has it. */
    public String name() {
        return name;
    }

    /** Where it lies, or the ZIP in which it was sent. */
    public Path path() {
        return file.path();
    }

    public String sha256() {
        return file.sha256();
    }

    /** In bytes. */
    public long size() {
        return file.size();
    }

    /**
     * Its bytes, which are those that were received.
     *
     * @throws UnusableArgument where they are others by now, or too many
     */
    public byte[] bytes() {
        if (file.size() > LARGEST) {
            throw new UnusableArgument(WORDS.text("file.large", name));
        }
        try {
            byte[] bytes = file.bytes();
            if (hash(bytes).equals(file.sha256())) {
                return bytes;
            }
        } catch (IOException gone) {
            throw new UnusableArgument(WORDS.text("file.gone", file.sha256()));
        }
        throw new UnusableArgument(WORDS.text("file.gone", file.sha256()));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
