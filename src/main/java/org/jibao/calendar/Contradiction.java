package org.jibao.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jibao.calendar.RequestDates.Consultation;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/** Dates of a register that cannot all be true; a clock with one is not judged. */
public enum Contradiction {
    BEFORE_FIRST_REGULATION("contradiction.before-first-regulation"),
    AFTER_AS_OF("contradiction.after-as-of"),
    NOTICE_BEFORE_RECEIPT("contradiction.notice-before-receipt"),
    CORRECTION_BEFORE_NOTICE("contradiction.correction-before-notice"),
    CONSULTATION_BEFORE_RECEIPT("contradiction.consultation-before-receipt"),
    CONSULTATION_ENDS_BEFORE_START("contradiction.consultation-ends-before-start"),
    EXTENSION_BEFORE_RECEIPT("contradiction.extension-before-receipt"),
    ANSWER_BEFORE_RECEIPT("contradiction.answer-before-receipt"),
    ANSWER_BEFORE_CORRECTION("contradiction.answer-before-correction"),
    DISCLOSED_BEFORE_FORMED("contradiction.disclosed-before-formed");

    private final Text label;

    Contradiction(String key) {
        this.label = Wording.of(Contradiction.class).text(key);
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
