package io.redress.identity;

import io.redress.privacy.Masks;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A document and its number, in the one form under which its holder is found again.
 *
 * @param number normalised: half-width, no blanks, upper case. What comes from a person goes through {@link #of}; the
 *     constructor is for what was kept before, and trusts it
 */
public record IdentityDocument(DocumentType type, String number) {

    /**
     * The document somebody has typed.
     *
     * @param today the day against which the date of birth in the number is judged
     * @throws InvalidDocument when no document of this type can have this number, saying why
     */
    public static IdentityDocument of(DocumentType type, String typed, LocalDate today) {
        var number = normalise(typed);
        DocumentForm.require(type, number, today);
        return new IdentityDocument(type, number);
    }

    /** A number as it would be kept, without asking whether it can be one; for looking somebody up. */
    public static String normalise(String typed) {
        return TypedText.condensed(typed);
    }

    /** From the number, where it is one of GB 11643-1999. */
    public Optional<LocalDate> bornOn() {
        return isResidentNumber() ? ResidentNumber.bornOn(number) : Optional.empty();
    }

    /** From the number, where it is one of GB 11643-1999. */
    public Optional<Sex> sex() {
        return isResidentNumber() ? Optional.of(ResidentNumber.sex(number)) : Optional.empty();
    }

    /** Worth a warning and no more: a credit code whose check character is wrong, as that of some codes in use is. */
    public boolean isSuspect() {
        return type == DocumentType.SOCIAL_CREDIT_CODE && !SocialCreditCode.isValid(number);
    }

    /** For whoever need not see it whole. */
    public String masked() {
        return Masks.documentNumber(number);
    }

    /** Without the number: records end up in logs. */
    @Override
    public String toString() {
        return type + " " + masked();
    }

    private boolean isResidentNumber() {
        return (type.isResidentNumber() || type == DocumentType.FOREIGN_PERMANENT_RESIDENT_CARD)
                && ResidentNumber.hasForm(number);
    }
}
