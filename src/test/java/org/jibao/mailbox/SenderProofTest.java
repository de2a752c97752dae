package org.jibao.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jibao.mailbook.MailRecord.Proof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SenderProofTest {

    private static final List<String> SERVERS = List.of("mx.example.cn");

    private static Proof proof(String from, String... headers) {
        return SenderProof.of(from, List.of(headers), SERVERS).proof();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mx.example.cn; dmarc=pass header.from=town.gov.cn | PROVEN",
                "mx.example.cn 1; dmarc=pass (p=none dis=none) header.from=town.gov.cn | PROVEN",
                "MX.Example.CN; DMARC=Pass header.from=Town.gov.cn | PROVEN",
                "mx.example.cn; dkim=pass header.d=town.gov.cn | PROVEN",
                "mx.example.cn; dkim=pass header.i=@mail.town.gov.cn | PROVEN",
                "mx.example.cn; spf=pass smtp.mailfrom=office@town.gov.cn | PROVEN",
                "mx.example.cn; spf=fail smtp.mailfrom=x@town.gov.cn; dkim=pass header.d=town.gov.cn | PROVEN",
                "mx.example.cn; dmarc=fail header.from=town.gov.cn | REFUTED",
                "mx.example.cn; spf=fail smtp.mailfrom=town.gov.cn | REFUTED",
                "mx.example.cn; dmarc=fail header.from=town.gov.cn; spf=pass smtp.mailfrom=town.gov.cn | REFUTED",
                "mx.example.cn; none | CLAIMED",
                "mx.example.cn | CLAIMED",
                "mx.example.cn; spf=softfail smtp.mailfrom=town.gov.cn | CLAIMED",
                "mx.example.cn; dmarc=none header.from=town.gov.cn | CLAIMED",
                "mx.example.cn; dmarc=pass header.from=other.example | CLAIMED",
                "mx.example.cn; spf=pass smtp.mailfrom=other.example | CLAIMED",
                "mx.example.cn; spf=pass smtp.mailfrom=eviltown.gov.cn | CLAIMED",
                "mx.example.cn; dkim=pass header.d=cn | CLAIMED",
                "mx.example.cn; dkim=pass header.d=town.gov.cn.evil.example | CLAIMED",
                "mx.example.cn; spf=fail (dmarc=pass header.from=town.gov.cn) smtp.mailfrom=other.example | CLAIMED",
                "mx.example.cn; spf=none reason=\"; dmarc=pass header.from=town.gov.cn\" | CLAIMED",
                "evil.example; dmarc=pass header.from=town.gov.cn | CLAIMED",
                "mx.example.cn.evil.example; dmarc=pass header.from=town.gov.cn | CLAIMED",
                "(mx.example.cn;) evil.example; dmarc=pass header.from=town.gov.cn | CLAIMED"
            })
    void believesTheReceivingServerAlone(String header, Proof proof) {
        assertEquals(proof, proof("office@town.gov.cn", header));
    }

    @Test
    void believesTheFirstHeaderOfThatServer() {
        String real = "mx.example.cn; dmarc=fail header.from=town.gov.cn";
        String forged = "mx.example.cn; dmarc=pass header.from=town.gov.cn";
        assertEquals(Proof.REFUTED, proof("a@town.gov.cn", real, forged));
        assertEquals(Proof.CLAIMED, proof("a@town.gov.cn", "mx.example.cn; none", forged));
        assertEquals(Proof.PROVEN, proof("a@town.gov.cn", "relay.example; spf=fail", forged));
    }

    @Test
    void provesNothingWithoutOneAddressOrANamedServer() {
        String pass = "mx.example.cn; dmarc=pass header.from=town.gov.cn";
        assertEquals(Proof.CLAIMED, proof("", pass));
        assertEquals(
                Proof.CLAIMED,
                SenderProof.of("a@town.gov.cn", List.of(pass), List.of()).proof());
    }
}
