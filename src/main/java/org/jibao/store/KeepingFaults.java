package org.jibao.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jibao.finding.Text;

/** What can go wrong with backing up, restoring and compacting. The store is as it was, whatever goes wrong here. */
public final class KeepingFaults {

    private static final int MOST_PARTS = 8;
    private static final int LONGEST_PART = 80;

    private final Path store;

    public KeepingFaults(Path store) {
        this.store = store;
    }

    public StoreException nothingToKeep() {
        return new StoreException(
                new Text(
                        "数据库 %s 不存在。请用 --store 写出正确的文件，或先运行 jibao collect".formatted(store),
                        "there is no store %s. Name the right file with --store, or run `jibao collect` first"
                                .formatted(store)),
                null);
    }

    public StoreException noBackup(Path backup) {
        return new StoreException(
                new Text(
                        "备份文件 %s 不存在。请核对文件名；备份默认在 %s".formatted(backup, BackupFolder.usual(store)),
                        "there is no backup %s. Check its name; backups are usually in %s"
                                .formatted(backup, BackupFolder.usual(store))),
                null);
    }

    public StoreException backupIsStore(Path backup) {
        return new StoreException(
                new Text(
                        "%s 就是数据库本身，不是备份。请写出备份文件".formatted(backup),
                        "%s is the store itself, no backup of it. Name a backup".formatted(backup)),
                null);
    }

    public StoreException backupGoesOn(Path folder) {
        return new StoreException(
                new Text(
                        "另一个程序正在向 %s 备份同一数据库。请等它结束后重试".formatted(folder),
                        "another process is writing a backup of the same store to %s. Wait for it to end, then run again"
                                .formatted(folder)),
                null);
    }

    public StoreException nothingPublishedYet(StoreException locked) {
        return new StoreException(
                new Text(
                        locked.text().zh() + "；可供备份的快照也还没有",
                        locked.text().en() + "; there is no snapshot yet to back up either"),
                locked);
    }

    /** The store is here the backup. What it says of itself is quoted no longer than a person reads. */
    public StoreException foreignParts(List<String> parts) {
        String zh = listed(parts, "、", "等共 %d 处");
        String en = listed(parts, ", ", " and more, %d in all");
        return new StoreException(
                new Text(
                        "备份 %s 里有不属于 Jibao 的内容（减号开头的是缺少的）：%s。它可能被人改过，已拒绝恢复，现有数据库未被改动；请改用可信来源的另一个备份"
                                .formatted(store, zh),
                        "the backup %s defines what is not Jibao's (a minus stands before what is missing): %s. Somebody may have changed it, so it is not restored and the present store was not touched; take another backup whose origin you know"
                                .formatted(store, en)),
                null);
    }

    private static String listed(List<String> parts, String between, String more) {
        String shown =
                parts.stream().limit(MOST_PARTS).map(KeepingFaults::quoted).collect(Collectors.joining(between));
        return parts.size() > MOST_PARTS ? shown + more.formatted(parts.size()) : shown;
    }

    private static String quoted(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints()
                .limit(LONGEST_PART)
                .forEach(point -> shown.appendCodePoint(
                        Character.isISOControl(point) || Character.getType(point) == Character.FORMAT
                                ? '\uFFFD'
                                : point));
        return shown.toString();
    }

    public StoreException copyDiffers(Path copy, String where) {
        return new StoreException(
                new Text(
                        "%s 的副本 %s 与原库不一致（%s），已弃用；原库未被改动。请检查磁盘和内存后重试".formatted(store, copy, where),
                        "the copy %s of the store %s differs from it (%s) and was given up; the store was not touched. Check the disk and the memory, then run again"
                                .formatted(copy, store, where)),
                null);
    }

    public StoreException cannotWrite(Path place, IOException e) {
        return new StoreException(
                new Text(
                        "无法写入 %s：%s。数据库 %s 完好；请检查目录权限和磁盘空间后重试".formatted(place, e, store),
                        "%s cannot be written: %s. The store %s is whole; check the folder's rights and the disk's space, then run again"
                                .formatted(place, e, store)),
                e);
    }
}
