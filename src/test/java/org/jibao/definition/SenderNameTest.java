package org.jibao.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jibao.definition.Unit.Contact;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose a sender is: exactly, whatever its case and width, and by no trick with what surrounds an address. */
class SenderNameTest {

    private static final Senders SENDERS = new Senders(new Roster(List.of(
            unit("A", "office@a.gov.cn", "@yanyu.example.cn"),
            unit("B", "望舒镇 经办", "@例子.中国", "Shared@x.cn"),
            unit("C", "shared@x.cn"))));

    private static Unit unit(String code, String... senders) {
        return new Unit(code, code, "town", null, List.of(), null, null, List.of(), Contact.NONE, List.of(senders));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "office@a.gov.cn | A",
                "OFFICE@A.GOV.CN | A",
                "ｏｆｆｉｃｅ＠ａ．ｇｏｖ．ｃｎ | A",
                "office@a.gov.cn. | A",
                "\"b@b.gov.cn\" <office@a.gov.cn> | A",
                "office@a.gov.cn <evil@evil.example> | ``",
                "office@a.gov.cn@evil.example | ``",
                "office@a.gov.cn.evil.example | ``",
                "evil@evil.example,office@a.gov.cn | ``",
                "xoffice@a.gov.cn | ``",
                "off\u200Bice@a.gov.cn | ``",
                "оffice@a.gov.cn | ``",
                "any@yanyu.example.cn | A",
                "any@YANYU.example.cn | A",
                "any@sub.yanyu.example.cn | ``",
                "any@notyanyu.example.cn | ``",
                "@yanyu.example.cn | ``",
                "yanyu.example.cn | ``",
                "x@例子.中国 | B",
                "x@xn--fsqu00a.xn--fiqs8s | B",
                "望舒镇  经办 | B",
                "望舒镇 | ``",
                "<office@a.gov.cn | ``",
                "office @a.gov.cn | ``",
                "SHARED@x.cn | B C"
            })
    void findsTheUnitsOfASender(String sender, String units) {
        assertEquals(
                units,
                String.join(
                        " ", SENDERS.unitsOf(sender).stream().map(Unit::code).toList()));
    }
}
