package org.jibao.summary.sheet;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Copies a ZIP so that the copy's bytes depend on its contents alone: entries keep their order and lose their times. */
public final class SteadyZip {
    /** A month after the earliest time of a ZIP: to the earliest, Java adds a field with the machine's time zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private SteadyZip() {}

    static void copy(Path source, Path target) throws IOException {
        try (ZipFile from = new ZipFile(source.toFile());
                ZipOutputStream to = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
            for (Enumeration<? extends ZipEntry> entries = from.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                try (InputStream content = from.getInputStream(entry)) {
                    copy(entry, content, to);
                }
            }
        }
    }

    /** The same of a small ZIP that is held. */
    public static byte[] of(byte[] source) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream(source.length);
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(source));
                ZipOutputStream to = new ZipOutputStream(target)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                copy(entry, from, to);
            }
        }
        return target.toByteArray();
    }

    private static void copy(ZipEntry entry, InputStream content, ZipOutputStream to) throws IOException {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(NO_TIME);
        to.putNextEntry(copy);
        content.transferTo(to);
        to.closeEntry();
    }
}
