package org.jibao.flow;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What happens in a month besides its nights.
 *
 * @param openFor how many days after its due date a period is open
 * @param registerBroken nights on which the register of receipt ends in the middle of a line
 * @param mailDown nights on which there is no mail server
 */
record MonthPlan(
        LocalDate first,
        int nights,
        int openFor,
        List<Arrival> arrivals,
        List<Decision> decisions,
        Set<LocalDate> registerBroken,
        Set<LocalDate> mailDown) {

    List<LocalDate> days() {
        return first.datesUntil(first.plusDays(nights)).toList();
    }
}
