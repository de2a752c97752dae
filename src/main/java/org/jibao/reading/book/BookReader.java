package org.jibao.reading.book;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jibao.inbox.InboxFile.Container;
import org.jibao.inbox.Limits;
import org.jibao.inbox.ZipPackage;
import org.jibao.reading.book.SourceBook.LeftOut;
import org.jibao.reading.book.SourceBook.Sheet;
import org.jibao.reading.workbook.Budget;
import org.jibao.reading.workbook.LimitExceededException;
import org.jibao.reading.workbook.SourceFile;
import org.jibao.reading.workbook.UnreadableException;
import org.jibao.reading.xlsx.DefaultPassword;
import org.jibao.reading.xlsx.PackageParts;
import org.jibao.reading.xlsx.PackageParts.Relation;
import org.jibao.reading.xlsx.PackageParts.UnusualPackageException;
import org.jibao.reading.xlsx.PackageProperties;
import org.jibao.reading.xlsx.PartHandler;
import org.jibao.reading.xlsx.ReadFailure;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** Reads in this process what a workbook shows, with what must not be handed on. */
public final class BookReader {

    private BookReader() {}

    /**
     * Reads everything.
     *
     * @throws UnreadableException where the file is damaged, locked or not what it seems
     * @throws LimitExceededException where it asks for more than one file may
     */
    public static SourceBook read(SourceFile source, Limits limits) throws UnreadableException {
        Budget budget = new Budget(limits);
        try {
            return source.file().container() == Container.OOXML
                    ? packed(source.archive(), budget)
                    : compound(source.bytes(), budget);
        } catch (IOException | XMLStreamException | SAXException | RuntimeException e) {
            throw ReadFailure.of(e, source, budget);
        }
    }

    private static SourceBook compound(byte[] bytes, Budget budget)
            throws IOException, XMLStreamException, SAXException {
        try (POIFSFileSystem system = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            return DefaultPassword.isEncryptedPackage(system.getRoot())
                    ? packed(ZipPackage.of(DefaultPassword.unlocked(system)), budget)
                    : XlsBook.read(system.getRoot(), budget);
        }
    }

    private static SourceBook packed(ZipPackage archive, Budget budget)
            throws IOException, XMLStreamException, SAXException {
        PackageParts parts = new PackageParts(archive, budget);
        Set<String> names = new HashSet<>();
        archive.names().forEach(names::add);
        try {
            return PackageBook.read(parts, names);
        } catch (IOException | XMLStreamException | SAXException | RuntimeException surprise) {
            ReadFailure.rethrowLimit(surprise);
            return PackageBook.read(parts.patiently(), names);
        }
    }

    /** Reads an Office Open XML workbook as it looks: of the package only the parts in which cells and their looks stand. */
    static final class PackageBook {

        private static final Map<String, LeftOut> BY_WORD = Map.of(
                "vbaproject", LeftOut.MACROS,
                "externallink", LeftOut.LINKS,
                "connections", LeftOut.CONNECTIONS,
                "querytable", LeftOut.CONNECTIONS,
                "embeddings", LeftOut.OBJECTS,
                "activex", LeftOut.OBJECTS,
                "drawings/drawing", LeftOut.PICTURES,
                "comment", LeftOut.COMMENTS,
                "pivot", LeftOut.TABLES,
                "macrosheets", LeftOut.MACROS);

        private final PackageParts parts;
        private final BookColours colours = new BookColours();
        private final BookNames names = new BookNames();
        private final Map<String, Relation> relations = new HashMap<>();
        private final List<Listed> listed = new ArrayList<>();
        private final Set<LeftOut> leftOut = EnumSet.noneOf(LeftOut.class);
        private boolean date1904;

        /** A sheet in the workbook's list; of some other kind where it has no part. */
        private record Listed(
                String name, boolean hidden, @Nullable String part) {}

        private PackageBook(PackageParts parts) {
            this.parts = parts;
        }

