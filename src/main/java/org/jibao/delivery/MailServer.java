package org.jibao.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mail server, as the environment names it: {@code JIBAO_SMTP_HOST}, {@code JIBAO_SMTP_PORT},
 * {@code JIBAO_SMTP_SECURITY} ({@code tls}, {@code starttls} or {@code none}), {@code JIBAO_SMTP_USER}, and the password in
 * {@code JIBAO_SMTP_PASSWORD} or in the file that {@code JIBAO_SMTP_PASSWORD_FILE} names; {@code JIBAO_SMTP_TIMEOUT} says how
 * many seconds an answer may take. The password is never on a command line, in a job folder, in a log or in
 * {@link #toString()}.
 *
 * @param port 1 to 65535
 * @param user and password, both null where the server asks for none
 */
public record MailServer(
        String host,
        int port,
        Security security,
        @Nullable String user,
        @Nullable String password,
        MailTimeouts patience) {
    private static final Wording WORDS = Wording.of(MailServer.class);

    private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);

    private static final int LARGEST_PORT = 65_535;

    /** Rights of others than a file's owner that let a password be read or replaced. */
    private static final Set<PosixFilePermission> OPEN = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    /** How the connection is protected. */
    public enum Security {
        /** From the first byte. */
        TLS(465),
        /** After a greeting, and never without. */
        STARTTLS(587),
        NONE(25);

        private final int usualPort;

        Security(int usualPort) {
            this.usualPort = usualPort;
        }
    }

    /**
     * Reads the settings.
     *
     * @throws MailSettingsException where one is missing or is not what it should be; it names the variable
     */
    public static MailServer of(Map<String, String> environment) throws MailSettingsException {
        String host = environment.getOrDefault("JIBAO_SMTP_HOST", "").strip();
        if (host.isEmpty()) {
            throw new MailSettingsException(WORDS.text("server.none"));
        }
        Security security = security(environment.getOrDefault("JIBAO_SMTP_SECURITY", "starttls"));
        String user = environment.get("JIBAO_SMTP_USER");
        if (user != null && security == Security.NONE && !isThisMachine(host)) {
            throw new MailSettingsException(WORDS.text("server.plain-password", host));
        }
        return new MailServer(
                host,
                port(environment.get("JIBAO_SMTP_PORT"), security),
                security,
                user,
                user == null ? null : password(environment),
                patience(environment.get("JIBAO_SMTP_TIMEOUT")));
    }

    /** By its name or address alone: looking a name up would ask the network. */
    private static boolean isThisMachine(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("::1")
                || host.equals("[::1]")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    private static Security security(String word) throws MailSettingsException {
        try {
            return Security.valueOf(word.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new MailSettingsException(WORDS.text("server.security", word));
        }
    }

    private static int port(@Nullable String text, Security security) throws MailSettingsException {
        if (text == null || text.isBlank()) {
            return security.usualPort;
        }
        String digits = text.strip();
        int port = digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
        if (port < 1 || port > LARGEST_PORT) {
            throw new MailSettingsException(WORDS.text("server.port", text));
        }
        return port;
    }

    private static MailTimeouts patience(@Nullable String text) throws MailSettingsException {
        if (text == null || text.isBlank()) {
            return MailTimeouts.USUAL;
        }
        String digits = text.strip();
        int seconds = digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : 0;
        if (seconds < MailTimeouts.LEAST || seconds > MailTimeouts.MOST) {
            throw new MailSettingsException(WORDS.text("server.timeout", text));
        }
        return new MailTimeouts(Duration.ofSeconds(seconds));
    }

    private static String password(Map<String, String> environment) throws MailSettingsException {
        String given = environment.get("JIBAO_SMTP_PASSWORD");
        String file = environment.get("JIBAO_SMTP_PASSWORD_FILE");
        if (given != null) {
            return given;
        }
        if (file == null) {
            throw new MailSettingsException(WORDS.text("server.no-password"));
        }
        try {
            tellIfOpen(Path.of(file));
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | IllegalArgumentException e) {
            throw new MailSettingsException(WORDS.text("server.password-file", file, e));
        }
    }

    private static void tellIfOpen(Path file) throws IOException {
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

    /** As the mail library wants to be told. */
    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        properties.setProperty("mail.smtp.auth", String.valueOf(user != null));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(security == Security.TLS));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(security == Security.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(security == Security.STARTTLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty(
                    "mail.smtp." + wait, String.valueOf(patience.answer().toMillis()));
        }
        // A mail that was taken has gone, whether or not the server says goodbye.
        properties.setProperty("mail.smtp.quitwait", "false");
        // One address that is refused must not keep the mail from the others.
        properties.setProperty("mail.smtp.sendpartial", "true");
        return properties;
    }

    @Override
    public String toString() {
        return host + ":" + port + " (" + security.name().toLowerCase(Locale.ROOT) + ")";
    }

    /**
     * How long a mail server may take: a server that hangs must not hold up the night.
     *
     * @param answer for connecting, and for each answer
     */
    public record MailTimeouts(Duration answer) {

        static final MailTimeouts USUAL = new MailTimeouts(Duration.ofSeconds(20));

        /** Seconds that may be asked for. */
        static final int LEAST = 1;

        static final int MOST = 600;

        private static final int ANSWERS_A_MAIL = 3;
        private static final int ANSWERS_A_RUN = 9;

        /** For one mail from connecting to the end: a server that answers a byte at a time is never late with any of them. */
        Duration mail() {
            return answer.multipliedBy(ANSWERS_A_MAIL);
        }

        /** For all mails of a run. */
        Duration run() {
            return answer.multipliedBy(ANSWERS_A_RUN);
        }

        /** As people are told: {@code 20}, {@code 0.1}. */
        static String seconds(Duration time) {
            return java.math.BigDecimal.valueOf(time.toMillis(), 3)
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }

    /** What the environment says of the mail server is missing or wrong. */
    public static final class MailSettingsException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Text text;

        MailSettingsException(Text text) {
            super(text.en());
            this.text = text;
        }

        public Text text() {
            return text;
        }
    }
}
