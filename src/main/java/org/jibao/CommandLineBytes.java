package org.jibao;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The command line as its bytes were given. In a POSIX locale the JVM hands over a question mark for every character
 * that is not ASCII; Linux still has the bytes.
 */
final class CommandLineBytes {

    private static final Path LINUX = Path.of("/proc/self/cmdline");

    private CommandLineBytes() {}

    /** The same arguments in full, where the system can say; otherwise as the JVM has them. */
    static List<String> restored(String[] arguments) {
        List<String> known = List.of(arguments);
        try {
            return Files.isReadable(LINUX) ? last(Files.readAllBytes(LINUX), known) : known;
        } catch (IOException withoutThem) {
            return known;
        }
    }

    /** A program's own arguments are the last words of its command line, each ended by a zero. */
    static List<String> last(byte[] bytes, List<String> arguments) {
        List<String> words = List.of(new String(bytes, StandardCharsets.UTF_8).split("\0", -1));
        int end = words.size() - 1;
        return end < arguments.size() ? arguments : words.subList(end - arguments.size(), end);
    }
}
