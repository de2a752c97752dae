package org.jibao.reading.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jibao.inbox.ZipPackage;
import org.jibao.reading.workbook.Budget;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * The parts of an Office Open XML package, counted against the limits as they are read, and the relations between them.
 * Names of parts ignore case, as the Open Packaging Conventions (ECMA-376-2) have it.
 */
public final class PackageParts {

    private final ZipPackage archive;
    private final Budget budget;
    private final SafeXml xml;
    private final Map<String, String> names;
    private final Map<String, List<Relation>> relations = new HashMap<>();

    public PackageParts(ZipPackage archive, Budget budget) {
        this(archive, budget, SafeXml.FAST, new HashMap<>());
        archive.names().forEach(name -> names.putIfAbsent(key(name), name));
    }

    private PackageParts(ZipPackage archive, Budget budget, SafeXml xml, Map<String, String> names) {
        this.archive = archive;
        this.budget = budget;
        this.xml = xml;
        this.names = names;
    }

    /** For a second reading. */
    PackageParts again() {
        return new PackageParts(archive, budget.again(), xml, names);
    }

    /** For a second reading with the parser that knows more encodings. */
    public PackageParts patiently() {
        return new PackageParts(archive, budget.again(), SafeXml.PATIENT, names);
    }

    private static String key(String name) {
        return (name.startsWith("/") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
    }

    public Budget budget() {
        return budget;
    }

    public SafeXml xml() {
        return xml;
    }

    public boolean has(String part) {
        return names.containsKey(key(part));
    }

    long unpackedSize(String part) throws UnusualPackageException {
        return archive.unpackedSize(name(part));
    }

    public InputStream open(String part) throws IOException {
        String name = name(part);
        return budget.part(archive.open(name), archive.packedSize(name));
    }

    /** Of a part that is not parsed, such as a picture. */
    InputStream openWithoutMarkup(String part) throws IOException {
        String name = name(part);
        return budget.whole(archive.open(name), archive.packedSize(name));
    }

    private String name(String part) throws UnusualPackageException {
        String name = names.get(key(part));
        if (name == null) {
            throw new UnusualPackageException("no part " + part);
        }
        return name;
    }

    /** What one part, or the package as such where its name is empty, points to. */
    public record Relation(String id, String type, String target) {
        /** By the last word: the strict variant has other addresses before it. */
        public boolean isOfType(String word) {
            return type.endsWith("/" + word);
        }
    }

    /** In order; none that lead outside. Empty where the part has no relations. */
    public List<Relation> relationsOf(String part) throws IOException, XMLStreamException, SAXException {
        List<Relation> known = relations.get(part);
        if (known == null) {
            known = readRelations(part);
            relations.put(part, known);
        }
        return known;
    }

    private List<Relation> readRelations(String part) throws IOException, XMLStreamException, SAXException {
        int name = part.lastIndexOf('/') + 1;
        String relationsPart = part.substring(0, name) + "_rels/" + part.substring(name) + ".rels";
        List<Relation> found = new ArrayList<>();
        if (!has(relationsPart)) {
            return found;
        }
        try (InputStream stream = open(relationsPart)) {
            XmlElements elements = xml.elements(stream);
            while (elements.next()) {
                boolean external = "External".equalsIgnoreCase(elements.attribute("TargetMode"));
                if (elements.name().equals("Relationship") && !external) {
                    String target = resolve(part.substring(0, name), elements.required("Target"));
                    if (target != null) {
                        found.add(new Relation(elements.required("Id"), elements.required("Type"), target));
                    }
                }
            }
        }
        return found;
    }

    /** The name of the part that a target names, or null where it is none of this package. */
    private static @Nullable String resolve(String folder, String target) {
        int end = target.indexOf('#');
        String path = decoded(end < 0 ? target : target.substring(0, end)).replace('\\', '/');
        Deque<String> names = new ArrayDeque<>();
        for (String name : (path.startsWith("/") ? path : folder + path).split("/")) {
            if (name.equals("..")) {
                if (names.pollLast() == null) {
                    return null;
                }
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return names.isEmpty() ? null : String.join("/", names);
    }

    /** Targets are addresses, in which a space is {@code %20}. */
    private static String decoded(String target) {
        try {
            return target.indexOf('%') < 0
                    ? target
                    : URLDecoder.decode(target.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return target;
        }
    }

    /** Not how Excel and WPS write workbooks; a more patient reader may still make sense of it. */
    public static final class UnusualPackageException extends IOException {
        public UnusualPackageException(String detail) {
            super(detail);
        }
    }
}
