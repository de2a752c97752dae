package org.jibao.desk;

import org.jibao.desk.http.Answer;
import org.jibao.desk.http.Call;

/** One kind of page, or of what a page asks for. */
@FunctionalInterface
interface Page {

    /**
     * @param call whose path begins with job, period and the name of this page
     * @throws org.jibao.desk.http.RefusedCall where what is asked for is not there
     */
    Answer answer(Call call, DeskFrame frame);
}
