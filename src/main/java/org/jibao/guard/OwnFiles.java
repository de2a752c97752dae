package org.jibao.guard;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.CopyOption;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Makes files and folders that their owner alone may open: 0600 and 0700, whatever the umask is. Where the file system knows no
 * such rights, as on Windows, those of the folder hold.
 */
public final class OwnFiles {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");
    private static final Set<PosixFilePermission> READERS = PosixFilePermissions.fromString("---r--r--");

    private OwnFiles() {}

    /** Makes a folder and those above it that are not there; one that is there keeps its rights. */
    public static Path folders(Path folder) throws IOException {
        return Files.createDirectories(folder, attributes(FOLDER));
    }

    /** Makes the folder in which a file is to lie. */
    public static void folderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            folders(folder);
        }
    }

    /** Makes a folder within one that others may use too, with the rights of that; one that is there keeps its own. */
    public static void sharedFolder(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (Files.isDirectory(folder) || parent == null) {
            return;
        }
        folders(folder);
        if (POSIX) {
            give(
                    Files.getFileAttributeView(folder, PosixFileAttributeView.class),
                    Files.getPosixFilePermissions(parent));
        }
    }

    /** A share of another system may know no rights, and then has those that it was mounted with. */
    private static void give(PosixFileAttributeView file, Set<PosixFilePermission> rights) {
        try {
            file.setPermissions(rights);
        } catch (IOException mountedWithoutRights) {
            // What is there can be read by whom the mount says.
        }
    }

    /** Opens a file to be written, made or emptied. */
    public static OutputStream write(Path file) throws IOException {
        make(file);
        return Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    public static Path write(Path file, String text) throws IOException {
        make(file);
        return Files.writeString(file, text, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    public static Path write(Path file, byte[] bytes) throws IOException {
        make(file);
        return Files.write(file, bytes, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Opens a channel on a file, made where it is not there. */
    public static FileChannel channel(Path file, OpenOption... options) throws IOException {
        make(file);
        return FileChannel.open(file, options);
    }

    /** Copies a file; the copy has none of the rights of the original. */
    public static Path copy(Path from, Path to, CopyOption... options) throws IOException {
        Path copy = Files.copy(from, to, options);
        tighten(copy);
        return copy;
    }

    /** Makes an empty file where there is none, and takes from one that is there the rights of others. */
    public static void make(Path file) throws IOException {
        try {
            Files.createFile(file, attributes(FILE));
        } catch (FileAlreadyExistsException there) {
            tighten(file);
        }
    }

    /**
     * Takes from a file of our own the rights of others; nothing where it is not there, is another's, a folder, or a link.
     *
     * @return whether others could open it before
     */
    public static boolean tighten(Path file) throws IOException {
        if (!POSIX || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Set<PosixFilePermission> rights = EnumSet.noneOf(PosixFilePermission.class);
        rights.addAll(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
        if (!rights.removeAll(OTHERS)) {
            return false;
        }
        try {
            Files.setPosixFilePermissions(file, rights);
        } catch (IOException ofAnother) {
            return false;
        }
        return true;
    }

    /** Whether others than its owner may enter a folder or open a file; false where nothing is known of it. */
    public static boolean isOpenToOthers(Path path) {
        try {
            return POSIX && Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains);
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    /** Gives a file to those whom its folder is for: each who may list the folder may read it, and it is of the folder's group. */
    public static void share(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (!POSIX || folder == null) {
            return;
        }
        Set<PosixFilePermission> rights = EnumSet.copyOf(FILE);
        for (PosixFilePermission right : Files.getPosixFilePermissions(folder)) {
            if (READERS.contains(right)) {
                rights.add(right);
            }
        }
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        try {
            view.setGroup(
                    Files.readAttributes(folder, PosixFileAttributes.class).group());
        } catch (IOException notOfThatGroup) {
            // Then it is for all others, where the folder is, and for the writer's own group.
        }
        give(view, rights);
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> rights) {
        return POSIX ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)} : new FileAttribute<?>[0];
    }
}
