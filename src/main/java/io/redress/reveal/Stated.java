package io.redress.reveal;

import io.redress.common.problem.Problem;
import io.redress.common.text.Blanks;

/** The purpose for which a viewer needs unmasked personal data. */
public record Stated(Purpose purpose, String note) {

    /** @throws Problem 422 if the purpose is OTHER and there is no note */
    public static Stated of(Purpose purpose, String note, String pointer) {
        var said = Blanks.toNull(note);
        if (purpose == Purpose.OTHER && said == null) {
            throw Problem.invalid(pointer + "/note", "purpose-needs-note");
        }
        return new Stated(purpose, said);
    }
}