        static SourceBook read(PackageParts parts, Set<String> names)
                throws IOException, XMLStreamException, SAXException {
            return new PackageBook(parts).read(names);
        }

        private SourceBook read(Set<String> partNames) throws IOException, XMLStreamException, SAXException {
            String workbook = workbookPart();
            for (Relation relation : parts.relationsOf(workbook)) {
                relations.put(relation.id(), relation);
            }
            parse(workbook, new Workbook());
            parse(of("theme"), colours);
            BookStyles styles = new BookStyles(colours);
            parse(of("styles"), styles);
            BookTexts texts = new BookTexts(colours);
            parse(of("sharedStrings"), texts);
            List<Sheet> sheets = sheets(texts);
            note(partNames);
            return new SourceBook(
                    sheets, styles.styles(), date1904, BookMark.of(PackageProperties.of(parts)), leftOut, Set.of());
        }

        private String workbookPart() throws IOException, XMLStreamException, SAXException {
            return parts.relationsOf("").stream()
                    .filter(relation -> relation.isOfType("officeDocument"))
                    .map(Relation::target)
                    .findFirst()
                    .orElse("xl/workbook.xml");
        }

        private @Nullable String of(String type) {
            return relations.values().stream()
                    .filter(relation -> relation.isOfType(type))
                    .map(Relation::target)
                    .findFirst()
                    .orElse(null);
        }

        private void parse(@Nullable String part, PartHandler handler) throws IOException, SAXException {
            if (part != null && parts.has(part)) {
                try (InputStream xml = parts.open(part)) {
                    parts.xml().parse(xml, handler);
                }
            }
        }

        private List<Sheet> sheets(BookTexts texts) throws IOException, SAXException {
            List<Sheet> sheets = new ArrayList<>();
            for (int place = 0; place < listed.size(); place++) {
                Listed one = listed.get(place);
                if (one.part() != null) {
                    parts.budget().sheet();
                    BookSheet sheet = new BookSheet(texts, colours, parts.budget());
                    parse(one.part(), sheet);
                    sheets.add(sheet.sheet(one.name(), one.hidden(), names, place));
                    leftOut.addAll(sheet.leftOut());
                }
            }
            if (sheets.isEmpty()) {
                throw new UnusualPackageException("no sheet");
            }
            return sheets;
        }

        /** By the names of parts alone: nothing of them is opened. */
        private void note(Set<String> partNames) {
            for (String name : partNames) {
                String lower = name.toLowerCase(Locale.ROOT);
                BY_WORD.forEach((word, kind) -> {
                    if (lower.contains(word) && !lower.endsWith(".rels")) {
                        leftOut.add(kind);
                    }
                });
            }
            if (names.others()) {
                leftOut.add(LeftOut.NAMES);
            }
        }

        /** The part that lists the sheets. */
        private final class Workbook extends PartHandler {

            private String name = "";
            private int sheet = -1;

            @Override
            public void start(String element, Attributes attributes) {
                switch (element) {
                    case "workbookPr" -> date1904 |= isTrue(attributes, "date1904");
                    case "sheet" -> {
                        Relation relation = relations.get(text(attributes, "id"));
                        String target = relation != null && relation.isOfType("worksheet") ? relation.target() : null;
                        String state = text(attributes, "state");
                        boolean hidden = !state.isEmpty() && !state.equals("visible");
                        listed.add(new Listed(text(attributes, "name"), hidden, target));
                        if (target == null) {
                            leftOut.add(LeftOut.PICTURES);
                        }
                    }
                    case "definedName" -> {
                        name = text(attributes, "name");
                        sheet = number(attributes, "localSheetId", -1);
                    }
                    default -> {}
                }
            }

            @Override
            public void end(String element, String words) {
                if (element.equals("definedName")) {
                    names.add(name, sheet, words.strip());
                }
            }
        }
    }
}
