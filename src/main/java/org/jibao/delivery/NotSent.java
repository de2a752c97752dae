package org.jibao.delivery;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jibao.finding.Text;

/**
 * A mail that did not go, put into words.
 *
 * @param handedOver whether the server may have the whole of it: it was silent after the last byte
 * @param expired whether the mail's time was used up
 */
record NotSent(MailServer server, List<String> recipients, boolean handedOver, boolean expired) {

    private static final Text PASSWORD = new Text("请检查 JIBAO_SMTP_USER 和密码", "Check JIBAO_SMTP_USER and the password");

    private static final Text ADDRESSES = new Text(
            "请检查 job.yaml 中 delivery 的收件地址和发件地址", "Check the addresses under delivery in job.yaml, the sender's too");

    private static final Text CONNECTION = new Text(
            "请检查服务器是否可达，以及 JIBAO_SMTP_HOST、JIBAO_SMTP_PORT、JIBAO_SMTP_SECURITY",
            "Check that it can be reached, and JIBAO_SMTP_HOST, JIBAO_SMTP_PORT and JIBAO_SMTP_SECURITY");

    private static final Text PERHAPS_TAKEN = new Text(
            "整封信已交给服务器，它可能已经收下；再发的是同一个 Message-ID，邮件程序认得出是同一封",
            "The whole of it had been handed over, the server may have taken it; what is sent again has the same Message-ID, by which mail programs know it");

    MailException because(MessagingException e) {
        if (e instanceof AuthenticationFailedException) {
            return refused(recipients, e, PASSWORD);
        }
        if (e instanceof SendFailedException refused) {
            return refused(remaining(refused), e, ADDRESSES);
        }
        return refused(recipients, e, handedOver ? PERHAPS_TAKEN : CONNECTION);
    }

    private List<String> remaining(SendFailedException e) {
        Set<String> sent = Stream.of(e.getValidSentAddresses() == null ? new Address[0] : e.getValidSentAddresses())
                .map(Address::toString)
                .collect(Collectors.toSet());
        return recipients.stream().filter(address -> !sent.contains(address)).toList();
    }

    private MailException refused(List<String> remaining, MessagingException e, Text cure) {
        Text why = why(innermost(e));
        return new MailException(
                new Text(
                        "邮件服务器 %s 没有收下给 %s 的邮件：%s。邮件已保留，以后的运行会再发；%s"
                                .formatted(server, String.join("、", remaining), why.zh(), cure.zh()),
                        "the mail server %s did not take the mail to %s: %s. It is kept and tried again by later runs. %s"
                                .formatted(server, String.join(", ", remaining), why.en(), cure.en())),
                remaining,
                e);
    }

    private Text why(Throwable inner) {
        if (expired) {
            String seconds = MailTimeouts.seconds(server.patience().mail());
            return new Text("一封信 %s 秒还没有发完".formatted(seconds), "one mail took more than %s s".formatted(seconds));
        }
        if (inner instanceof SocketTimeoutException) {
            String seconds = MailTimeouts.seconds(server.patience().answer());
            return new Text("%s 秒没有回答".formatted(seconds), "no answer within %s s".formatted(seconds));
        }
        return Text.same(
                String.valueOf(inner.getMessage()).strip().lines().findFirst().orElse(inner.toString()));
    }

    /** The outer words only say that sending failed. */
    private static Throwable innermost(MessagingException e) {
        Throwable inner = e;
        while (inner instanceof MessagingException outer && outer.getNextException() != null) {
            inner = outer.getNextException();
        }
        return inner;
    }
}
