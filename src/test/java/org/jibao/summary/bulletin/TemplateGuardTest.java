package org.jibao.summary.bulletin;

import static org.jibao.summary.bulletin.LetterFile.paragraph;
import static org.jibao.summary.bulletin.LetterFile.relation;
import static org.jibao.summary.bulletin.LetterFile.relations;
import static org.jibao.summary.bulletin.LetterFile.run;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jibao.finding.Text;
import org.jibao.testkit.Zips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates that would fetch, run or embed something, or take more than a letter may: each is refused by name. */
class TemplateGuardTest {

    private static final String RELATIONS = "word/_rels/document.xml.rels";
    private static final String TYPES = "[Content_Types].xml";

    @Test
    void passesOrdinaryLetter() {
        Zips letter = LetterFile.of(paragraph(run("{{title}}"), field(" PAGE ")))
                .with(
                        RELATIONS,
                        relations(
                                relation("rId1", "header", "header1.xml", ""),
                                relation("rId2", "hyperlink", "https://www.gov.cn/", "External"),
                                relation("rId3", "image", "media/image1.png", "")))
                .with("word/media/image1.png", new byte[] {1});
        assertEquals(List.of(), refused(letter));
        assertEquals(letter.names(), TemplateGuard.read(letter.bytes()).parts().keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "attachedTemplate, http://example.org/x.dotm, External, attachedTemplate",
        "image, http://example.org/x.png, External, outside",
        "hyperlink, file://server/share/x, External, outside",
        "hyperlink, \\\\server\\share, External, outside",
        "oleObject, embeddings/x.bin, '', oleObject",
        "package, embeddings/x.xlsx, '', package",
        "aFChunk, x.html, '', aFChunk",
        "subDocument, x.docx, External, subDocument",
        "frame, x.htm, External, frame",
        "mailMergeSource, x.mdb, External, mailMergeSource",
        "vbaProject, vbaProject.bin, '', vbaProject",
        "chart, charts/chart1.xml, '', chart"
    })
    void refusesRelation(String kind, String target, String mode, String said) {
        Zips letter = LetterFile.of(paragraph(run("x")))
                .with(
                        RELATIONS,
                        relations(relation("rId1", "header", "header1.xml", ""), relation("rId2", kind, target, mode)));
        assertEquals(1, refused(letter).size());
        assertEquals(
                true, refused(letter).get(0).contains(said), refused(letter).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INCLUDETEXT \"\\\\\\\\server\\\\x.docx\"",
                "INCLUDEPICTURE \"http://example.org/x.png\"",
                "DDEAUTO c:\\\\windows\\\\x.exe",
                "dde x y",
                "LINK Excel.Sheet.8 \"x.xlsx\"",
                "DATABASE \\d x",
                "MACROBUTTON x y",
                "HYPERLINK \"file://server/x\"",
                "DATE \\@ yyyy"
            })
    void refusesField(String code) {
        List<String> wanted = List.of("has the field " + code.strip());
        assertEquals(wanted, fields(refused(LetterFile.of(paragraph(field(code))))));
        String simple = "<w:fldSimple w:instr=\"" + code.replace("\"", "&quot;") + "\">" + run("x") + "</w:fldSimple>";
        assertEquals(wanted, fields(refused(LetterFile.of(paragraph(simple)))));
        String header = field(code);
        assertEquals(wanted, fields(refused(LetterFile.of(paragraph(run("x")), header))));
    }

    private static List<String> fields(List<String> refused) {
        return refused.stream().map(text -> text.split("; only", 2)[0]).toList();
    }

