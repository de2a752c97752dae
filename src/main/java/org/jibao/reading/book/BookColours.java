package org.jibao.reading.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.jibao.reading.xlsx.PartHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** Turns the ways in which a workbook names colours into red, green and blue. Reads the theme, where there is one. */
final class BookColours extends PartHandler {

    /** The order in which cells number a theme's colours is not that in which it lists them. */
    private static final Map<String, Integer> PLACES = Map.of("lt1", 0, "dk1", 1, "lt2", 2, "dk2", 3);

    private static final int ACCENTS = 4;
    private static final int WHITE = 0xFFFFFF;

    private final List<@Nullable Integer> theme = new ArrayList<>();
    private final List<@Nullable Integer> indexed = new ArrayList<>();
    private boolean inScheme;
    private int place = -1;
    private int others;

    @Override
    public void start(String name, Attributes attributes) {
        switch (name) {
            case "clrScheme" -> inScheme = true;
            case "srgbClr" -> put(rgb(text(attributes, "val")));
            case "sysClr" -> put(rgb(text(attributes, "lastClr")));
            default -> {
                if (inScheme) {
                    Integer known = PLACES.get(name);
                    place = known == null ? ACCENTS + others++ : known;
                }
            }
        }
    }

    private void put(@Nullable Integer colour) {
        if (inScheme && place >= 0) {
            while (theme.size() <= place) {
                theme.add(null);
            }
            theme.set(place, colour);
            place = -1;
        }
    }

    @Override
    public void end(String name, String words) {
        inScheme &= !name.equals("clrScheme");
    }

    /** The workbook's own palette, one colour after another. */
    void addIndexed(String colour) {
        indexed.add(rgb(colour));
    }

    /** Null where it is the usual one. */
    @Nullable
    Integer of(Attributes attributes) {
        Integer colour = rgb(text(attributes, "rgb"));
        int number = number(attributes, "theme", -1);
        if (colour == null && number >= 0) {
            colour = number < theme.size() ? theme.get(number) : null;
        }
        int index = number(attributes, "indexed", -1);
        if (colour == null && index >= 0) {
            colour = index < indexed.size() ? indexed.get(index) : standard(index);
        }
        Double tint = decimal(attributes, "tint");
        if (colour == null || tint == null) {
            return colour;
        }
        return tinted(colour, tint);
    }

    private static @Nullable Integer standard(int index) {
        byte[] colour = DefaultIndexedColorMap.getDefaultRGB(index);
        return colour == null || colour.length < 3
                ? null
                : ((colour[0] & 0xFF) << 16) | ((colour[1] & 0xFF) << 8) | (colour[2] & 0xFF);
    }

    private static @Nullable Integer rgb(String hexadecimal) {
        int length = hexadecimal.length();
        try {
            return length == 6 || length == 8 ? Integer.parseUnsignedInt(hexadecimal, 16) & WHITE : null;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    /** Darker below 0, lighter above. */
    private static int tinted(int colour, double tint) {
        int tinted = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int part = (colour >> shift) & 0xFF;
            double toned = tint < 0 ? part * (1 + Math.max(-1, tint)) : part + (0xFF - part) * Math.min(1, tint);
            tinted |= (int) Math.round(toned) << shift;
        }
        return tinted;
    }
}
