package org.jibao.reading.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            （一）予以公开           | 一予以公开         | 予以公开
            (一) 予以公开            | 一予以公开         | 予以公开
            一、本季新收             | 一本季新收         | 本季新收
            １．属于国家秘密         | 1属于国家秘密      | 属于国家秘密
            3.危及“三安全一稳定”     | 3危及三安全一稳定  | 危及三安全一稳定
            12345热线                | 12345热线          | 12345热线
            一般公共预算             | 一般公共预算       | 一般公共预算
            其中：20 个工作日内公开  | 其中20个工作日内公开 | 其中20个工作日内公开
            本期新增（条）           | 本期新增条         | 本期新增
            填 报 单 位：            | 填报单位           | 填报单位
            ＷｅＣｈａｔ             | wechat             | wechat
            （七）总计               | 七总计             | 总计
            """)
    void keepsOnlyWhatTellsLabelsApart(String text, String full, String bare) {
        assertEquals(new LabelText(full, bare), LabelText.of(text));
    }

    /** Letters alone are their own label without a look at patterns; a character that cannot be seen makes the others be looked at. */
    @ParameterizedTest
    @ValueSource(strings = {"予以公开", "一般公共预算", "第12345号热线", "b2类", "2026年第三季度", "计量单位元", "x"})
    void takesNothingFromLettersAlone(String text) {
        assertEquals(new LabelText(text, text), LabelText.of(text));
        assertEquals(LabelText.of(text + "\u200B"), LabelText.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u3000\u3000", "\u00A0", "\t\n", "\u200B"})
    void takesSpacesOfAnyKindForBlank(String text) {
        assertTrue(LabelText.isBlank(text));
    }
}
