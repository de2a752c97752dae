import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Unpacks every sheet and the shared texts of the workbooks in a folder and divides their XML: what no reader can do without. */
public final class Tokenise {

    private Tokenise() {}

    public static void main(String[] arguments) throws IOException, XMLStreamException {
        XMLInputFactory factory = new InputFactoryImpl();
        long events = 0;
        try (Stream<Path> paths = Files.list(Path.of(arguments[0]))) {
            List<Path> files = paths.filter(path -> path.toString().endsWith(".xlsx")).sorted().toList();
            for (Path file : files) {
                try (ZipFile zip = new ZipFile(file.toFile())) {
                    for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
                        ZipEntry part = parts.nextElement();
                        boolean wanted = part.getName().startsWith("xl/worksheets/sheet") || part.getName().equals("xl/sharedStrings.xml");
                        if (wanted) {
                            events += events(factory, zip.getInputStream(part));
                        }
                    }
                }
            }
        }
        System.out.println(events + " events");
    }

    private static long events(XMLInputFactory factory, InputStream part) throws XMLStreamException {
        XMLStreamReader reader = factory.createXMLStreamReader(part);
        long events = 0;
        while (reader.hasNext()) {
            reader.next();
            events++;
        }
        reader.close();
        return events;
    }
}
