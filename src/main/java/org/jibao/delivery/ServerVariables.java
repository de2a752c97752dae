package org.jibao.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jibao.delivery.MailServer.MailSettingsException;
import org.jibao.delivery.MailServer.MailTimeouts;
import org.jibao.delivery.MailServer.Security;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mail server as variables of the environment describe it: {@code …_HOST}, {@code …_PORT}, {@code …_SECURITY},
 * {@code …_USER}, the password in {@code …_PASSWORD} or in the file that {@code …_PASSWORD_FILE} names, and
 * {@code …_TIMEOUT} in seconds. Each method throws {@link MailSettingsException}, which names the variable that is
 * missing or wrong.
 */
public final class ServerVariables {

    private static final Wording WORDS = Wording.of(ServerVariables.class);

    private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);

    private static final int LARGEST_PORT = 65_535;

    /** Rights of others than a file's owner that let a password be read or replaced. */
    private static final Set<PosixFilePermission> OPEN = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final String prefix;
    private final Map<String, String> environment;

    /** @param prefix of the variables, such as {@code JIBAO_SMTP} */
    public ServerVariables(String prefix, Map<String, String> environment) {
        this.prefix = prefix;
        this.environment = environment;
    }

    /** The value of {@code <prefix>_<name>}, without space around it; null where it is not set, or empty. */
    public @Nullable String get(String name) {
        String value = environment.getOrDefault(prefix + "_" + name, "").strip();
        return value.isEmpty() ? null : value;
    }

    public String host() throws MailSettingsException {
        String host = get("HOST");
        if (host == null) {
            throw new MailSettingsException(WORDS.text("server.none", prefix));
        }
        return host;
    }

    public @Nullable String user() {
        return environment.get(prefix + "_USER");
    }

    /** The user of a server that asks for one. */
    public String neededUser() throws MailSettingsException {
        String user = get("USER");
        if (user == null) {
            throw new MailSettingsException(WORDS.text("server.no-user", prefix));
        }
        return user;
    }

    public Security security(Security usual) throws MailSettingsException {
        String word = environment.get(prefix + "_SECURITY");
        try {
            return word == null ? usual : Security.valueOf(word.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new MailSettingsException(WORDS.text("server.security", prefix, word));
        }
    }

    public int port(int usual) throws MailSettingsException {
        String text = environment.get(prefix + "_PORT");
        if (text == null || text.isBlank()) {
            return usual;
        }
        String digits = text.strip();
        int port = digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
        if (port < 1 || port > LARGEST_PORT) {
            throw new MailSettingsException(WORDS.text("server.port", prefix, text));
        }
        return port;
    }

    public MailTimeouts timeouts() throws MailSettingsException {
        String text = environment.get(prefix + "_TIMEOUT");
        if (text == null || text.isBlank()) {
            return MailTimeouts.USUAL;
        }
        String digits = text.strip();
        int seconds = digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : 0;
        if (seconds < MailTimeouts.LEAST || seconds > MailTimeouts.MOST) {
            throw new MailSettingsException(WORDS.text("server.timeout", prefix, text));
        }
        return new MailTimeouts(Duration.ofSeconds(seconds));
    }

    /** The password, which never goes over a network that is not encrypted. */
    public String password(String host, Security security) throws MailSettingsException {
        checkEncrypted(host, security);
        String given = environment.get(prefix + "_PASSWORD");
        String file = environment.get(prefix + "_PASSWORD_FILE");
        if (given != null) {
            return given;
        }
        if (file == null) {
            throw new MailSettingsException(WORDS.text("server.no-password", prefix));
        }
        try {
            warnIfOpen(Path.of(file));
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | IllegalArgumentException e) {
            throw new MailSettingsException(WORDS.text("server.password-file", prefix, file, e));
        }
    }

    /** What proves who logs in is only said to a server over an encrypted connection, or to this machine. */
    public void checkEncrypted(String host, Security security) throws MailSettingsException {
        if (security == Security.NONE && !isThisMachine(host)) {
            throw new MailSettingsException(WORDS.text("server.plain-password", prefix, host));
        }
    }

    /** By its name or address alone: looking a name up would ask the network. */
    private static boolean isThisMachine(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("::1")
                || host.equals("[::1]")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    private static void warnIfOpen(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null && view.readAttributes().permissions().stream().anyMatch(OPEN::contains)) {
            LOG.warn(
                    "其他人可以读取邮件密码文件 {}：请运行 chmod 600 {} · others can read the password file {}: run chmod 600 {}",
                    file,
                    file,
                    file,
                    file);
        }
    }
}
