package org.jibao.inbox;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Which file says when and from whom each file of an inbox came. It decides times, so it never lies in the inbox, where anybody's
 * files fall.
 *
 * @param file the register; it need not be there
 * @param wanted whether it was named explicitly, so that its absence is reported
 */
public record Register(Path file, boolean wanted) {

    /** Its usual name. */
    public static final String FILE_NAME = "received.csv";

    /** The usual one: in the folder in which the inbox lies, as the inbox was named. */
    public static Register beside(Path inbox) {
        return new Register(beside(inbox, FILE_NAME), false);
    }

    /** One of another name in the same place. */
    public static Register beside(Path inbox, String name, boolean wanted) {
        return new Register(beside(inbox, name), wanted);
    }

    private static Path beside(Path inbox, String name) {
        Path folder = inbox.toAbsolutePath().normalize();
        return Objects.requireNonNullElse(folder.getParent(), folder).resolve(name);
    }
}
