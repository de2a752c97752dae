package org.jibao.schedule;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jibao.finding.Wording;
import org.jibao.guard.VisibleText;
import org.jibao.run.UnusableArgument;

/**
 * Jibao as it stands on this machine, every path absolute.
 *
 * @param launcher the script that starts it
 * @param java the JVM's own folder, as other schedulers know neither JAVA_HOME nor much of PATH
 * @param folder in which it is to run
 * @param options of {@code nightly} and {@code schedule} but for the job
 * @param user who runs it
 * @param mail the file of environment variables that names the mail server and holds its password
 * @param zone of the machine
 */
public record Installation(
        Path launcher, Path java, Path folder, List<String> options, String user, Path mail, ZoneId zone) {
    private static final Wording WORDS = Wording.of(Installation.class);

    /** @throws UnusableArgument where a path or word has a control character, which would begin a line of its own in a recipe */
    public Installation {
        options = List.copyOf(options);
        Stream.concat(Stream.of(launcher, java, folder, mail).map(Path::toString), Stream.of(user))
                .forEach(Installation::refuseControls);
        options.forEach(Installation::refuseControls);
    }

    private static void refuseControls(String word) {
        String shown = VisibleText.line(word);
        if (!shown.equals(word)) {
            throw new UnusableArgument(WORDS.text("path.control", shown));
        }
    }

    /** Whether times of a job in that zone are the machine's own. */
    boolean keepsTimeOf(ZoneId other) {
        return zone.getRules().equals(other.getRules());
    }
}
