package org.jibao.store;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a decision is taken, as the system reports it; it cannot be chosen.
 *
 * @param account of this process
 * @param machine its name
 */
record Desk(String account, String machine) {

    private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

    /** The one at which this process runs. */
    static Desk here() {
        String account = ProcessHandle.current().info().user().orElseGet(() -> System.getProperty("user.name", ""));
        return new Desk(account, hostName());
    }

    private static String hostName() {
        try {
            return Files.isReadable(KERNEL)
                    ? Files.readString(KERNEL).strip()
                    : InetAddress.getLocalHost().getHostName();
        } catch (IOException noName) {
            return "?";
        }
    }
}
