package org.jibao.inbox;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jibao.finding.Language;
import org.jibao.finding.Text;

/** {@code received.csv} cannot be understood. The officer's mistake, not a unit's: it stops a run before anything is read. */
public final class ReceivedTimesException extends RuntimeException {

    private final transient Path file;
    private final transient List<Mistake> mistakes;

    /**
     * One mistake.
     *
     * @param line 1-based, the header being line 1
     * @param message what is wrong with it and how it should read
     */
    public record Mistake(int line, Text message) {}

    ReceivedTimesException(Path file, List<Mistake> mistakes) {
        super(mistakes.stream()
                .map(mistake ->
                        file + ":" + mistake.line() + ": " + mistake.message().en())
                .collect(Collectors.joining(System.lineSeparator())));
        this.file = file;
        this.mistakes = List.copyOf(mistakes);
    }

    public Path file() {
        return file;
    }

    /** Every mistake at once. */
    public List<Mistake> mistakes() {
        return mistakes;
    }

    /** One line a mistake: file, line, what is wrong. */
    public String message(Language language) {
        return mistakes.stream()
                .map(mistake ->
                        file + ":" + mistake.line() + ": " + mistake.message().in(language))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
