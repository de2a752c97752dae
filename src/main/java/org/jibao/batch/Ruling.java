package org.jibao.batch;

import org.jibao.finding.Text;

/**
 * Why an officer decides something, and who it is: both are kept for ever.
 *
 * @param reason not blank
 * @param by the officer's name, not blank
 */
public record Ruling(String reason, String by) {

    /** @throws UnusableArgument where either is blank */
    public Ruling {
        reason = reason.strip();
        by = by.strip();
        if (reason.isEmpty() || by.isEmpty()) {
            throw new UnusableArgument(new Text(
                    "决定须写明理由和决定人（--reason、--by），都不能为空",
                    "a decision is kept with its reason and who took it (--reason, --by); neither may be empty"));
        }
    }
}
