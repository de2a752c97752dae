package org.jibao.mime;

import java.util.List;
import java.util.Locale;

/**
 * Whether a text links to a large attachment that lies on the sender's server, as the mail services of China write it:
 * QQ and exmail, 163, 126 and yeah, 139, 189, sina, Aliyun. The link is never followed.
 */
final class LargeLinks {

    private static final List<String> WORDS = List.of(
            "超大附件", "云附件", "雲附件", "文件中转站", "网盘附件", "大附件下载", "largeattachment", "large attachment", "cloud attachment");

    private static final List<String> PLACES = List.of(
            "mail.qq.com/cgi-bin/ftn",
            "mail.qq.com/ftn/",
            "exmail.qq.com/cgi-bin/ftn",
            "exmail.qq.com/ftn/",
            "cloud-attachment",
            "large-attachment-download",
            "fs.163.com/",
            "u.163.com/",
            "mail.10086.cn/",
            "disk.mail.10086.cn",
            "largeattach",
            "bigattach",
            "mail.sina.com.cn/filecenter",
            "qiye.aliyun.com/alimail/");

    private LargeLinks() {}

    static boolean in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean linked = lower.contains("http://") || lower.contains("https://");
        return linked
                && (WORDS.stream().anyMatch(lower::contains) || PLACES.stream().anyMatch(lower::contains));
    }
}
