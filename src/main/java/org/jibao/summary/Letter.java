package org.jibao.summary;

import java.util.List;
import org.jibao.workbook.Picture;

/**
 * What a mail says, for programs that show HTML and for those that do not. The same request gives the same letter.
 *
 * @param html a whole page that needs nothing from outside; empty where there are only plain words
 * @param text the same in plain words
 * @param pictures which the page names {@code cid:chart1}, {@code cid:chart2} and so on, in this order
 */
public record Letter(String subject, String html, String text, List<Picture> pictures) {

    public Letter {
        pictures = List.copyOf(pictures);
    }

    /** A letter of plain words only. */
    public static Letter plain(String subject, String text) {
        return new Letter(subject, "", text, List.of());
    }

    /** By what name the page asks for a picture. */
    public static String pictureId(int index) {
        return "chart" + (index + 1);
    }
}
