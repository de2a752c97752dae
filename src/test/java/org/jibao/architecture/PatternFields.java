package org.jibao.architecture;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jibao.App;

/** The constants of the program that hold a compiled regular expression. */
final class PatternFields {

    private static final String CLASS = ".class";

    private PatternFields() {}

    /** By class and name. */
    static Map<String, Pattern> ofProgram() throws Exception {
        Map<String, Pattern> patterns = new TreeMap<>();
        for (Class<?> type : classes()) {
            for (Field field : type.getDeclaredFields()) {
                if (isPattern(field)) {
                    field.setAccessible(true);
                    patterns.put(type.getName() + "." + field.getName(), (Pattern) field.get(null));
                }
            }
        }
        return patterns;
    }

    /** How many there are, by the file that their class stands in. */
    static Map<String, Long> countByFile() throws Exception {
        Map<String, Long> counts = new TreeMap<>();
        for (Class<?> type : classes()) {
            String name = type.getName();
            String outer = name.substring(name.lastIndexOf('.') + 1).replaceFirst("\\$.*", "");
            long count = Stream.of(type.getDeclaredFields())
                    .filter(PatternFields::isPattern)
                    .count();
            counts.merge(outer + ".java", count, Long::sum);
        }
        return counts;
    }

    private static boolean isPattern(Field field) {
        return field.getType() == Pattern.class && Modifier.isStatic(field.getModifiers());
    }

    private static List<Class<?>> classes() throws Exception {
        Path root = Path.of(
                App.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(root.resolve("org/jibao"))) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(CLASS) && !name.endsWith("-info.class"))
                    .sorted()
                    .<Class<?>>map(PatternFields::load)
                    .toList();
        }
    }

    private static Class<?> load(String file) {
        try {
            String name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
            return Class.forName(name, false, PatternFields.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
