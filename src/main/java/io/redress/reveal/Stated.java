package io.redress.reveal;

import io.redress.common.problem.Problem;
import io.redress.common.text.Blanks;

/** Why somebody needs personal data in clear. */
public record Stated(Purpose purpose, String note) {

    /** @throws Problem 422 when the purpose is another one and nobody says which */
    public static Stated of(Purpose purpose, String note, String pointer) {
        var said = Blanks.toNull(note);
        if (purpose == Purpose.OTHER && said == null) {
            throw Problem.invalid(pointer + "/note", "purpose-needs-note");
        }
        return new Stated(purpose, said);
    }
}
