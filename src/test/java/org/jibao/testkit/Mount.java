package org.jibao.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Something mounted over a place, as only the system's administrator may: where that is not allowed, the test is skipped. */
public final class Mount implements AutoCloseable {

    private final Path place;

    private Mount(Path place) {
        this.place = place;
    }

    /** A small disk of memory. */
    public static Mount disk(Path folder, String size) throws IOException, InterruptedException {
        return mounted(folder, "mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
    }

    /** A small disk of memory that holds what the folder held. */
    public static Mount overlaid(Path folder, String size) throws IOException, InterruptedException {
        Path was = folder.resolveSibling(folder.getFileName() + ".was");
        Files.move(folder, was);
        Mount disk = disk(Files.createDirectory(folder), size);
        try (Stream<Path> below = Files.walk(was)) {
            for (Path path : below.skip(1).toList()) {
                Files.copy(path, folder.resolve(was.relativize(path)));
            }
        }
        return disk;
    }

    /** The folder as it is, but nobody can write there. */
    public static Mount readOnly(Path folder) throws IOException, InterruptedException {
        return mounted(folder, "mount", "-o", "bind,ro", folder.toString(), folder.toString());
    }

    /** A file that is there and every reading of which ends in an error of input and output, as on a bad disk. */
    public static Mount unreadable(Path file) throws IOException, InterruptedException {
        long process = ProcessHandle.current().pid();
        return mounted(file, "mount", "--bind", "/proc/" + process + "/mem", file.toString());
    }

    /** A folder that is there and cannot be listed, as of a network drive whose server has gone. */
    public static Mount unlistable(Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "600").start();
        try {
            return mounted(folder, "mount", "--bind", "/proc/" + process.pid(), folder.toString());
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** Whether the disk has another size now. */
    public boolean resize(String size) throws IOException, InterruptedException {
        return done("mount", "-o", "remount,size=" + size, place.toString());
    }

    private static Mount mounted(Path place, String... command) throws IOException, InterruptedException {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        assumeTrue(done(command), "nothing may be mounted here");
        return new Mount(place);
    }

    private static boolean done(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        done("umount", "-l", place.toString());
    }
}
