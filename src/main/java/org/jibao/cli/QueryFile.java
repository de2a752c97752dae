package org.jibao.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.jibao.finding.Text;
import org.jibao.guard.OwnFiles;
import org.jibao.run.OperationalFailure;
import org.jibao.run.UnusableArgument;

/** A file to which rows are written as they are, whole or not at all; its owner alone may open it. */
final class QueryFile {

    private static final int BULK = 1 << 16;

    private final Path file;

    /** @throws UnusableArgument where the file is one of the store */
    QueryFile(Path file, Path store) {
        this.file = file.toAbsolutePath();
        String stem = store.getFileName().toString().replaceFirst("\\.duckdb$", "");
        boolean besideStore =
                store.toAbsolutePath().resolveSibling(this.file.getFileName()).equals(this.file);
        if (besideStore && this.file.getFileName().toString().startsWith(stem + ".")) {
            throw new UnusableArgument(new Text(
                    "%s 属于数据库，不能写入。请用 --output 指定另一个文件".formatted(file),
                    "%s belongs to the store and is not written. Name another file with --output".formatted(file)));
        }
    }

    void write(Consumer<PrintStream> content) {
        Path draft = file.resolveSibling("." + file.getFileName() + ".tmp");
        try {
            try {
                fill(draft, content);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new OperationalFailure(
                    new Text(
                            "无法写入 %s：%s。请检查文件夹是否存在、权限和磁盘空间后重试".formatted(file, e),
                            "%s cannot be written: %s. Check that its folder is there, its rights and the disk's space, and run again"
                                    .formatted(file, e)),
                    e);
        }
    }

    private static void fill(Path draft, Consumer<PrintStream> content) throws IOException {
        try (OutputStream stream = OwnFiles.write(draft);
                PrintStream out =
                        new PrintStream(new BufferedOutputStream(stream, BULK), false, StandardCharsets.UTF_8)) {
            content.accept(out);
            if (out.checkError()) {
                throw new IOException("the disk takes no more");
            }
        }
    }
}
