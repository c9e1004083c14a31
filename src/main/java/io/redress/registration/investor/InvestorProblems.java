package io.redress.registration.investor;

import io.redress.common.problem.Problem;
import java.util.UUID;

public final class InvestorProblems {

    private InvestorProblems() {}

    /** The person is known in an area outside the caller's scope, so the caller can neither see nor register them. */
    public static Problem knownElsewhere() {
        return Problem.of(409, "known-in-another-area");
    }

    public static Problem documentOfAnother() {
        return Problem.of(409, "document-of-another");
    }

    /** Retention has anonymised the record. New data is refused, because retention would never erase it again. */
    static Problem anonymous() {
        return Problem.of(409, "investor-anonymous");
    }

    static Problem personMerged(UUID into) {
        return Problem.of(409, "investor-merged").with("mergedIntoId", into);
    }

    /** Two registrations of one person on one platform are one claim; a user has to decide whose amounts count. */
    public static Problem mergeRegistrationsFirst(String numbers) {
        return Problem.of(409, "merge-registrations-first", numbers);
    }

    public static Problem notMergeablePerson() {
        return Problem.invalid("/intoId", "not-mergeable-person");
    }

    static Problem ownMerge() {
        return Problem.of(403, "own-merge");
    }

    static Problem mergeUndone() {
        return Problem.of(409, "merge-undone");
    }

    public static Problem oneCriterion() {
        return Problem.invalid("", "one-criterion");
    }
}
