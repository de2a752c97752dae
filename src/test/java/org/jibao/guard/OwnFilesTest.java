package org.jibao.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Rights of what is made, whatever the umask of the process is. */
@DisabledOnOs(OS.WINDOWS)
class OwnFilesTest {

    @TempDir
    private Path folder = Path.of("");

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static Path open(Path path, String rights) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }

    @Test
    void makesFoldersAndFilesForTheirOwnerAlone() throws IOException {
        OwnFiles.folders(folder.resolve("a/b"));
        assertEquals("rwx------", rights(folder.resolve("a")));
        assertEquals("rwx------", rights(folder.resolve("a/b")));
        Path file = OwnFiles.write(folder.resolve("a/text"), "one");
        assertEquals("rw-------", rights(file));
        OwnFiles.write(file, new byte[] {'2'});
        assertEquals("2", Files.readString(file));
        try (OutputStream stream = OwnFiles.write(folder.resolve("stream"));
                FileChannel channel = OwnFiles.channel(folder.resolve("channel"), StandardOpenOption.WRITE)) {
            stream.write('3');
            assertTrue(channel.isOpen());
        }
        assertEquals("rw-------", rights(folder.resolve("stream")));
        assertEquals("rw-------", rights(folder.resolve("channel")));
    }

    @Test
    void takesRightsFromAFileThatOthersCouldOpenButNoneFromAFolder() throws IOException {
        Path file = open(Files.createFile(folder.resolve("old")), "rw-rw-r--");
        Path shared = open(Files.createDirectory(folder.resolve("shared")), "rwxr-xr-x");
        assertTrue(OwnFiles.tighten(file));
        assertFalse(OwnFiles.tighten(file));
        assertFalse(OwnFiles.tighten(folder.resolve("none")));
        assertFalse(OwnFiles.tighten(shared));
        OwnFiles.folders(shared);
        assertEquals("rw-------", rights(file));
        assertEquals("rwxr-xr-x", rights(shared));
    }

    @Test
    void tightensNoFileBehindALink() throws IOException {
        Path file = open(Files.createFile(folder.resolve("target")), "rw-r--r--");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        assertFalse(OwnFiles.tighten(link));
        assertEquals("rw-r--r--", rights(file));
    }

    @Test
    void sharesAFileWithThoseForWhomItsFolderIs() throws IOException {
        Path group = open(Files.createDirectory(folder.resolve("group")), "rwxr-x---");
        Path all = open(Files.createDirectory(folder.resolve("all")), "rwxrwxr-x");
        Path nobody = open(Files.createDirectory(folder.resolve("nobody")), "rwx------");
        for (Path one : new Path[] {group, all, nobody}) {
            OwnFiles.share(OwnFiles.write(one.resolve("file"), "text"));
        }
        assertEquals("rw-r-----", rights(group.resolve("file")));
        assertEquals("rw-r--r--", rights(all.resolve("file")));
        assertEquals("rw-------", rights(nobody.resolve("file")));
        OwnFiles.sharedFolder(group.resolve("versions"));
        assertEquals("rwxr-x---", rights(group.resolve("versions")));
    }
}
