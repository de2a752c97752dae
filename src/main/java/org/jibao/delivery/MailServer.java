package org.jibao.delivery;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

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
        ServerVariables variables = new ServerVariables("JIBAO_SMTP", environment);
        String host = variables.host();
        Security security = variables.security(Security.STARTTLS);
        String user = variables.user();
        return new MailServer(
                host,
                variables.port(security.usualPort),
                security,
                user,
                user == null ? null : variables.password(host, security),
                variables.timeouts());
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
