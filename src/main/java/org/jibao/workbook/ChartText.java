package org.jibao.workbook;

import org.openxmlformats.schemas.drawingml.x2006.main.CTRegularTextRun;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextParagraph;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextParagraphProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.STTextAlignType;
import org.openxmlformats.schemas.drawingml.x2006.main.STTextAnchoringType;

/** Text of a chart in the workbook's typeface: Latin letters and Chinese characters alike. */
final class ChartText {
    private final String typeface;
    private final String language;

    /** @param language as {@code zh-CN} */
    ChartText(String language) {
        this.typeface = Styles.typeface(language);
        this.language = language;
    }

    /** What axes, labels and the legend look like. */
    void style(CTTextBody body, double points, boolean bold, int colour) {
        body.addNewBodyPr().setAnchor(STTextAnchoringType.CTR);
        body.addNewLstStyle();
        CTTextParagraph paragraph = body.addNewP();
        style(paragraph.addNewPPr().addNewDefRPr(), points, bold, colour);
        paragraph.addNewEndParaRPr().setLang(language);
    }

    /** A paragraph of its own text. */
    void paragraph(
            CTTextBody body, String words, double points, boolean bold, int colour, STTextAlignType.Enum across) {
        CTTextParagraph paragraph = body.addNewP();
        CTTextParagraphProperties properties = paragraph.addNewPPr();
        properties.setAlgn(across);
        style(properties.addNewDefRPr(), points, bold, colour);
        CTRegularTextRun run = paragraph.addNewR();
        CTTextCharacterProperties character = run.addNewRPr();
        character.setLang(language);
        style(character, points, bold, colour);
        run.setT(words);
    }

    private void style(CTTextCharacterProperties properties, double points, boolean bold, int colour) {
        properties.setSz((int) Math.round(points * 100));
        properties.setB(bold);
        properties.addNewSolidFill().addNewSrgbClr().setVal(rgb(colour));
        properties.addNewLatin().setTypeface(typeface);
        properties.addNewEa().setTypeface(typeface);
    }

    static byte[] rgb(int colour) {
        return new byte[] {(byte) (colour >> 16), (byte) (colour >> 8), (byte) colour};
    }
}
