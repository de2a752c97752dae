package org.jibao.status;

import java.time.LocalDate;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Language;

/**
 * Everything that decides what a chase list says; the same request gives the same bytes. It speaks for a day, not for
 * an instant, so that a second run on one day changes nothing.
 *
 * @param version of the program
 */
record ChaseRequest(
        JobDefinition job,
        Period period,
        ChaseList list,
        OpenWork open,
        MailContacts mails,
        Language language,
        String version) {

    /** One for which nothing is known of effects and unlikely figures. */
    ChaseRequest(
            JobDefinition job, Period period, ChaseList list, MailContacts mails, Language language, String version) {
        this(job, period, list, OpenWork.NONE, mails, language, version);
    }

    /** The day for which the list speaks; where nobody owes a return that is the due date, whenever it is written. */
    LocalDate day() {
        return list.lines().isEmpty() ? list.deadline().due() : list.deadline().today();
    }
}
