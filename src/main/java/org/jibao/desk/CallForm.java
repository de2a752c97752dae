package org.jibao.desk;

import org.jibao.app.Jibao;
import org.jibao.calls.CallNote;
import org.jibao.desk.http.Call;

/** The form that notes a call to a unit. */
final class CallForm {

    private CallForm() {}

    /**
     * Notes what was sent; the officer's name is kept for the next form.
     *
     * @throws org.jibao.run.UnusableArgument where the note or the name cannot be taken
     */
    static void note(Jibao jibao, Call call, String unit) {
        CallNote note = jibao.called(unit, Officer.named(call), call.sent("note"));
        call.session().officer(note.by());
    }
}
