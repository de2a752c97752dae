package org.jibao.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTextTest {

    @ParameterizedTest
    @CsvSource({
        "2026年第三季度,2026Q3",
        "2026年三季度,2026Q3",
        "2026年3季度,2026Q3",
        "2026年第3季度,2026Q3",
        "2026年度第三季度,2026Q3",
        "２０２６年第３季度,2026Q3",
        "二〇二六年第三季度,2026Q3",
        "二零二六年三季度,2026Q3",
        "2026 年 第三 季度,2026Q3",
        "2026Q3,2026Q3",
        "2026-Q3,2026Q3",
        "2026年q3,2026Q3",
        "2026年7-9月,2026Q3",
        "2026年7月-9月,2026Q3",
        "2026年7—9月,2026Q3",
        "2026年7月至9月,2026Q3",
        "2026年07～09月份,2026Q3",
        "2026年第三季度政务公开季度报表,2026Q3",
        "2026年1-6月,2026H1",
        "2026年1-12月,2026",
        "2026年上半年,2026H1",
        "2026年下半年,2026H2",
        "2026H1,2026H1",
        "2026年9月,2026-09",
        "2026年9月份,2026-09",
        "2026-09,2026-09",
        "2026.9,2026-09",
        "2026年度,2026",
        "2026年,2026",
        "2026,2026"
    })
    void readsWhatPeopleWrite(String text, String code) {
        assertEquals(code, PeriodText.read(text).map(Period::code).orElse("none"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"第三季度", "2026年第五季度", "2026年13月", "2026年2-4月", "2026-09-30", "26年三季度", "", "本季", "1200年三季度"})
    void doesNotGuess(String text) {
        assertEquals(Optional.empty(), PeriodText.read(text));
    }
}
