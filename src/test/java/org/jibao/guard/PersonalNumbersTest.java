package org.jibao.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is masked, and what only looks like it. */
class PersonalNumbersTest {

    private static final String IDENTITY = "11010519491231002X";
    private static final String PHONE = "13800138000";

    @Test
    void masksEachNumberInItsPlace() {
        assertEquals(
                "张某（***）电话***、***。",
                PersonalNumbers.masked("张某（11010519491231002X）电话13800138000、+8613912345678。")
                        .replace("+", ""));
        assertEquals("identity-number", PersonalNumbers.kindIn("13800138000，11010519491231002x"));
        assertEquals("phone-number", PersonalNumbers.kindIn("请拨13800138000"));
    }

    @Test
    void keepsATextWithoutNumbersAsItIs() {
        String text = "第三季度共公开信息１２８条，其中政策文件 13 件。";
        assertSame(text, PersonalNumbers.masked(text));
    }

    /** One separator, wherever it stands. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                " ", "-", ".", "/", "_", "·", ",", "'", "’", "\u3000", "－", "．", "／", "＿", "，", "・", "–", "—", "\u00a0",
                "\t", "\n", "~", "\\", "|", "\u2009"
            })
    void masksWithASeparatorBetweenAnyTwoDigits(String separator) {
        for (String number : new String[] {PHONE, IDENTITY}) {
            for (int place = 1; place < number.length(); place++) {
                boolean cents = number.equals(PHONE) && place >= 9 && (separator.equals(".") || separator.equals("．"));
                String text = "见" + number.substring(0, place) + separator + number.substring(place) + "止";
                assertEquals(cents ? text : "见***止", PersonalNumbers.masked(text), text);
            }
            String every = "见" + String.join(separator, number.split("")) + "止";
            assertEquals("见***止", PersonalNumbers.masked(every), every);
        }
    }

    /** A zero-width space, a soft hyphen, a joiner, a mark of direction, a selector, a byte order mark, a NUL, an escape. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200b",
                "\u00ad",
                "\u200d",
                "\u202e",
                "\ufe0f",
                "\ufeff",
                "\u0000",
                "\u001b",
                "\u2060",
                "\u034f",
                "\u0301",
                "\u20e3",
                "\u180e",
                "\udb40\udc41",
                "\u3164"
            })
    void masksWithWhatCannotBeSeenBetweenDigits(String unseen) {
        for (String number : new String[] {PHONE, IDENTITY}) {
            String text = "见" + String.join(unseen + unseen, number.split("")) + "止";
            assertEquals("见***止", PersonalNumbers.masked(text), text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "１３８００１３８０００",
                "𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎",
                "①③⑧00138000",
                "١٣٨٠٠١٣٨٠٠٠",
                "138-0013-8000",
                "138 0013 8000 2026-07-15",
                "86 138 0013 8000",
                "+86-13800138000",
                "008613800138000",
                "0571-13800138000",
                "tel13800138000x",
                "http://a.gov.cn/?m=13800138000",
                "一三八〇〇一三八〇〇〇",
                "幺三八零零幺三八零零零",
                "13800138000/13900139000",
                "138 0013 8000 139 0013 9000",
                "１１０１０５１９４９１２３１００２Ｘ",
                "110105 19491231 002X",
                "110105-491231-002",
                "110105491231002",
                "110105194912310000"
            })
    void knowsNumbersHoweverTheyAreWritten(String text) {
        assertEquals(false, PersonalNumbers.masked("见" + text + "。").equals("见" + text + "。"), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "青政办发〔2026〕13号",
                "2026-07-15 13:45:22.12345",
                "2026年7月15日至2026年10月15日",
                "20260715138123",
                "1101054912310021",
                "110105194912310021",
                "110105491331002",
                "200105491231002",
                "12912345678",
                "139123456789",
                "010-12345678",
                "0571-87654321",
                "金额13812345678元",
                "共13812345678件",
                "¥13812345678",
                "13,812,345,678",
                "138,123,456.78",
                "138123456.78",
                "13812345678.50元",
                "13.812345678%",
                "0.13812345678",
                "13,14,15,16,17,8",
                "13-2026-00001",
                "QL-2026-0001-138",
                "http://www.a.gov.cn/art/2026/7/15/art_1384_2345678.html",
                "6222 1381 2345 678 1234",
                "91110108551385082Q",
                "d41d8cd98f13800138000204e9800998ecf8427e",
                "第十三条、第十四条、第十五条",
                "二〇二六年七月十五日",
                "18 2026-7-15 08:30"
            })
    void keepsWhatOnlyLooksLikeOne(String text) {
        assertEquals("见" + text + "。", PersonalNumbers.masked("见" + text + "。"));
    }

    /** Many digits elsewhere make every text worth the long look. */
    @Test
    void theQuickLookLosesNoNumber() {
        String signs = " -./\t\n\u0000\u200b\u000b\u007f\u00ad·，（）〔〕：、。一二〇○①⑬⑳１Ｘxa1，，〜ー\ud835\udfcf";
        String elsewhere = "止999999999999";
        Random random = new Random(7);
        int masked = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(i % 3 == 0 ? IDENTITY : i % 3 == 1 ? PHONE : "⑬⑧⓪⓪⑬⑧⓪⓪⓪");
            for (int inserted = random.nextInt(6); inserted > 0; inserted--) {
                text.insert(random.nextInt(text.length() + 1), signs.charAt(random.nextInt(signs.length())));
            }
            String whole = PersonalNumbers.masked(text + elsewhere);
            assertEquals(whole, PersonalNumbers.masked(text.toString()) + elsewhere, text.toString());
            masked += whole.contains("***") ? 1 : 0;
        }
        assertTrue(masked > 2_000, masked + " masked");
    }

    @Test
    void takesTheTimeOfTheTextsLength() {
        String digits = "1 3".repeat(500_000);
        String hexadecimal = "1a3".repeat(500_000);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            PersonalNumbers.masked(digits);
            PersonalNumbers.masked(hexadecimal);
            PersonalNumbers.masked("13800138000".repeat(100_000));
        });
    }
}
