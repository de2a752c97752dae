package org.jibao.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Where the machines of a cluster meet.
 *
 * @param address of the database, {@code postgresql://user@host/database}
 * @param inbox as this machine sees it
 * @param parts the folder that all machines see
 * @param deadline how long the workers may take for the files of one run
 * @param environment in which the password, or the file that holds it, is named
 */
public record ClusterSettings(
        String address, Path inbox, Path parts, Duration deadline, Map<String, String> environment) {

    /** The folder of parts that belongs to a store. */
    public static Path partsBeside(Path store) {
        return store.resolveSibling(store.getFileName() + ".parts");
    }
}
