package org.jibao.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Takes a workbook's package apart and puts it together otherwise, to make defective ones. */
public final class Zips {

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private Zips() {}

    public static Zips empty() {
        return new Zips();
    }

    public static Zips of(byte[] zip) {
        Zips zips = new Zips();
        try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                zips.parts.put(entry.getName(), stream.readAllBytes());
            }
            return zips;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Zips with(String part, String text) {
        return with(part, text.getBytes(StandardCharsets.UTF_8));
    }

    public Zips with(String part, byte[] content) {
        parts.put(part, content);
        return this;
    }

    public Set<String> names() {
        return parts.keySet();
    }

    /** What a part holds. */
    public String text(String part) {
        return new String(parts.get(part), StandardCharsets.UTF_8);
    }

    /** The bytes of a part. */
    public byte[] bytes(String part) {
        return java.util.Objects.requireNonNull(parts.get(part)).clone();
    }

    public Zips without(String part) {
        if (parts.remove(part) == null) {
            throw new IllegalArgumentException("no part " + part + " in " + parts.keySet());
        }
        return this;
    }

    /** A part's text changed; it must be there, and must change. */
    public Zips change(String part, UnaryOperator<String> change) {
        String before = new String(parts.get(part), StandardCharsets.UTF_8);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException(part + " is unchanged: " + before);
        }
        return with(part, after);
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream stream = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                stream.putNextEntry(new ZipEntry(part.getKey()));
                stream.write(part.getValue());
                stream.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
