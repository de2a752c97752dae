package org.jibao.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeFileNameTest {

    private static final String MARK = "ab12cd34";
    private static final List<String> PIECES = List.of(
            "报",
            "𠮷",
            "é",
            "e\u0301",
            "Å",
            "\u212B",
            "CON",
            "nul",
            "COM1",
            "com\u00b9",
            "lpt9",
            ".",
            "..",
            " ",
            "\u3000",
            "\u00a0",
            "/",
            "\\",
            ":",
            "|",
            "\u0000",
            "\n",
            "\u001b[2J",
            "\u007f",
            "\u0085",
            "\u200b",
            "\u202e",
            "\u2066",
            "\ufeff",
            "\ue000",
            "\ud800",
            "\udc00",
            "\uffff",
            "\u2028",
            "\ufe0f",
            "\u3164",
            "\udb40\udc41",
            "~$",
            "-",
            "A",
            "a",
            "ß",
            "ẞ",
            "İ",
            "ﬁ",
            "\t",
            "x".repeat(80),
            "局".repeat(40));

    @Test
    void leavesWhatFitsAsItIs() {
        assertEquals("青石镇_2026年第三季度", SafeFileName.stem("青石镇_2026年第三季度", ".xlsx", MARK));
        assertEquals("v1.2 报表（终稿）", SafeFileName.plain("v1.2 报表（终稿）"));
    }

    @ParameterizedTest
    @CsvSource({
        "a/b:c?.d, a_b_c_.d",
        ".profile, _profile",
        "..,_",
        "'',_",
        "' x. . ',x",
        "CON,_CON",
        "con.报表,_con.报表",
        "nul .x,_nul .x",
        "COM\u00b9,_COM\u00b9",
        "lpt\u00b2.a.b,_lpt\u00b2.a.b",
        "CONIN$,_CONIN$",
        "~$甲局,_$甲局",
        "COM10,COM10",
        "CONS,CONS",
        "e\u0301,\u00e9",
        "甲\u202egnp.exe,甲_gnp.exe",
        "甲\u200b局,甲_局"
    })
    void makesItPlain(String words, String plain) {
        assertEquals(plain, SafeFileName.plain(words));
    }

    @Test
    void cutsWhatIsTooLongBetweenCharactersAndMarksIt() {
        String stem = SafeFileName.stem("报".repeat(100), "_退回说明.xlsx", MARK);
        assertTrue(stem.endsWith("报~ab12cd34"), stem);
        assertEquals(67, stem.codePoints().filter(sign -> sign == '报').count());
        assertEquals(
                50,
                SafeFileName.stem("𠮷".repeat(100), "_退回说明.xlsx", MARK)
                        .codePoints()
                        .filter(sign -> sign == "𠮷".codePointAt(0))
                        .count());
        assertNotEquals(
                SafeFileName.stem("报".repeat(100), ".xlsx", "ab12cd34"),
                SafeFileName.stem("报".repeat(101), ".xlsx", "ab12cd35"));
        assertTrue(SafeFileName.isTooLong("报".repeat(100), ".xlsx"));
        assertFalse(SafeFileName.isTooLong("报".repeat(60), ".xlsx"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyWordsGiveANameThatEveryFileSystemTakes(long seed) {
        Random dice = new Random(seed);
        for (int round = 0; round < 5000; round++) {
            String words = words(dice);
            String name = SafeFileName.of(words, "_2026年第三季度.xlsx", MARK);
            String shown = "seed " + seed + " round " + round + ": " + name;
            assertTrue(name.getBytes(StandardCharsets.UTF_8).length <= 255 - ".tmp.raw".length() - 1, shown);
            assertTrue(Normalizer.isNormalized(name, Normalizer.Form.NFC), shown);
            assertFalse(name.startsWith(".") || name.startsWith(" ") || name.startsWith("~$"), shown);
            assertTrue(name.codePoints().allMatch(SafeFileNameTest::isSeen), shown);
            assertFalse(isDevice(SafeFileName.plain(words)), shown);
            String stem = SafeFileName.plain(words);
            assertEquals(stem, SafeFileName.plain(stem), shown);
            assertFalse(stem.endsWith(".") || stem.endsWith(" ") || stem.endsWith("\u3000"), shown);
        }
    }

    private static String words(Random dice) {
        StringBuilder words = new StringBuilder();
        for (int piece = dice.nextInt(9); piece >= 0; piece--) {
            words.append(
                    dice.nextInt(6) == 0
                            ? Character.toString(dice.nextInt(0x110000))
                            : PIECES.get(dice.nextInt(PIECES.size())));
        }
        return words.toString();
    }

    private static boolean isSeen(int sign) {
        int type = Character.getType(sign);
        return "\\/:*?\"<>|".indexOf(sign) < 0
                && type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.PRIVATE_USE
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean isDevice(String name) {
        String first = name.split("\\.", -1)[0].strip().toUpperCase(java.util.Locale.ROOT);
        return Set.of("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$").contains(first)
                || first.matches("(COM|LPT)[0-9\u00b9\u00b2\u00b3]");
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void namesInOneFolderAreToldApartWhateverTheyAreCalled(long seed) {
        Random dice = new Random(seed);
        NamesInFolder folder = new NamesInFolder(List.of(".xlsx", "_退回说明.xlsx"));
        Set<String> keys = new HashSet<>();
        for (int round = 0; round < 3000; round++) {
            String words = round % 3 == 0
                    ? List.of("A/b", "a_B", "Ａ_b", "É", "e\u0301").get(dice.nextInt(5))
                    : words(dice);
            String name = folder.claim(words, words + "（" + dice.nextInt(4) + "）", MARK);
            assertTrue(keys.add(SafeFileName.key(name + ".xlsx")), name);
            assertTrue(keys.add(SafeFileName.key(name + "_退回说明.xlsx")), name);
            assertTrue((name + "_退回说明.xlsx").getBytes(StandardCharsets.UTF_8).length <= 230, name);
        }
    }

    @Test
    void canBeWrittenThroughADraft(@TempDir Path folder) throws IOException {
        for (String sign : new String[] {"a", "é", "报", "𠮷"}) {
            String name = SafeFileName.of(sign.repeat(255), ".xlsx", MARK);
            Path draft = Files.writeString(folder.resolve("." + name + ".tmp.raw"), "x");
            Files.move(draft, folder.resolve(name));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(4, files.count());
        }
    }
}
