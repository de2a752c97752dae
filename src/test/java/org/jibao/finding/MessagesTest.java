package org.jibao.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {

    private static final Place PLACE = Place.cell("表二", "D14");

    @ParameterizedTest
    @EnumSource(FindingCode.class)
    void saysEveryCodeWithExactlyItsArguments(FindingCode code) {
        for (Language language : Language.values()) {
            String message = Messages.bundle(language).getString(code.code());
            assertEquals(new TreeSet<>(code.arguments()), placeholders(message), language + " " + code);
        }
    }

    @ParameterizedTest
    @EnumSource(FindingCode.class)
    void curesEveryCodeWithItsArgumentsOnly(FindingCode code) {
        for (Language language : Language.values()) {
            String cure = Messages.bundle(language).getString(code.code() + ".cure");
            assertFalse(cure.isBlank());
            assertEquals(Set.of(), minus(placeholders(cure), Set.copyOf(code.arguments())), language + " " + code);
        }
    }

    @Test
    void knowsTheSameKeysInBothLanguagesAndNoStrayOnes() {
        Set<String> known = new TreeSet<>();
        for (FindingCode code : FindingCode.values()) {
            known.add(code.code());
            known.add(code.code() + ".cure");
        }
        for (Language language : Language.values()) {
            assertEquals(known, keys(language, false));
        }
        assertEquals(keys(Language.ZH, true), keys(Language.EN, true));
    }

    @Test
    void speaksEnglishOnAChineseMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            assertEquals("The file is empty (0 bytes): there is nothing to read", english("file-empty"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void rendersBuiltInFindingInBothLanguages() {
        Finding finding =
                Finding.of(FindingCode.CELL_INVALID, PLACE, "requests/total/natural", "x条", "总计", "x条", "count");
        assertEquals("总计：“x条”不是可用的数据，此处应填不小于 0 的整数", Messages.render(finding, Language.ZH));
        assertEquals(
                "总计: \"x条\" cannot be used; what belongs here is a whole number of 0 or more",
                Messages.render(finding, Language.EN));
        assertEquals(
                "Total: \"x条\" cannot be used; what belongs here is a whole number of 0 or more",
                Messages.render(finding.inEnglish("label", "Total"), Language.EN));
    }

    @Test
    void putsKnownArgumentsIntoWords() {
        Finding finding = Finding.of(FindingCode.LABEL_MISSING, PLACE, "requests/total", null, "总计", "row");
        assertEquals("找不到行“总计”，这一行的数据没有读入", Messages.render(finding, Language.ZH));
        assertEquals(
                "The row \"总计\" was not found, so none of its figures was read", Messages.render(finding, Language.EN));
    }

    @Test
    void rendersRuleInItsOwnWords() {
        Finding finding = new Finding(
                "requests.balance",
                Severity.ERROR,
                PLACE,
                "requests/*/natural",
                "3 ≠ 4",
                Map.of("label", "自然人", "label.en", "Natural persons", "left", "3"),
                new Text("{label}：{left}", "{label}: {left}, {right}"),
                new Text("请核对{label}", "Check {label}"));
        assertEquals("自然人：3", Messages.render(finding, Language.ZH));
        assertEquals("Natural persons: 3, {right}", Messages.render(finding, Language.EN));
        assertEquals("Check Natural persons", Messages.cure(finding, Language.EN));
    }

    @Test
    void takesNoCellForATemplateAndKeepsItOnOneLine() {
        String raw = "{label}$1\\\n\t" + "长".repeat(500);
        Finding finding = Finding.of(FindingCode.CELL_NEGATIVE, PLACE, "a/b/c", raw, "总计", raw);
        assertEquals("总计：“{label}$1\\ " + "长".repeat(389) + "…”是负数，件数和金额不能小于 0", Messages.render(finding, Language.ZH));
    }

    @Test
    void curesByTheFirstArgumentWhereThatMattersAndNamesWhatAWordNames() {
        Finding archive = Finding.of(FindingCode.FILE_NOT_WORKBOOK, Place.FILE, "", null, "ZIP");
        assertEquals("请解压后报送其中的工作簿", Messages.cure(archive, Language.ZH));
        assertEquals("Unpack it and send the workbooks in it", Messages.cure(archive, Language.EN));
        Finding picture = Finding.of(FindingCode.FILE_NOT_WORKBOOK, Place.FILE, "", null, "PNG");
        assertEquals(
                "Open it in the program that made it, save it as .xlsx, and send it again",
                Messages.cure(picture, Language.EN));
        Finding damaged = Finding.of(FindingCode.FILE_UNREADABLE, Place.FILE, "", null, "part")
                .with("part", "xl/{detail}.xml");
        assertEquals(
                "The file cannot be read: its part xl/{detail}.xml is damaged", Messages.render(damaged, Language.EN));
    }

    @Test
    void saysThatNoUnitIsNear() {
        Finding finding = Finding.of(FindingCode.UNIT_UNKNOWN, Place.FILE, "", "某镇", "某镇", "");
        assertEquals("名册中没有填报单位“某镇”；名称相近的单位：无", Messages.render(finding, Language.ZH));
    }

    private static String english(String code) {
        return ResourceBundle.getBundle("org.jibao.finding.findings", Language.EN.locale(), noFallback())
                .getString(code);
    }

    private static ResourceBundle.Control noFallback() {
        return ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    }

    private static Set<String> keys(Language language, boolean words) {
        return Messages.bundle(language).keySet().stream()
                .filter(key -> key.startsWith("word.") == words)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> placeholders(String template) {
        return Pattern.compile("\\{(\\w+)\\}")
                .matcher(template)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> minus(Set<String> some, Set<String> others) {
        Set<String> left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }
}
