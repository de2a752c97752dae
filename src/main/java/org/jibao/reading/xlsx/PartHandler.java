package org.jibao.reading.xlsx;

import org.jibao.reading.workbook.Budget;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.ext.DefaultHandler2;

/** Reads one part by local names; what extensions say only where it is asked for. */
public abstract class PartHandler extends DefaultHandler2 {

    private final StringBuilder text = new StringBuilder();
    private int skipped;

    @Override
    public final void startDTD(String name, String publicId, String systemId) throws SafeXml.DoctypeException {
        throw new SafeXml.DoctypeException();
    }

    @Override
    public final void startElement(String uri, String localName, String name, Attributes attributes) {
        boolean extension = localName.equals("extLst") && !extensions();
        if (skipped > 0 || extension || localName.equals("AlternateContent")) {
            skipped++;
        } else {
            text.setLength(0);
            start(localName, attributes);
        }
    }

    @Override
    public final void characters(char[] characters, int start, int length) {
        if (skipped == 0) {
            text.append(characters, start, length);
        }
    }

    @Override
    public final void endElement(String uri, String localName, String name) {
        if (skipped > 0) {
            skipped--;
        } else {
            end(localName, text.toString());
            text.setLength(0);
        }
    }

    /** Whether extensions are handed to it as well. */
    protected boolean extensions() {
        return false;
    }

    public abstract void start(String name, Attributes attributes);

    /** @param words since the last start or end of an element */
    public abstract void end(String name, String words);

    public static String text(Attributes attributes, String name) {
        String value = XmlAttributes.get(attributes, name);
        return value == null ? "" : value;
    }

    /** Of an attribute that is false where it is missing. */
    public static boolean isTrue(Attributes attributes, String name) {
        return isTrue(XmlAttributes.get(attributes, name), false);
    }

    public static boolean isTrue(@Nullable String value, boolean missing) {
        return value == null ? missing : value.equals("1") || value.equals("true") || value.equals("on");
    }

    public static int number(Attributes attributes, String name, int missing) {
        Double value = decimal(attributes, name);
        return value == null ? missing : (int) Math.round(value);
    }

    static @Nullable public Double decimal(Attributes attributes, String name) {
        String value = XmlAttributes.get(attributes, name);
        try {
            Double number = value == null ? null : Double.valueOf(value.strip());
            return number == null || !Double.isFinite(number) ? null : number;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    /**
     * Attributes by local name. Aalto's own search by name gives, for an element without attributes, what an element before it
     * had.
     */
    public static final class XmlAttributes {

        private XmlAttributes() {}

        static @Nullable public String get(Attributes attributes, String name) {
            for (int i = 0; i < attributes.getLength(); i++) {
                if (attributes.getLocalName(i).equals(name)) {
                    return Budget.attribute(attributes.getValue(i));
                }
            }
            return null;
        }
    }
}
