package org.jibao.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.jibao.finding.Text;

/** What can go wrong with people's SQL and the snapshot it reads. Nothing of value is ever at stake here. */
public final class SnapshotFaults {

    private final Path snapshot;

    public SnapshotFaults(Path snapshot) {
        this.snapshot = snapshot;
    }

    StoreException nothingPublished() {
        return new StoreException(
                new Text(
                        "没有可供查询的快照 %s：尚未完成过一次收集。请先运行 jibao collect".formatted(snapshot),
                        "there is no snapshot %s to read yet: nothing has been collected. Run `jibao collect` first"
                                .formatted(snapshot)),
                null);
    }

    public StoreException opening(SQLException e) {
        return damaged(e);
    }

    /** A statement that was not answered. */
    StoreException running(SQLException e) {
        String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (words.contains("corrupt") || words.contains("checksum")) {
            return damaged(e);
        }
        if (words.contains("out of memory")) {
            return tooLarge(e);
        }
        if (words.contains("maximum execution time")) {
            return tooLong(e);
        }
        return refused(e);
    }

    private StoreException refused(SQLException e) {
        String why = Faults.firstLine(e);
        return new StoreException(
                new Text(
                        "查询没有执行：%s。请核对 SQL：这里只能用 SELECT 读取已发布的数据，不能改动，也不能读写其他文件".formatted(why),
                        "the query was not run: %s. Check the SQL: it can only SELECT from what was published, change nothing and touch no other file"
                                .formatted(why)),
                e);
    }

    private StoreException tooLong(SQLException e) {
        int seconds = Engine.SANDBOX_MILLISECONDS / 1000;
        return new StoreException(
                new Text(
                        "查询超过 %d 秒，已停止。请缩小范围（加 WHERE，先汇总再连接）后重试".formatted(seconds),
                        "the query took longer than %d seconds and was stopped. Ask for less (add a WHERE, aggregate before you join) and run it again"
                                .formatted(seconds)),
                e);
    }

    private StoreException tooLarge(SQLException e) {
        String why = Faults.firstLine(e);
        return new StoreException(
                new Text(
                        "查询所需内存超过上限：%s。请缩小范围（加 WHERE，先汇总再连接）后重试".formatted(why),
                        "the query needs more memory than it may have: %s. Ask for less (add a WHERE, aggregate before you join) and run it again"
                                .formatted(why)),
                e);
    }

    private StoreException damaged(SQLException e) {
        String why = Faults.firstLine(e);
        return new StoreException(
                new Text(
                        "快照 %s 无法读取，可能已损坏：%s。它只是一份副本：请删除它，再运行 jibao collect，即重新生成".formatted(snapshot, why),
                        "the snapshot %s cannot be read, it may be damaged: %s. It is only a copy: delete it and run `jibao collect`, which makes it anew"
                                .formatted(snapshot, why)),
                e);
    }
}
