package org.jibao.testkit.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.testkit.Zips;

/** Changes to a workbook's package that leave it one: its parts, their elements and attributes. */
enum PackageMutation {
    VALUE {
        @Override
        String of(String xml, Random dice) {
            return replaced(xml, TEXT, Hostile.escaped(Hostile.value(dice)), dice);
        }
    },
    ATTRIBUTE {
        @Override
        String of(String xml, Random dice) {
            return replaced(xml, ATTRIBUTES, Hostile.escaped(Hostile.value(dice)), dice);
        }
    },
    NUMBER {
        @Override
        String of(String xml, Random dice) {
            return replaced(xml, NUMBERS, String.valueOf(dice.nextInt() >> dice.nextInt(31)), dice);
        }
    },
    NAME {
        @Override
        String of(String xml, Random dice) {
            List<String> names =
                    List.of("c", "row", "v", "is", "t", "sheetData", "mergeCell", "col", "si", "x", "extLst");
            return replaced(xml, ELEMENTS, names.get(dice.nextInt(names.size())), dice);
        }
    },
    ELEMENT_TWICE {
        @Override
        String of(String xml, Random dice) {
            Matcher found = somewhere(xml, WHOLE, dice);
            return found == null
                    ? xml
                    : new StringBuilder(xml)
                            .insert(found.end(), found.group().repeat(1 + dice.nextInt(50)))
                            .toString();
        }
    },
    ELEMENT_AWAY {
        @Override
        String of(String xml, Random dice) {
            return replaced(xml, ANY, "", dice);
        }
    },
    NESTED {
        @Override
        String of(String xml, Random dice) {
            int depth = 1 + dice.nextInt(3000);
            return replaced(xml, GAP, "><x>".concat("<x>".repeat(depth)) + "</x>".repeat(depth) + "</x><", dice);
        }
    },
    BYTES {
        @Override
        String of(String xml, Random dice) {
            ByteMutation[] all = ByteMutation.values();
            byte[] changed = all[dice.nextInt(all.length)].of(xml.getBytes(StandardCharsets.UTF_8), dice);
            return new String(changed, StandardCharsets.ISO_8859_1);
        }
    };

    private static final Pattern TEXT = Pattern.compile("(?<=>)[^<>]{1,200}(?=</)");
    private static final Pattern ATTRIBUTES = Pattern.compile("(?<==\")[^\"<>]{0,200}(?=\")");
    private static final Pattern NUMBERS = Pattern.compile("(?<=[\">])\\d{1,9}(?=[\"<])");
    private static final Pattern ELEMENTS = Pattern.compile("(?<=<)\\w{1,20}(?=[ />])");
    private static final Pattern WHOLE =
            Pattern.compile("<(\\w{1,20})[^<>]{0,200}>[^<>]{0,200}</\\1>|<\\w{1,20}[^<>]{0,200}/>");
    private static final Pattern ANY = Pattern.compile("<[^<>]{1,300}>");
    private static final Pattern GAP = Pattern.compile("><");

    abstract String of(String xml, Random dice);

    /** The package with one to three of its parts changed so. */
    byte[] of(byte[] xlsx, Random dice) {
        Zips zips = Zips.of(xlsx);
        List<String> parts = zips.names().stream()
                .filter(name -> name.endsWith(".xml") || name.endsWith(".rels"))
                .toList();
        for (int i = 1 + dice.nextInt(3); i > 0; i--) {
            String part = parts.get(dice.nextInt(parts.size()));
            zips.with(part, of(zips.text(part), dice));
        }
        return zips.bytes();
    }

    private static String replaced(String xml, Pattern what, String with, Random dice) {
        Matcher found = somewhere(xml, what, dice);
        return found == null ? xml : xml.substring(0, found.start()) + with + xml.substring(found.end());
    }

    private static @org.jspecify.annotations.Nullable Matcher somewhere(String xml, Pattern what, Random dice) {
        Matcher matcher = what.matcher(xml);
        boolean found = !xml.isEmpty() && matcher.find(dice.nextInt(xml.length()))
                || matcher.reset().find();
        return found ? matcher : null;
    }
}
