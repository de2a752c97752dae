package org.jibao.summary.bulletin;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.inbox.Limits;
import org.jibao.inbox.ZipPackage;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The door for a Word file of another's: a job folder may come from another office. What is bounded is counted before it is
 * unpacked, and again while it is. What Word would fetch, run or embed is refused by name; nothing is taken out in silence.
 */
final class TemplateGuard {

    private static final Wording WORDS = Wording.of(TemplateGuard.class);

    private static final int MEBIBYTE = 1 << 20;

    /** A letter has thirty parts. */
    private static final int MOST_PARTS = 500;

    /** Of pictures and all else. */
    private static final int LARGEST = 32 * MEBIBYTE;

    /** Parsed, XML takes some ten times as much. */
    private static final int LARGEST_XML = 8 * MEBIBYTE;

    private static final int DEEPEST = 200;

    /** Two letters with which a ZIP begins, and with which a file of Word 97 or one with a password does. */
    private static final int ZIP = 'P' << 8 | 'K';

    private static final int COMPOUND = 0xD0 << 8 | 0xCF;

    private static final String DOCUMENT =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    /** What a letter is made of; a link to anything else is refused. */
    private static final Set<String> RELATIONS = Set.of(
            "comments",
            "commentsExtended",
            "commentsExtensible",
            "commentsIds",
            "core-properties",
            "custom-properties",
            "customXml",
            "customXmlProps",
            "endnotes",
            "extended-properties",
            "font",
            "fontTable",
            "footer",
            "footnotes",
            "glossaryDocument",
            "header",
            "hyperlink",
            "image",
            "numbering",
            "officeDocument",
            "people",
            "settings",
            "styles",
            "stylesWithEffects",
            "theme",
            "thumbnail",
            "webSettings");

    /** What the text itself may not have: it fetches, runs or embeds even without a link. */
    private static final Set<String> ELEMENTS = Set.of(
            "altChunk",
            "control",
            "frameset",
            "mailMerge",
            "movie",
            "object",
            "OLEObject",
            "saveThroughXslt",
            "subDoc",
            "audioFile",
            "videoFile",
            "attachedTemplate");

    private final List<Text> refused = new ArrayList<>();

    private TemplateGuard() {}

    /**
     * A file that has passed.
     *
     * @param parts by their names, in the order of the file; empty where anything was refused
     * @param refused what was, and what to do
     */
    record Guarded(Map<String, byte[]> parts, List<Text> refused) {
        Guarded {
            refused = List.copyOf(refused);
        }
    }

    static Guarded read(byte[] file) {
        TemplateGuard guard = new TemplateGuard();
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try {
            guard.unpack(file, parts);
        } catch (ZipPackage.DamagedException e) {
            guard.refuse("template.damaged", e.detail());
        } catch (IOException e) {
            guard.refuse("template.damaged", String.valueOf(e.getMessage()));
        }
        if (guard.refused.isEmpty()) {
            guard.check(parts);
        }
        return new Guarded(
                guard.refused.isEmpty() ? parts : Map.of(),
                guard.refused.stream().distinct().toList());
    }

    private void refuse(String key, Object... values) {
        refused.add(WORDS.text(key, values));
    }

    // Bounds

    private void unpack(byte[] file, Map<String, byte[]> parts) throws IOException {
        int mark = file.length < 2 ? 0 : (file[0] & 0xFF) << 8 | file[1] & 0xFF;
        if (mark != ZIP) {
            refuse(mark == COMPOUND ? "template.compound" : "template.no-word");
            return;
        }
        ZipPackage zip = ZipPackage.of(file);
        if (zip.names().size() > MOST_PARTS) {
            refuse("template.too-many-parts", zip.names().size(), MOST_PARTS);
            return;
        }
        long left = LARGEST;
        long leftOfXml = LARGEST_XML;
        for (String name : zip.names()) {
            if (name.endsWith("/")) {
                continue;
            }
            long room = Math.min(left, isXml(name) ? leftOfXml : left);
            if (zip.unpackedSize(name) > room
                    || Limits.standard().tooDense(zip.packedSize(name), zip.unpackedSize(name))) {
                refuse("template.too-large", name);
                return;
            }
            byte[] part = bounded(zip, name, room);
            if (part.length > room) {
                refuse("template.too-large", name);
                return;
            }
            left -= part.length;
            leftOfXml -= isXml(name) ? part.length : 0;
            parts.put(name, part);
        }
    }

