package org.jibao.federation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jibao.finding.Wording;
import org.jibao.guard.OwnFiles;
import org.jibao.inbox.ZipPackage;
import org.jspecify.annotations.Nullable;

/**
 * The ZIP of a package, bounded before anything in it is unpacked. A name in it is only ever compared; what is unpacked
 * goes under a name of ours.
 */
final class PackageZip {

    private static final Wording WORDS = Wording.of(PackageZip.class);

    /** Size as received: a province with 20,000 returns is some 100 MiB. */
    static final int MOST_MEBIBYTES = 512;

    /** All parts together, unpacked: their columns are packed already. */
    static final int MOST_UNPACKED_MEBIBYTES = 1024;

    /** Unpacked to packed size of a part of more than 1 MiB: what is packed already hardly shrinks. */
    static final int DENSEST = 20;

    /** Parts: a job has a dozen. */
    static final int MOST_PARTS = 200;

    /** The manifest, and the signature. */
    static final int MOST_MANIFEST_KIBIBYTES = 256;

    private static final long MEBIBYTE = 1 << 20;

    private final ZipPackage zip;

    private PackageZip(ZipPackage zip) {
        this.zip = zip;
    }

    /** Null where the bounds are passed, or it is no package; then why is among the refusals. */
    static @Nullable PackageZip open(Path file, Refusals refusals) throws IOException {
        long size = Files.size(file);
        if (size > MOST_MEBIBYTES * MEBIBYTE) {
            refusals.add("package-too-large", WORDS.text("check.too-large", size / MEBIBYTE, MOST_MEBIBYTES));
            return null;
        }
        try {
            PackageZip opened = new PackageZip(ZipPackage.of(file));
            opened.judge(refusals);
            return refusals.none() ? opened : null;
        } catch (ZipPackage.OversizedException e) {
            refusals.add("package-too-many-parts", WORDS.text("check.too-many-parts", MOST_PARTS));
        } catch (ZipPackage.DamagedException e) {
            if (e.detail().equals("zip-twins")) {
                refusals.add("package-name-twice", WORDS.text("check.name-twice"));
            } else {
                refusals.add("package-damaged", WORDS.text("check.damaged"));
            }
        }
        return null;
    }

    private void judge(Refusals refusals) {
        Set<String> names = zip.names();
        if (names.size() > MOST_PARTS) {
            refusals.add("package-too-many-parts", WORDS.text("check.too-many-parts", MOST_PARTS));
            return;
        }
        if (!names.containsAll(List.of(PackageManifest.NAME, PackageManifest.SIGNATURE))) {
            refusals.add("package-none", WORDS.text("check.none"));
            return;
        }
        long unpacked = 0;
        for (String name : names) {
            long size = Math.max(0, zip.unpackedSize(name));
            unpacked = Math.addExact(unpacked, Math.min(size, Integer.MAX_VALUE));
            if (size > MEBIBYTE && size / Math.max(1, zip.packedSize(name)) > DENSEST) {
                refusals.add("package-too-dense", WORDS.text("check.too-dense", Refusals.shown(name), DENSEST));
            }
        }
        if (unpacked > MOST_UNPACKED_MEBIBYTES * MEBIBYTE) {
            refusals.add(
                    "package-too-large", WORDS.text("check.unpacked", unpacked / MEBIBYTE, MOST_UNPACKED_MEBIBYTES));
        }
    }

    Set<String> names() {
        return zip.names();
    }

    /**
     * A small part.
     *
     * @throws IOException where it is larger than the manifest may be, or damaged
     */
    byte[] small(String name) throws IOException {
        int most = MOST_MANIFEST_KIBIBYTES << 10;
        try (InputStream in = zip.open(name)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new IOException("larger than a manifest");
            }
            return bytes;
        }
    }

    /**
     * Unpacks a part.
     *
     * @param bytes its size; of what has more, no more is written
     * @return the SHA-256 of what it has, or empty where its size is another
     * @throws IOException where it is damaged, or the target cannot be written
     */
    String unpack(String name, long bytes, Path target) throws IOException {
        MessageDigest digest = sha256();
        long left = bytes;
        try (InputStream in = zip.open(name);
                OutputStream out = OwnFiles.write(target)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                left -= read;
                if (left < 0) {
                    return "";
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return left == 0 ? HexFormat.of().formatHex(digest.digest()) : "";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
