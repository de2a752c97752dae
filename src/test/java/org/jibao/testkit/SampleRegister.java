package org.jibao.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** When the returns of the sample county came, for inboxes that hold some of them. */
public final class SampleRegister {

    private static final Path REGISTER = Path.of("sample-data/county/received.csv");
    private static final String INBOX = "quarterly-disclosure/";

    private SampleRegister() {}

    /** The lines of the quarterly inbox, by names inside it, without the header. */
    public static List<String> lines() throws IOException {
        return Files.readAllLines(REGISTER).stream()
                .filter(line -> line.startsWith(INBOX))
                .map(line -> line.substring(INBOX.length()))
                .toList();
    }

    /** Puts the register beside an inbox. */
    public static void beside(Path inbox) throws IOException {
        String text = "file,received_at\n" + String.join("\n", lines()) + "\n";
        Files.writeString(inbox.resolveSibling("received.csv"), text);
    }
}
