package org.jibao.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A real IMAP server with TLS on the loopback address: Debian's {@code dovecot-imapd}, with a folder, a certificate and
 * one user of its own. Tests that need one are skipped, with a line that says so, where there is none.
 */
public final class Dovecot implements AutoCloseable {

    public static final String USER = "zwgk@example.com";
    public static final String PASSWORD = "s3cret";

    private static final String SERVER = "/usr/sbin/dovecot";
    private static final int TRIES = 100;

    private final Path folder;
    private final int port;
    private final Process process;
    private int mails;

    private Dovecot(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    public static boolean isThere() {
        return Files.isExecutable(Path.of(SERVER)) && Files.isExecutable(Path.of("/usr/bin/openssl"));
    }

    /** @param folder an empty folder of the test's own */
    public static Dovecot start(Path folder) throws IOException {
        Assumptions.assumeTrue(isThere(), "skipped: no dovecot or openssl (Debian: dovecot-imapd, openssl)");
        Path home = Files.createDirectories(folder.resolve("home"));
        for (String part : new String[] {"cur", "new", "tmp"}) {
            Files.createDirectories(home.resolve("Maildir").resolve(part));
        }
        certificate(folder);
        int port = freePort();
        Path settings = Files.writeString(folder.resolve("dovecot.conf"), settings(folder, port));
        open(folder);
        Process process = new ProcessBuilder(SERVER, "-F", "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("dovecot.out").toFile())
                .start();
        Dovecot dovecot = new Dovecot(folder, port, process);
        dovecot.await();
        return dovecot;
    }

    private static void certificate(Path folder) throws IOException {
        run(List.of(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost",
                "-keyout",
                folder.resolve("key.pem").toString(),
                "-out",
                folder.resolve("certificate.pem").toString()));
    }

    private static void run(List<String> command) throws IOException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(command + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Mails are never read as root: as the server's own user then. */
    private static String settings(Path folder, int port) {
        boolean root = System.getProperty("user.name").equals("root");
        String user = root ? "dovecot" : System.getProperty("user.name");
        return String.join(
                        "\n",
                        "base_dir = " + folder + "/run",
                        "state_dir = " + folder + "/state",
                        "log_path = " + folder + "/dovecot.log",
                        "protocols = imap",
                        "listen = 127.0.0.1",
                        "default_internal_user = " + user,
                        "default_login_user = " + (root ? "dovenull" : user),
                        "default_internal_group = " + (root ? "dovecot" : group(folder)),
                        "first_valid_uid = 1",
                        "mail_location = maildir:~/Maildir",
                        "disable_plaintext_auth = yes",
                        "ssl = yes",
                        "ssl_cert = <" + folder + "/certificate.pem",
                        "ssl_key = <" + folder + "/key.pem",
                        "passdb {\n  driver = static\n  args = password=" + PASSWORD + "\n}",
                        "userdb {\n  driver = static\n  args = uid=" + user + " gid="
                                + (root ? "dovecot" : group(folder)) + " home=" + folder + "/home\n}",
                        "service imap-login {\n  chroot =\n  inet_listener imap {\n    port = 0\n  }",
                        "  inet_listener imaps {\n    port = " + port + "\n    ssl = yes\n  }\n}",
                        "service anvil {\n  chroot =\n}",
                        "service stats {\n  chroot =\n}",
                        "mail_max_userip_connections = 50",
                        "auth_failure_delay = 0")
                + "\n";
    }

    private static String group(Path folder) {
        try {
            return Files.readAttributes(folder, java.nio.file.attribute.PosixFileAttributes.class)
                    .group()
                    .getName();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** For the server's own user, from the machine's temporary folder down. */
    private static void open(Path folder) throws IOException {
        for (Path path = folder; path.getParent() != null && Files.isWritable(path); path = path.getParent()) {
            if (Files.getPosixFilePermissions(path).size() < 7) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
        try (Stream<Path> paths = Files.walk(folder.resolve("home"))) {
            for (Path path : paths.toList()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
            }
        }
    }

    private void await() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
                return;
            } catch (IOException notYet) {
                if (!process.isAlive()) {
                    throw new IOException(Files.readString(folder.resolve("dovecot.out")));
                }
                sleep();
            }
        }
        throw new IOException("the mail server did not start");
    }

    private static void sleep() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** The variables by which the program finds it. */
    public Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("JIBAO_IMAP_HOST", "localhost");
        environment.put("JIBAO_IMAP_PORT", String.valueOf(port));
        environment.put("JIBAO_IMAP_USER", USER);
        environment.put("JIBAO_IMAP_PASSWORD", PASSWORD);
        environment.put("JIBAO_IMAP_TIMEOUT", "20");
        environment.put(
                "JIBAO_IMAP_CERTIFICATES", folder.resolve("certificate.pem").toString());
        return environment;
    }

    /** Puts a mail into the INBOX, received at a moment. */
    public void deliver(byte[] mail, Instant receivedAt) throws IOException {
        String name = receivedAt.getEpochSecond() + ".M" + String.format("%07d", ++mails) + ".test";
        moved(Files.write(folder.resolve("home/Maildir/tmp").resolve(name), mail), receivedAt);
    }

    /** The same of a mail that another has written to the file. */
    public void deliver(Path mail, Instant receivedAt) throws IOException {
        String name = receivedAt.getEpochSecond() + ".M" + String.format("%07d", ++mails) + ".test";
        moved(Files.copy(mail, folder.resolve("home/Maildir/tmp").resolve(name)), receivedAt);
    }

    private void moved(Path draft, Instant receivedAt) throws IOException {
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.setLastModifiedTime(draft, FileTime.from(receivedAt));
        Files.move(draft, folder.resolve("home/Maildir/new").resolve(draft.getFileName()));
    }

    public void deliver(String mail, Instant receivedAt) throws IOException {
        deliver(mail.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), receivedAt);
    }

    /** How many mails lie in a folder, {@code ""} for the INBOX; and how many of them are marked as seen. */
    public long mails(String of) throws IOException {
        return flagged(of, "");
    }

    /** Those whose file name bears a flag, such as {@code S} for seen. */
    public long flagged(String of, String flag) throws IOException {
        long count = 0;
        for (String part : new String[] {"cur", "new"}) {
            Path place = folder.resolve("home/Maildir").resolve(of.isEmpty() ? part : "." + of + "/" + part);
            if (Files.isDirectory(place)) {
                try (Stream<Path> paths = Files.list(place)) {
                    count += paths.map(path -> String.valueOf(path.getFileName()))
                            .filter(name -> flag.isEmpty()
                                    || name.contains(":2,")
                                            && name.substring(name.indexOf(":2,"))
                                                    .contains(flag))
                            .count();
                }
            }
        }
        return count;
    }

    /** What makes the server give the folder another UIDVALIDITY. */
    public void forgetUids() throws IOException {
        try (Stream<Path> paths = Files.list(folder.resolve("home/Maildir"))) {
            for (Path path : paths.filter(
                            path -> String.valueOf(path.getFileName()).startsWith("dovecot"))
                    .toList()) {
                Files.delete(path);
            }
        }
    }

    public @Nullable String log() throws IOException {
        Path log = folder.resolve("dovecot.log");
        return Files.exists(log) ? Files.readString(log) : null;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
