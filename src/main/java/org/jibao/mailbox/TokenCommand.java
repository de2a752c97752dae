package org.jibao.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jibao.finding.Wording;

/**
 * The operator's own program that prints an access token. It is named in the environment alone: a job folder may come
 * from another office, and runs nothing. Its words on standard error go where ours go.
 */
final class TokenCommand {

    private static final Wording WORDS = Wording.of(TokenCommand.class);

    /** Providers give 2 to 4 KiB. */
    private static final int MOST_BYTES = 16 << 10;

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

    private TokenCommand() {}

    /** @param command a program and what it is given, with spaces between */
    static String run(String command) throws MailboxFault {
        Process process;
        try {
            process = new ProcessBuilder(List.of(command.strip().split("\\s+")))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw MailboxFault.lasting(WORDS.text("token.not-started", e), e);
        }
        // Closes what it says when the time is up, so that reading ends too.
        process.onExit().orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS).whenComplete((ended, late) -> {
            if (late != null) {
                process.destroyForcibly();
            }
        });
        try (InputStream said = process.getInputStream()) {
            String token = new String(said.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip();
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)
                    || process.exitValue() != 0
                    || !TOKEN.matcher(token).matches()) {
                throw MailboxFault.lasting(WORDS.text("token.none"), null);
            }
            return token;
        } catch (IOException e) {
            throw MailboxFault.lasting(WORDS.text("token.none"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw MailboxFault.lasting(WORDS.text("token.none"), e);
        } finally {
            process.destroyForcibly();
        }
    }
}