    @Test
    void refusesFieldWhoseCodeIsPutTogether() {
        String begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
        String end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        String split = begin + code("INCLUDE") + code("TEXT \"x\"") + end;
        assertEquals(List.of("has the field INCLUDETEXT \"x\""), fields(refused(LetterFile.of(paragraph(split)))));
        String nested = begin + code(" = ") + begin + code("QUOTE 1") + end + end;
        assertEquals(
                List.of("has the field  =  {…}", "has the field QUOTE 1"),
                fields(refused(LetterFile.of(paragraph(nested)))));
        String unended = begin + code("INCLUDETEXT x");
        assertEquals(List.of("has the field INCLUDETEXT x"), fields(refused(LetterFile.of(paragraph(unended)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"altChunk", "object", "control", "subDoc", "movie"})
    void refusesElement(String name) {
        List<String> said = refused(LetterFile.of("<w:" + name + "/>" + paragraph(run("x"))));
        assertEquals(1, said.size());
        assertEquals(true, said.get(0).startsWith("holds " + name), said.toString());
    }

    @Test
    void refusesPictureOutsideThatVmlNames() {
        String shape = "<w:r><w:pict><v:shape><v:imagedata src=\"file://server/x.png\"/></v:shape></w:pict></w:r>";
        assertEquals(
                List.of(
                        "refers to something outside the file (imagedata: file://server/x.png): embed it, or remove it"),
                refused(LetterFile.of(paragraph(shape))));
    }

    @Test
    void refusesDocumentType() {
        Zips letter = LetterFile.of(paragraph(run("x")))
                .change(
                        "word/document.xml",
                        xml -> xml.replace("?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"));
        assertEquals(
                List.of("word/document.xml in it is no proper XML, or has a DOCTYPE: save it again with Word or WPS"),
                refused(letter));
    }

    @Test
    void refusesMacrosAndOtherKinds() {
        Zips macros = LetterFile.of(paragraph(run("x")))
                .change(
                        TYPES,
                        xml -> xml.replace(
                                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                                "application/vnd.ms-word.document.macroEnabled.main+xml"));
        assertEquals(
                true,
                refused(macros).toString().contains("has macros"),
                refused(macros).toString());
        Zips template = LetterFile.of(paragraph(run("x")))
                .change(TYPES, xml -> xml.replace("document.main+xml", "template.main+xml"));
        assertEquals(true, refused(template).get(0).startsWith("is no ordinary Word document"));
        Zips code = LetterFile.of(paragraph(run("x"))).with("word/vbaProject.bin", new byte[] {1});
        assertEquals(true, refused(code).get(0).startsWith("holds word/vbaProject.bin"));
    }

    @Test
    void refusesWhatIsNoWordFile() {
        assertEquals(List.of("is no Word document (.docx)"), refused("text".getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of("is no Word document (.docx)"), refused(new byte[0]));
        byte[] compound = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
        assertEquals(true, refused(compound).get(0).startsWith("is an old .doc or has a password"));
        assertEquals(
                List.of("is no Word document (.docx)"),
                refused(Zips.empty().with("x.xml", "<x/>").bytes()));
        byte[] letter = LetterFile.of(paragraph(run("x"))).bytes();
        assertEquals(
                true, refused(Arrays.copyOf(letter, letter.length / 2)).get(0).startsWith("cannot be opened"));
    }

    @Test
    void refusesWhatTakesTooMuch() {
        byte[] blanks = new byte[3 << 20];
        Arrays.fill(blanks, (byte) ' ');
        assertEquals(
                List.of("word/x.xml in it is too large when unpacked: remove large pictures, and what is not needed"),
                refused(LetterFile.of(paragraph(run("x"))).with("word/x.xml", blanks)));
        Zips many = LetterFile.of(paragraph(run("x")));
        for (int i = 0; i < 500; i++) {
            many.with("word/media/" + i + ".png", "x");
        }
        assertEquals(List.of("consists of 505 parts, 500 at most are allowed"), refused(many));
        String deep = "<w:sdt>".repeat(300) + "</w:sdt>".repeat(300);
        assertEquals(List.of("word/document.xml in it is nested too deep"), refused(LetterFile.of(deep)));
    }

    private static String field(String code) {
        return "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + code(code)
                + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run("1")
                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    }

    private static String code(String code) {
        return "<w:r><w:instrText xml:space=\"preserve\">" + code + "</w:instrText></w:r>";
    }

    private static List<String> refused(Zips letter) {
        return refused(letter.bytes());
    }

    private static List<String> refused(byte[] letter) {
        return TemplateGuard.read(letter).refused().stream().map(Text::en).toList();
    }
}