    /** One byte more than there is room for, where a part is larger than it says. */
    private static byte[] bounded(ZipPackage zip, String name, long room) throws IOException {
        try (InputStream part = zip.open(name)) {
            return part.readNBytes((int) room + 1);
        }
    }

    static boolean isXml(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return plain.endsWith(".xml") || plain.endsWith(".rels") || plain.endsWith(".vml");
    }

    // What it holds

    private void check(Map<String, byte[]> parts) {
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            if (isXml(part.getKey())) {
                checkXml(part.getKey(), part.getValue());
            } else if (!isPicture(part.getKey())) {
                refuse("template.part", part.getKey());
            }
        }
        if (refused.isEmpty() && !parts.containsKey(WordFile.DOCUMENT)) {
            refuse("template.no-word");
        }
    }

    private static boolean isPicture(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".odttf").stream()
                .anyMatch(plain::endsWith);
    }

    private void checkXml(String name, byte[] xml) {
        try {
            Document document = WordXml.read(xml);
            if (name.equals(WordFile.TYPES)) {
                checkTypes(document);
            } else if (name.endsWith(".rels")) {
                checkRelations(document);
            } else {
                checkContent(name, document);
            }
        } catch (SAXException e) {
            refuse("template.no-xml", name);
        }
    }

    private void checkTypes(Document types) {
        NodeList all = types.getElementsByTagNameNS(WordXml.CONTENT_TYPES, "*");
        boolean plain = false;
        for (int i = 0; i < all.getLength(); i++) {
            Element type = (Element) all.item(i);
            String said = type.getAttribute("ContentType").toLowerCase(Locale.ROOT);
            plain |= said.equals(DOCUMENT) && type.getAttribute("PartName").equals("/" + WordFile.DOCUMENT);
            if (said.contains("macroenabled") || said.contains("vbaproject")) {
                refuse("template.macros");
            }
        }
        if (!plain) {
            refuse("template.other-kind");
        }
    }

    private void checkRelations(Document relations) {
        NodeList all = relations.getElementsByTagNameNS(WordXml.RELATIONS, "Relationship");
        for (int i = 0; i < all.getLength(); i++) {
            Element relation = (Element) all.item(i);
            String type = relation.getAttribute("Type");
            String kind = type.substring(type.lastIndexOf('/') + 1);
            String target = relation.getAttribute("Target");
            boolean outside = !relation.getAttribute("TargetMode").isEmpty()
                    && !relation.getAttribute("TargetMode").equals("Internal");
            if (!RELATIONS.contains(kind)) {
                refuse("template.relation", kind);
            } else if (outside && !(kind.equals("hyperlink") && isWeb(target))) {
                refuse("template.outside", kind, target);
            }
        }
    }

    /** A page or a mailbox, which opens on a click; never a file or a share, whose owner would see who opens the document. */
    private static boolean isWeb(String target) {
        String plain = target.strip().toLowerCase(Locale.ROOT);
        return plain.startsWith("https://") || plain.startsWith("http://") || plain.startsWith("mailto:");
    }

    private void checkContent(String name, Document content) {
        int depth = 0;
        Node node = content.getDocumentElement();
        while (node != null) {
            if (depth > DEEPEST) {
                refuse("template.too-deep", name);
                return;
            }
            if (node instanceof Element element) {
                checkElement(name, element);
            }
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                continue;
            }
            while (node != null && node != content.getDocumentElement() && node.getNextSibling() == null) {
                node = node.getParentNode();
                depth--;
            }
            node = node == null || node == content.getDocumentElement() ? null : node.getNextSibling();
        }
        FieldCodes.of(content).forEach(field -> refuse("template.field", field));
    }

    private void checkElement(String part, Element element) {
        if (ELEMENTS.contains(element.getLocalName())) {
            refuse("template.element", element.getLocalName(), part);
        }
        // VML names a picture outside by an attribute.
        for (int i = 0; part.startsWith("word/") && i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            String name = attribute.getLocalName();
            if (name.equals("src") || name.equals("href") && !isWeb(attribute.getNodeValue())) {
                refuse("template.outside", element.getLocalName(), attribute.getNodeValue());
            }
        }
    }
}
