package org.jibao.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jibao.calendar.RequestDates.Consultation;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/** Dates of a register that cannot all be true; a clock with one is not judged. */
public enum Contradiction {
    BEFORE_FIRST_REGULATION("日期早于2008年5月1日条例施行", "dated before the Regulation came into force on 2008-05-01"),
    AFTER_AS_OF("日期晚于统计截止日", "dated after the day the figures are as of"),
    NOTICE_BEFORE_RECEIPT("补正通知早于收到申请", "correction asked for before the application was received"),
    CORRECTION_BEFORE_NOTICE("补正收到早于补正通知或收到申请", "correction received before it was asked for"),
    CONSULTATION_BEFORE_RECEIPT("征求意见早于收到申请", "opinion sought before the application was received"),
    CONSULTATION_ENDS_BEFORE_START("征求意见止日早于起日", "opinion received before it was sought"),
    EXTENSION_BEFORE_RECEIPT("延期告知早于收到申请", "extension notified before the application was received"),
    ANSWER_BEFORE_RECEIPT("答复早于收到申请", "answered before the application was received"),
    ANSWER_BEFORE_CORRECTION("答复早于补正通知或补正收到", "answered before the correction was asked for or received"),
    DISCLOSED_BEFORE_FORMED("公开早于信息形成", "disclosed before the information was formed");

    private final Text label;

    Contradiction(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }

    /** Those of a request, in the order of this type; empty when its dates agree. */
    static List<Contradiction> in(RequestDates dates, LocalDate asOf) {
        List<Contradiction> found = ofBeginning(dates.received(), asOf);
        LocalDate received = dates.received();
        LocalDate asked = dates.correctionAsked();
        LocalDate returned = dates.correctionReturned();
        LocalDate answered = dates.answered();
        add(found, NOTICE_BEFORE_RECEIPT, precedes(asked, received));
        add(found, CORRECTION_BEFORE_NOTICE, precedes(returned, asked) || precedes(returned, received));
        addConsultations(found, dates);
        add(
                found,
                EXTENSION_BEFORE_RECEIPT,
                dates.extension() != null && precedes(dates.extension().notified(), received));
        add(found, ANSWER_BEFORE_RECEIPT, precedes(answered, received));
        add(found, ANSWER_BEFORE_CORRECTION, precedes(answered, asked) || precedes(answered, returned));
        return found;
    }

    /** Those of an item to be disclosed. */
    static List<Contradiction> in(LocalDate formed, @Nullable LocalDate disclosed, LocalDate asOf) {
        List<Contradiction> found = ofBeginning(formed, asOf);
        add(found, DISCLOSED_BEFORE_FORMED, precedes(disclosed, formed));
        return found;
    }

    private static List<Contradiction> ofBeginning(LocalDate beginning, LocalDate asOf) {
        List<Contradiction> found = new ArrayList<>(0);
        add(found, BEFORE_FIRST_REGULATION, Regulation.on(beginning).isEmpty());
        add(found, AFTER_AS_OF, precedes(asOf, beginning));
        return found;
    }

    private static void addConsultations(List<Contradiction> found, RequestDates dates) {
        for (Consultation consultation : dates.consultations()) {
            add(found, CONSULTATION_BEFORE_RECEIPT, precedes(consultation.from(), dates.received()));
            add(found, CONSULTATION_ENDS_BEFORE_START, precedes(consultation.to(), consultation.from()));
        }
    }

    private static void add(List<Contradiction> found, Contradiction contradiction, boolean applies) {
        if (applies && !found.contains(contradiction)) {
            found.add(contradiction);
        }
    }

    private static boolean precedes(@Nullable LocalDate date, @Nullable LocalDate other) {
        return date != null && other != null && date.isBefore(other);
    }
}
