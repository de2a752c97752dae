package org.jibao.reading.workbook;

import java.io.IOException;
import java.util.function.Consumer;
import org.xml.sax.SAXException;

/** The rows of a sheet that is too long to be held. */
public interface LongSheet {

    /**
     * Gives the rows that hold anything and come after those that are held, from top to bottom. May be called once or often.
     *
     * @throws IOException or SAXException where the sheet is damaged further down
     */
    void rest(Consumer<Row> taker) throws IOException, SAXException;
}
