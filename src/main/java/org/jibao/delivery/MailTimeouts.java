package org.jibao.delivery;

import java.time.Duration;

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
