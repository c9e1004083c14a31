package io.redress.extract;

import io.redress.area.AreaScope;
import java.util.UUID;

/** What one feature keeps of a person, for themselves. */
public interface ExtractPart {

    /** Where it stands among those of all features, the least first. */
    int place();

    /**
     * Reads what is kept of this person, under all records of the person.
     *
     * @throws io.redress.common.problem.Problem 404 when nobody in scope has this id
     */
    ExtractSection of(UUID investorId, AreaScope scope);
}
