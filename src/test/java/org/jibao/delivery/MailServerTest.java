package org.jibao.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jibao.delivery.MailServer.MailSettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

final class MailServerTest {

    @ParameterizedTest
    @CsvSource({"tls,465", "starttls,587", "none,25", "TLS,465"})
    void knowsTheUsualPorts(String security, int port) throws MailSettingsException {
        MailServer server = MailServer.of(Map.of("JIBAO_SMTP_HOST", "mail.example", "JIBAO_SMTP_SECURITY", security));
        assertEquals(port, server.port());
    }

    @Test
    void encryptsUnlessToldOtherwise() throws MailSettingsException {
        MailServer server = MailServer.of(Map.of("JIBAO_SMTP_HOST", "mail.example"));
        assertEquals(MailServer.Security.STARTTLS, server.security());
        assertEquals("true", server.properties().getProperty("mail.smtp.starttls.required"));
    }

    @Test
    void takesThePasswordFromAFile(@TempDir Path folder) throws IOException, MailSettingsException {
        Path file = Files.writeString(folder.resolve("password"), "s3cret\n");
        MailServer server = MailServer.of(Map.of(
                "JIBAO_SMTP_HOST",
                "mail.example",
                "JIBAO_SMTP_USER",
                "jibao",
                "JIBAO_SMTP_PASSWORD_FILE",
                file.toString()));
        assertEquals("s3cret", server.password());
        assertEquals("mail.example:587 (starttls)", server.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "JIBAO_SMTP_HOST,'',JIBAO_SMTP_HOST",
        "JIBAO_SMTP_PORT,0,JIBAO_SMTP_PORT",
        "JIBAO_SMTP_PORT,70000,JIBAO_SMTP_PORT",
        "JIBAO_SMTP_PORT,smtp,JIBAO_SMTP_PORT",
        "JIBAO_SMTP_TIMEOUT,0,JIBAO_SMTP_TIMEOUT",
        "JIBAO_SMTP_TIMEOUT,601,JIBAO_SMTP_TIMEOUT",
        "JIBAO_SMTP_TIMEOUT,20s,JIBAO_SMTP_TIMEOUT",
        "JIBAO_SMTP_SECURITY,ssl3,JIBAO_SMTP_SECURITY",
        "JIBAO_SMTP_USER,jibao,JIBAO_SMTP_PASSWORD",
        "JIBAO_SMTP_PASSWORD_FILE,/nowhere/password,JIBAO_SMTP_PASSWORD_FILE"
    })
    void namesTheVariableThatIsWrong(String variable, String value, String named) {
        Map<String, String> environment = new java.util.HashMap<>(Map.of("JIBAO_SMTP_HOST", "mail.example"));
        if (variable.equals("JIBAO_SMTP_PASSWORD_FILE")) {
            environment.put("JIBAO_SMTP_USER", "jibao");
        }
        environment.put(variable, value);
        MailSettingsException wrong = assertThrows(MailSettingsException.class, () -> MailServer.of(environment));
        assertTrue(wrong.text().zh().contains(named), wrong.text().zh());
        assertTrue(wrong.text().en().contains(named), wrong.text().en());
    }

    @ParameterizedTest
    @CsvSource({"'',20000", "1,1000", "600,600000"})
    void waitsForAnAnswerAsLongAsItIsTold(String seconds, String milliseconds) throws MailSettingsException {
        MailServer server = MailServer.of(Map.of("JIBAO_SMTP_HOST", "mail.example", "JIBAO_SMTP_TIMEOUT", seconds));
        assertEquals(milliseconds, server.properties().getProperty("mail.smtp.timeout"));
        assertEquals(milliseconds, server.properties().getProperty("mail.smtp.connectiontimeout"));
    }

    @ParameterizedTest
    @CsvSource({"mail.example", "127.0.0.1.example", "10.0.0.1", "localhost.example"})
    void sendsNoPasswordInTheOpen(String host) {
        Map<String, String> environment = Map.of(
                "JIBAO_SMTP_HOST", host,
                "JIBAO_SMTP_SECURITY", "none",
                "JIBAO_SMTP_USER", "jibao",
                "JIBAO_SMTP_PASSWORD", "s3cret");
        MailSettingsException refused = assertThrows(MailSettingsException.class, () -> MailServer.of(environment));
        assertTrue(
                refused.text().en().contains("would cross the network"),
                refused.text().en());
        assertTrue(refused.text().en().contains(host), refused.text().en());
    }

    @ParameterizedTest
    @CsvSource({"localhost", "127.0.0.1", "127.8.9.10", "::1", "[::1]"})
    void mayGiveThePasswordToThisMachine(String host) throws MailSettingsException {
        Map<String, String> environment = Map.of(
                "JIBAO_SMTP_HOST", host,
                "JIBAO_SMTP_SECURITY", "none",
                "JIBAO_SMTP_USER", "jibao",
                "JIBAO_SMTP_PASSWORD", "s3cret");
        assertEquals("s3cret", MailServer.of(environment).password());
    }

    @ParameterizedTest
    @CsvSource({"rw-r-----,1", "rw----r--,1", "rw-----w-,1", "rw-------,0", "r--------,0"})
    void tellsThatOthersCanReadThePassword(String rights, int told, @TempDir Path folder)
            throws IOException, MailSettingsException {
        Path file = Files.writeString(folder.resolve("password"), "s3cret\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
        Logger logger = (Logger) LoggerFactory.getLogger(MailServer.class);
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        logger.addAppender(heard);
        try {
            MailServer.of(Map.of(
                    "JIBAO_SMTP_HOST", "mail.example",
                    "JIBAO_SMTP_USER", "jibao",
                    "JIBAO_SMTP_PASSWORD_FILE", file.toString()));
        } finally {
            logger.detachAppender(heard);
        }
        assertEquals(told, heard.list.size());
        assertTrue(heard.list.stream()
                .allMatch(event -> event.getFormattedMessage().contains("chmod 600 " + file)));
    }
}
