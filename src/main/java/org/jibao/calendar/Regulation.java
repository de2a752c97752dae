package org.jibao.calendar;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The 《政府信息公开条例》 in its two texts, and the limits each sets. A request, and an item to be disclosed, stays under
 * the text in force on the day it was received or formed.
 */
public enum Regulation {

    /**
     * 国务院令第492号 of 2007, in force from 2008-05-01 to 2019-05-14. 第十八条: disclosure within 20 working days.
     * 第二十四条: reply within 15 working days, extended by 15 at most. It sets no limit for asking for a correction.
     * The measure lets the limit run on while an opinion is sought, which is stricter than 第二十四条第三款: that leaves
     * out the time needed for a third party's.
     */
    OF_2008(LocalDate.of(2008, 5, 1), 15, 15, 0, false),

    /**
     * 国务院令第711号 of 2019, in force from 2019-05-15. 第二十六条: disclosure within 20 working days. 第三十条: a correction
     * is asked for within 7 working days, and the reply is due from its receipt anew. 第三十三条: reply within 20 working
     * days, extended by 20 at most; the time needed to seek an opinion (第三十二条) is not counted.
     */
    OF_2019(LocalDate.of(2019, 5, 15), 20, 20, 7, true);

    private static final int DISCLOSURE_DAYS = 20;

    private final LocalDate inForceFrom;
    private final int replyDays;
    private final int extensionDays;
    private final int noticeDays;
    private final boolean stopsForConsultation;

    Regulation(LocalDate inForceFrom, int replyDays, int extensionDays, int noticeDays, boolean stopsForConsultation) {
        this.inForceFrom = inForceFrom;
        this.replyDays = replyDays;
        this.extensionDays = extensionDays;
        this.noticeDays = noticeDays;
        this.stopsForConsultation = stopsForConsultation;
    }

    /** The text in force on the day; empty before 2008-05-01. */
    public static Optional<Regulation> on(LocalDate date) {
        if (date.isBefore(OF_2008.inForceFrom)) {
            return Optional.empty();
        }
        return Optional.of(date.isBefore(OF_2019.inForceFrom) ? OF_2008 : OF_2019);
    }

    public LocalDate inForceFrom() {
        return inForceFrom;
    }

    /** Working days for a reply. */
    public int replyDays() {
        return replyDays;
    }

    /** Working days that one extension adds at most. */
    public int extensionDays() {
        return extensionDays;
    }

    /** Working days within which a correction is to be asked for; 0 where the text sets no limit. */
    public int noticeDays() {
        return noticeDays;
    }

    /** Working days for disclosure on the body's own initiative. */
    public int disclosureDays() {
        return DISCLOSURE_DAYS;
    }

    /** Whether the limit runs anew from the receipt of the correction. */
    public boolean restartsOnCorrection() {
        return noticeDays > 0;
    }

    /** Whether the limit stands still while an opinion is sought. */
    public boolean stopsForConsultation() {
        return stopsForConsultation;
    }
}
