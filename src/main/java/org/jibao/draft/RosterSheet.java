package org.jibao.draft;

import java.util.ArrayList;
import java.util.List;
import org.jibao.draft.DraftForm.Register;
import org.jibao.draft.Workbook.ListedUnit;

/** A sheet that lists units and asks for nothing: names, codes, and whom to call. */
final class RosterSheet {

    private static final int MOST = 5_000;

    private RosterSheet() {}

    /** Empty where the register is no such list. */
    static List<ListedUnit> units(Register register) {
        int name = -1;
        int code = -1;
        for (DraftLabel field : register.fields()) {
            String words = field.words();
            if (name < 0 && Vocabulary.UNIT_NAME.is(words)) {
                name = field.place().column();
            } else if (code < 0 && (Vocabulary.UNIT_CODE.is(words) || Vocabulary.SERIAL.is(words))) {
                code = field.place().column();
            } else if (!Vocabulary.COVER_OTHER.is(words) && !Vocabulary.UNIT_KIND.is(words)) {
                return List.of();
            }
        }
        return name < 0 ? List.of() : units(register, name, code);
    }

    private static List<ListedUnit> units(Register register, int name, int code) {
        List<ListedUnit> units = new ArrayList<>();
        SheetView view = register.view();
        for (int row = register.bottom() + 1; row < view.rows() && units.size() < MOST; row++) {
            Spot unit = view.at(row, name);
            if (unit.words() && !Vocabulary.TOTAL.is(unit.text()) && !Vocabulary.NOTE.begins(unit.text())) {
                units.add(
                        new ListedUnit(code < 0 ? "" : view.at(row, code).text().strip(), unit.shown()));
            }
        }
        return units;
    }
}
