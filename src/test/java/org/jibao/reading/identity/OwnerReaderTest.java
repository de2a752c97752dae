package org.jibao.reading.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jibao.calendar.Period;
import org.jibao.definition.loading.JobLoader;
import org.jibao.finding.Place;
import org.jibao.inbox.InboxFile;
import org.jibao.reading.identity.Claims.Claim;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerReaderTest {

    private static final OwnerReader OWNERS = new OwnerReader(JobLoader.load(Path.of("jobs/quarterly-disclosure")));

    @ParameterizedTest
    @CsvSource({
        "青岚县砚雨镇_2026年第三季度.xlsx, QL101, 2026Q3",
        "砚雨镇人民政府（2026年三季度）.xls, QL101, 2026Q3",
        "关于报送砚雨镇2026年第2季度报表的函.pdf, QL101, 2026Q2",
        "青岚县报表 砚雨镇.doc, QL101,",
        "2026Q3-QL102.zip, QL102, 2026Q3",
        "砚雨镇 Q3 2026.pdf, QL101, 2026Q3",
        "砚雨镇2026年第三季度_2026-06-30.pdf, QL101, 2026Q3",
        "ql102报表(定稿).xlsx, QL102,",
        "QL102/报表.pdf, QL102,",
        "望舒镇/2026年/报表.pdf, QL102,",
        "2026Q3/青岚县/望舒镇人民政府/扫描件.pdf, QL102, 2026Q3",
        "望舒镇.zip/报表.pdf, QL102,",
        "望舒镇/望舒镇、砚雨镇联合发文.pdf, QL102,",
        "望舒镇_2027年第一季度.xlsx, QL102,",
        "2026Q2/望舒镇_2026年第三季度.xlsx, QL102,"
    })
    void readsUnitAndPeriodOfTheNameAndTheFolders(String name, String unit, @Nullable String period) {
        Owner owner = OWNERS.of(file(name));
        assertEquals(unit, owner == null ? null : owner.unit().code());
        assertEquals(
                period,
                owner == null || owner.period() == null ? null : owner.period().code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "报表.xlsx",
                "砚雨镇和望舒镇2026年第三季度.xlsx",
                "望舒镇/砚雨镇_2026年第三季度.xlsx",
                "望舒镇/砚雨镇/报表.xlsx",
                "青岚县_2026年第三季度.xlsx",
                "青岚县/报表.xlsx",
                "QL1011.pdf",
                "XQL101.pdf",
                "望舒镇资料/报表.xlsx"
            })
    void leavesOpenWhatIsNotSaidOnce(String name) {
        assertNull(OWNERS.of(file(name)));
    }

    @Test
    void takesTheFilesOwnWordsBesideItsName() {
        assertEquals(
                new Owner(unit("QL101"), Period.parse("2026Q2").orElseThrow()),
                OWNERS.of(file("报表.xlsx"), claims("砚雨镇", "2026年第二季度")));
        assertEquals("QL101", codeOf("砚雨镇.xlsx", claims("某某镇", "")));
        assertEquals("QL101", codeOf("砚雨镇.xlsx", claims("QL101", "")));
        assertNull(OWNERS.of(file("望舒镇.xlsx"), claims("QL101", "")));
    }

    private static @Nullable String codeOf(String name, Claims claims) {
        Owner owner = OWNERS.of(file(name), claims);
        return owner == null ? null : owner.unit().code();
    }

    private static org.jibao.definition.Unit unit(String code) {
        return JobLoader.load(Path.of("jobs/quarterly-disclosure"))
                .roster()
                .byCode(code)
                .orElseThrow();
    }

    private static Claims claims(String unit, String period) {
        return new Claims(
                List.of(new Claim("封面!B2", Place.FILE, unit, false)),
                List.of(new Claim("封面!B3", Place.FILE, period, false)));
    }

    private static InboxFile file(String name) {
        Path path = Path.of("inbox").resolve(name);
        return new InboxFile(
                path, name, 9, "00", Instant.parse("2026-10-09T01:00:00Z"), InboxFile.Container.OTHER, null);
    }
}
