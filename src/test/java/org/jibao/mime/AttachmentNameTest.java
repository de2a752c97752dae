package org.jibao.mime;

import static org.jibao.mime.Eml.mixed;
import static org.jibao.mime.Eml.raw;
import static org.jibao.mime.Eml.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which mail programs write {@code 表.xlsx}. */
class AttachmentNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Disposition: attachment; filename=\"=?gb2312?B?se0ueGxzeA==?=\"",
                "Content-Disposition: attachment; filename=\"=?utf-8?Q?=E8=A1=A8?=\n =?utf-8?Q?.xlsx?=\"",
                "Content-Disposition: attachment; filename==?utf-8?B?6KGoLnhsc3g=?=",
                "Content-Disposition: attachment; filename=\"=?utf-8?B?6KGo?= =?utf-8?B?Lnhs c3g=?=\"",
                "Content-Disposition: attachment; filename*=UTF-8''%E8%A1%A8.xlsx; filename=\"x.xlsx\"",
                "Content-Disposition: attachment; filename*=gb18030'zh'%B1%ED.xlsx",
                "Content-Disposition: attachment; filename*1*=%A8; filename*0*=UTF-8''%E8%A1; filename*2=\".xlsx\"",
                "Content-Disposition: attachment; filename*0=\"=?utf-8?B?6KGo\"; filename*1=\"Lnhsc3g=?=\"",
                "Content-Disposition: attachment; filename=\"%E8%A1%A8.xlsx\"",
                "Content-Disposition: attachment\nContent-Type: application/octet-stream; name=\"=?utf-8?B?6KGoLnhsc3g=?=\"",
                "Content-Type: application/octet-stream; NAME*=utf-8''%e8%a1%a8.xlsx",
                "Content-Disposition: attachment; filename=\"=?unknown-8bit?Q?=E8=A1=A8=2Exlsx?=\"",
            })
    void decodes(String header) {
        assertEquals("表.xlsx", read(mixed(header + "\n\nx")).parts().get(0).name());
    }

    @Test
    void decodesRawBytes() {
        for (String charset : new String[] {"UTF-8", "GBK", "GB18030"}) {
            String header = "Content-Disposition: attachment; filename=\"" + raw("表.xlsx", charset) + "\"\n\nx";
            assertEquals("表.xlsx", read(mixed(header)).parts().get(0).name(), charset);
        }
    }

    @Test
    void prefersTheDisposition() {
        String header = "Content-Disposition: attachment; filename=a.xlsx\nContent-Type: text/csv; name=b.csv\n\nx";
        assertEquals("a.xlsx", read(mixed(header)).parts().get(0).name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..\\..\\a.xlsx",
                "../../a.xlsx",
                "/etc/a.xlsx",
                "C:\\x\\a.xlsx",
                "..%2F..%2Fa.xlsx",
                "=?utf-8?Q?..=2Fa.xlsx?="
            })
    void isNeverAPath(String name) {
        MailPart part = read(mixed("Content-Disposition: attachment; filename=\"" + name + "\"\n\nx"))
                .parts()
                .get(0);
        assertEquals("a.xlsx", part.name());
    }

    @Test
    void keepsPercentSignsThatAreNone() {
        assertEquals("100%达标.xlsx", name("100%" + raw("达标", "UTF-8") + ".xlsx"));
        assertEquals("a%ZZ.xlsx", name("a%ZZ.xlsx"));
        assertEquals("%FF%FE.xlsx", name("%FF%FE.xlsx"));
    }

    @Test
    void makesDevicesAndLongNamesSafe() {
        assertEquals("_con.xlsx", name("con.xlsx"));
        String cut = name("x".repeat(600) + ".xlsx");
        assertEquals(true, cut.endsWith(".xlsx") && cut.length() < 256);
        assertEquals(
                300,
                read(mixed("Content-Disposition: attachment; filename=\"" + "x".repeat(600) + ".xlsx\"\n\nx"))
                        .parts()
                        .get(0)
                        .givenName()
                        .length());
    }

    private static String name(String given) {
        return read(mixed("Content-Disposition: attachment; filename=\"" + given + "\"\n\nx"))
                .parts()
                .get(0)
                .name();
    }
}
