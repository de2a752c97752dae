package org.jibao.decision;

import org.jibao.finding.Text;
import org.jibao.guard.InvisibleCharacters;
import org.jibao.run.UnusableArgument;

/**
 * Why an officer decides something, and who it is: both are kept permanently.
 *
 * @param reason not blank
 * @param by the officer's name, not blank
 */
public record Ruling(String reason, String by) {

    /** @throws UnusableArgument where either is blank, or has a character that cannot be seen for what it is */
    public Ruling {
        reason = reason.strip();
        by = by.strip();
        refuseInvisible("--reason", reason);
        refuseInvisible("--by", by);
        if (reason.isEmpty() || by.isEmpty()) {
            throw new UnusableArgument(new Text(
                    "决定须写明理由和决定人（--reason、--by），都不能为空",
                    "a decision is kept with its reason and who took it (--reason, --by); neither may be empty"));
        }
    }

    /** Whoever reads the decision later must see what was written, and all of it. */
    private static void refuseInvisible(String option, String text) {
        text.codePoints().filter(InvisibleCharacters::include).findFirst().ifPresent(point -> {
            String code = "U+%04X".formatted(point);
            int place = text.codePointCount(0, text.indexOf(point)) + 1;
            throw new UnusableArgument(new Text(
                    "%s 第 %d 个字符是看不见的控制或格式字符（%s），会让人看错记录。请去掉它，写成一行普通文字".formatted(option, place, code),
                    "character %d of %s is an invisible control or format character (%s), which can make the record read otherwise than it is. Leave it out and write one line of plain text"
                            .formatted(place, option, code)));
        });
    }
}
