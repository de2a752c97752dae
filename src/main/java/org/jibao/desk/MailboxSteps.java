package org.jibao.desk;

import java.util.List;
import org.jibao.mailbox.MailboxCheck.Step;

/** What was tried on the way to the mailbox, as the outcome of a work. */
record MailboxSteps(List<Step> steps) {

    MailboxSteps {
        steps = List.copyOf(steps);
    }

    List<String> lines(Words words) {
        return steps.stream()
                .map(step ->
                        words.say(step.works() ? "mailbox.works" : "mailbox.fails", Words.shown(words.of(step.said()))))
                .toList();
    }
}
