package org.jibao.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnSlipTest {

    @Test
    void knowsItsListAndCopiesOfItAndNoOtherSheet() {
        List<String> names = List.of("退回说明", " 退回说明", "退回说明 (2)", "退回说明（3）", "退回说明表", "审核说明", "退回");
        assertEquals(
                List.of("退回说明", " 退回说明", "退回说明 (2)", "退回说明（3）"),
                names.stream().filter(ReturnSlip::isList).toList());
    }
}
