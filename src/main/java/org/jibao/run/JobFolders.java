package org.jibao.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.InboxDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.finding.Text;
import org.jibao.guard.InvisibleCharacters;

/** The folder of job folders. */
public final class JobFolders {

    private static final int LONGEST_SHOWN = 80;

    private JobFolders() {}

    /**
     * The jobs there are, by name; what they share is none.
     *
     * @throws UnusableArgument where the folder is none
     */
    public static List<String> names(Path jobs) {
        if (!Files.isDirectory(jobs)) {
            throw new UnusableArgument(new Text(
                    "任务目录 %s 不存在或不是目录。请在程序所在目录运行，或用 --jobs 指定".formatted(jobs),
                    "the folder of jobs %s is not a folder. Run in the folder that holds it, or name it with --jobs"
                            .formatted(jobs)));
        }
        try (Stream<Path> folders = Files.list(jobs)) {
            return folders.filter(folder -> Files.exists(folder.resolve("job.yaml")))
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals(JobLoader.COMMON))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(jobs, e);
        }
    }

    /**
     * One of them.
     *
     * @throws UnusableArgument where there is none of this name, naming those there are
     */
    public static JobDefinition load(Path jobs, String name) {
        return load(jobs, name, inbox -> {}, fingerprint -> Optional.empty());
    }

    /** The same, see {@link JobLoader#load(Path, Consumer, Function)}. */
    static JobDefinition load(
            Path jobs, String name, Consumer<InboxDefinition> early, Function<String, Optional<String>> known) {
        return read(jobs, name, folder -> JobLoader.load(folder, early, known));
    }

    /** What {@code job.yaml} of one of them says, see {@link JobLoader#head(Path)}. */
    public static JobDefinition head(Path jobs, String name) {
        return read(jobs, name, JobLoader::head);
    }

    /**
     * A job's name as it was given; it becomes part of paths, so that it is a name and no path.
     *
     * @throws UnusableArgument where no job can be called so
     */
    public static String name(String given) {
        if (!JobLoader.isName(given)) {
            String shown = shown(given);
            throw new UnusableArgument(new Text(
                    "任务名“%s”不合规：这里写 --jobs 目录下任务文件夹的名称，不写路径；以小写字母开头，只用小写字母、数字和连字符，如 quarterly-disclosure"
                            .formatted(shown),
                    "\"%s\" is no job's name: give the name of a folder in --jobs and no path; it begins with a lower-case letter and has lower-case letters, digits and hyphens, such as quarterly-disclosure"
                            .formatted(shown)));
        }
        return given;
    }

    private static String shown(String given) {
        StringBuilder shown = new StringBuilder();
        given.codePoints()
                .limit(LONGEST_SHOWN)
                .forEach(point -> shown.appendCodePoint(InvisibleCharacters.include(point) ? '\uFFFD' : point));
        return shown.toString();
    }

    private static JobDefinition read(Path jobs, String name, Function<Path, JobDefinition> reader) {
        Path folder = jobs.resolve(name(name));
        if (name.equals(JobLoader.COMMON) || !Files.isDirectory(folder)) {
            throw unknown(jobs, name);
        }
        try {
            return reader.apply(folder);
        } catch (UncheckedIOException e) {
            throw unreadable(folder, java.util.Objects.requireNonNull(e.getCause()));
        }
    }

    private static UnusableArgument unknown(Path jobs, String name) {
        String names = String.join(", ", names(jobs));
        return new UnusableArgument(new Text(
                "%s 里没有任务“%s”，有的是：%s。请用 --job 写其中之一，或用 --jobs 另指目录".formatted(jobs, name, names),
                "there is no job \"%s\" in %s; there are: %s. Name one of them with --job, or another folder with --jobs"
                        .formatted(name, jobs, names)));
    }

    private static OperationalFailure unreadable(Path folder, IOException cause) {
        return new OperationalFailure(
                new Text(
                        "无法读取任务目录 %s：%s。请检查权限后重试".formatted(folder, cause),
                        "the job folder %s cannot be read: %s. Check its rights and run again"
                                .formatted(folder, cause)),
                cause);
    }
}
