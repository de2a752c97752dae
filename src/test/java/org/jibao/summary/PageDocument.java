package org.jibao.summary;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jibao.summary.page.SummaryPage;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page as a parser of XML sees it, which forgives nothing. */
record PageDocument(String text, Document document) {

    static PageDocument of(SummaryRequest request) {
        try {
            Path file = Files.createTempFile("page", ".html");
            try {
                new SummaryPage().write(request, file);
                return parsed(Files.readString(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PageDocument parsed(String text) {
        try {
            DocumentBuilder builder =
                    DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
            return new PageDocument(text, builder.parse(new InputSource(new StringReader(text))));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("the page is not well-formed", e);
        }
    }

    List<Element> all(String name) {
        return all(document.getElementsByTagName(name));
    }

    static List<Element> all(Element within, String name) {
        return all(within.getElementsByTagName(name));
    }

    private static List<Element> all(NodeList found) {
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    /** Elements whose attribute has this value. */
    List<Element> with(String attribute, String value) {
        return all("*").stream()
                .filter(element -> element.getAttribute(attribute).equals(value))
                .toList();
    }

    /** The cells of a table's body. */
    static List<List<String>> rows(Element table) {
        List<List<String>> rows = new ArrayList<>();
        for (Element row : all((Element) table.getElementsByTagName("tbody").item(0), "tr")) {
            List<String> cells = new ArrayList<>();
            for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNextSibling()) {
                if (cell instanceof Element element) {
                    cells.add(element.getTextContent());
                }
            }
            rows.add(cells);
        }
        return rows;
    }

    static String caption(Element table) {
        return table.getElementsByTagName("caption").item(0).getTextContent();
    }
}
