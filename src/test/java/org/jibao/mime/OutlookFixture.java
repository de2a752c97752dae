package org.jibao.mime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Messages as Outlook saves and packs them, written stream by stream. */
public final class OutlookFixture implements AutoCloseable {

    private final POIFSFileSystem files = new POIFSFileSystem();
    private final DirectoryEntry root;
    private int attachments;

    public OutlookFixture() {
        root = files.getRoot();
        bytes(root, "__properties_version1.0", new byte[32]);
    }

    private OutlookFixture(DirectoryEntry root) {
        this.root = root;
        bytes(root, "__properties_version1.0", new byte[24]);
    }

    /** A property that is a text, by its number. */
    public OutlookFixture text(String number, String value) {
        text(root, number, value);
        return this;
    }

    public OutlookFixture attach(String name, byte[] content) {
        DirectoryEntry folder = attachment();
        text(folder, "3707", name);
        bytes(folder, "__substg1.0_37010102", content);
        return this;
    }

    /** A message within this one. */
    public OutlookFixture attached(String name) {
        DirectoryEntry folder = attachment();
        text(folder, "3707", name);
        return new OutlookFixture(folder(folder, "__substg1.0_3701000D"));
    }

    private DirectoryEntry attachment() {
        DirectoryEntry folder = folder(root, "__attach_version1.0_#%08X".formatted(attachments++));
        bytes(folder, "__properties_version1.0", new byte[8]);
        return folder;
    }

    private static DirectoryEntry folder(DirectoryEntry within, String name) {
        try {
            return within.createDirectory(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void text(DirectoryEntry folder, String number, String value) {
        bytes(folder, "__substg1.0_" + number + "001F", value.getBytes(StandardCharsets.UTF_16LE));
    }

    private static void bytes(DirectoryEntry folder, String name, byte[] content) {
        try {
            folder.createDocument(name, new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] msg() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            files.writeFilesystem(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    /** A {@code winmail.dat} with one attachment. */
    public static byte[] winmail(byte[] name, byte[] content) {
        ByteBuffer bytes =
                ByteBuffer.allocate(200 + name.length + content.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0x223E9F78).putShort((short) 1);
        attribute(bytes, 0x9002, 6, new byte[14]);
        attribute(bytes, 0x8010, 1, name);
        attribute(bytes, 0x800F, 6, content);
        byte[] whole = new byte[bytes.position()];
        bytes.flip().get(whole);
        return whole;
    }

    private static void attribute(ByteBuffer bytes, int number, int type, byte[] content) {
        int sum = 0;
        for (byte value : content) {
            sum += value & 0xFF;
        }
        bytes.put((byte) 2).putShort((short) number).putShort((short) type).putInt(content.length);
        bytes.put(content).putShort((short) sum);
    }
}
