package org.jibao.reading.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jibao.definition.Written.DateOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates typed with the year last. */
class WesternDateTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 30);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30 Sep 2026",
                "30 September 2026",
                "30-Sep-2026",
                "30Sep2026",
                "30th Sept. 2026",
                "30th of September, 2026",
                "September 30, 2026",
                "Sep 30 2026",
                "SEP. 30, 2026",
                "Wed 30 Sep 2026",
                "Wednesday, 30 September 2026",
                "Wednesday, September 30, 2026",
                "30 Sep 2026 14:05",
                "３０ Sep ２０２６",
                "30/09/2026",
                "30.9.2026",
                "30-09-2026 00:00:00",
                "9/30/2026",
                "30 / 9 / 2026"
            })
    void readsWhatIsOneDay(String text) {
        assertEquals(Set.of(DAY), WesternDate.readings(text, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30/09/26",
                "31/09/2026",
                "30 Sept",
                "Sep 2026",
                "30 Okt 2026",
                "Mon 30 Sep 2026",
                "30/09-2026",
                "30 Sep 26",
                "2026/09/30",
                "30/09/2026 25:00",
                "30/09/1826",
                "figures of 30 Sep 2026"
            })
    void readsNothingElse(String text) {
        assertEquals(Set.of(), WesternDate.readings(text, null));
    }

    @Test
    void readsDayAndMonthInTheOrderOfTheForm() {
        LocalDate april = LocalDate.of(2026, 4, 3);
        LocalDate march = LocalDate.of(2026, 3, 4);
        assertEquals(List.of(april, march), List.copyOf(WesternDate.readings("03/04/2026", null)));
        assertEquals(Set.of(april), WesternDate.readings("03/04/2026", DateOrder.DMY));
        assertEquals(Set.of(march), WesternDate.readings("03/04/2026", DateOrder.MDY));
        assertEquals(Set.of(LocalDate.of(2026, 4, 4)), WesternDate.readings("04/04/2026", null));
        assertEquals(Set.of(), WesternDate.readings("09/30/2026", DateOrder.DMY));
    }
}
