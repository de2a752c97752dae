package org.jibao.workbook;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.jibao.guard.OwnFiles;

/** ZIPs whose bytes depend on their contents alone: entries have an order and no times. */
public final class ReproducibleZip {
    /** A month after the earliest time of a ZIP: to the earliest, Java adds a field with the machine's time zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private ReproducibleZip() {}

    /** Copies a ZIP, its entries in their order. */
    public static void copy(Path source, Path target) throws IOException {
        try (ZipFile from = new ZipFile(source.toFile());
                ZipOutputStream to = new ZipOutputStream(new BufferedOutputStream(OwnFiles.write(target)))) {
            for (Enumeration<? extends ZipEntry> entries = from.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                try (InputStream content = from.getInputStream(entry)) {
                    add(to, entry.getName(), content);
                }
            }
        }
    }

    /**
     * Writes a package whose large parts are in a ZIP already: these are taken as they are, in their place among the others, which
     * are held.
     *
     * @param others writes a ZIP of all parts; of those that {@code large} has too, only their place counts
     */
    static void join(Content others, Path large, Path target) throws IOException {
        ByteArrayOutputStream held = new ByteArrayOutputStream();
        others.write(held);
        try (org.apache.commons.compress.archivers.zip.ZipFile taken =
                        org.apache.commons.compress.archivers.zip.ZipFile.builder()
                                .setPath(large)
                                .get();
                ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(held.toByteArray()));
                ZipArchiveOutputStream to =
                        new ZipArchiveOutputStream(new BufferedOutputStream(OwnFiles.write(target)))) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                ZipArchiveEntry same = taken.getEntry(entry.getName());
                if (same != null) {
                    to.addRawArchiveEntry(timeless(same), taken.getRawInputStream(same));
                } else {
                    to.putArchiveEntry(timeless(new ZipArchiveEntry(entry.getName())));
                    from.transferTo(to);
                    to.closeArchiveEntry();
                }
            }
        }
    }

    private static ZipArchiveEntry timeless(ZipArchiveEntry entry) {
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    /** Writes a ZIP. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** The same of a small ZIP that is held. */
    public static byte[] of(byte[] source) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream(source.length);
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(source));
                ZipOutputStream to = new ZipOutputStream(target)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                add(to, entry.getName(), from);
            }
        }
        return target.toByteArray();
    }

    /** Puts files into one ZIP, in their order, by their own names. */
    public static void bundle(List<Path> files, Path target) throws IOException {
        try (ZipOutputStream to = new ZipOutputStream(new BufferedOutputStream(OwnFiles.write(target)))) {
            for (Path file : files) {
                try (InputStream content = Files.newInputStream(file)) {
                    add(to, file.getFileName().toString(), content);
                }
            }
        }
    }

    private static void add(ZipOutputStream to, String name, InputStream content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        to.putNextEntry(entry);
        content.transferTo(to);
        to.closeEntry();
    }
}
