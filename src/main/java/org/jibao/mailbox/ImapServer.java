package org.jibao.mailbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jibao.delivery.MailServer.MailSettingsException;
import org.jibao.delivery.MailServer.MailTimeouts;
import org.jibao.delivery.MailServer.Security;
import org.jibao.delivery.ServerVariables;
import org.jspecify.annotations.Nullable;

/**
 * The server of a mailbox, as the environment names it: {@code JIBAO_IMAP_HOST}, {@code JIBAO_IMAP_PORT},
 * {@code JIBAO_IMAP_SECURITY} ({@code tls}, {@code starttls}, or {@code none} for a server on this machine),
 * {@code JIBAO_IMAP_USER}, and the password or app code in {@code JIBAO_IMAP_PASSWORD} or in the file that
 * {@code JIBAO_IMAP_PASSWORD_FILE} names, or else {@code JIBAO_IMAP_TOKEN_COMMAND}, a program that prints an access
 * token. {@code JIBAO_IMAP_TIMEOUT} says how many seconds an answer may take, {@code JIBAO_IMAP_CERTIFICATES} names a
 * PEM file of certificates that this server is trusted by. The password is never on a command line, in a job folder, in
 * a log or in {@link #toString()}.
 *
 * @param port 1 to 65535
 * @param password null where a token takes its place
 * @param tokenCommand null where a password takes its place
 * @param certificates null for those that the machine trusts
 */
record ImapServer(
        String host,
        int port,
        Security security,
        String user,
        @Nullable String password,
        @Nullable String tokenCommand,
        MailTimeouts timeouts,
        @Nullable Path certificates) {

    private static final int TLS_PORT = 993;
    private static final int PLAIN_PORT = 143;

    /** Bytes that are asked for at once: a part of a few MiB takes a few answers. */
    private static final int FETCH_BYTES = 1 << 20;

    /**
     * Reads the settings.
     *
     * @throws MailSettingsException where one is missing or is not what it should be; it names the variable
     */
    static ImapServer of(Map<String, String> environment) throws MailSettingsException {
        ServerVariables variables = new ServerVariables("JIBAO_IMAP", environment);
        String host = variables.host();
        Security security = variables.security(Security.TLS);
        String user = variables.neededUser();
        String command = variables.get("TOKEN_COMMAND");
        if (command != null) {
            variables.checkEncrypted(host, security);
        }
        String certificates = variables.get("CERTIFICATES");
        return new ImapServer(
                host,
                variables.port(security == Security.TLS ? TLS_PORT : PLAIN_PORT),
                security,
                user,
                command == null ? variables.password(host, security) : null,
                command,
                variables.timeouts(),
                certificates == null ? null : Path.of(certificates));
    }

    /** The same, whose answers may take longer: nothing comes while nothing happens. */
    ImapServer waiting(Duration silence) {
        return new ImapServer(
                host, port, security, user, password, tokenCommand, new MailTimeouts(silence), certificates);
    }

    /** As the book names the mailbox. */
    String mailbox() {
        return user.toLowerCase(Locale.ROOT) + " " + host.toLowerCase(Locale.ROOT);
    }

    String protocol() {
        return security == Security.TLS ? "imaps" : "imap";
    }

    /** As the mail library wants to be told. */
    Properties properties() {
        Properties properties = new Properties();
        String of = "mail." + protocol() + ".";
        properties.setProperty(of + "ssl.enable", String.valueOf(security == Security.TLS));
        properties.setProperty(of + "starttls.enable", String.valueOf(security == Security.STARTTLS));
        properties.setProperty(of + "starttls.required", String.valueOf(security == Security.STARTTLS));
        properties.setProperty(of + "ssl.checkserveridentity", "true");
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty(of + wait, String.valueOf(timeouts.answer().toMillis()));
        }
        properties.setProperty(of + "peek", "true");
        properties.setProperty(of + "fetchsize", String.valueOf(FETCH_BYTES));
        properties.setProperty(of + "connectionpoolsize", "1");
        // Some servers state sizes that are too small, and what is behind them would be cut off.
        properties.setProperty(of + "ignorebodystructuresize", "true");
        // What has been read of a folder is put on record; what the server still has to say when it is closed is not
        // waited for.
        properties.setProperty(of + "closefoldersonstorefailure", "true");
        if (tokenCommand != null) {
            properties.setProperty(of + "auth.mechanisms", "XOAUTH2");
        }
        return properties;
    }

    /** What proves who logs in: the password, or a token that is fetched now. */
    String secret() throws MailboxFault {
        return tokenCommand == null ? Objects.requireNonNull(password) : TokenCommand.run(tokenCommand);
    }

    @Override
    public String toString() {
        return host + ":" + port + " (" + security.name().toLowerCase(Locale.ROOT) + ")";
    }
}
