package org.jibao.batch.schedule;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

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

    public Installation {
        options = List.copyOf(options);
    }

    /** Whether times of a job in that zone are the machine's own. */
    boolean keepsTimeOf(ZoneId other) {
        return zone.getRules().equals(other.getRules());
    }
}
