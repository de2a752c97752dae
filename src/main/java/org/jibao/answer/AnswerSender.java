package org.jibao.answer;

import org.jibao.definition.DeliveryDefinition;
import org.jibao.definition.JobDefinition;

/** From which address a job's answers come. */
final class AnswerSender {

    private AnswerSender() {}

    /** The one of {@code answers:}, else the one of {@code delivery: mail:}; empty where the job has neither. */
    static String of(JobDefinition job) {
        String own = job.receipt().answers().from();
        DeliveryDefinition.Mail mail = job.delivery().mail();
        return !own.isEmpty() ? own : mail == null ? "" : mail.from();
    }
}
