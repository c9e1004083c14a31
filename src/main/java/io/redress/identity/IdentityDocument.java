package io.redress.identity;

import io.redress.privacy.Masks;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A document and its number, in the one form under which its holder is found again.
 *
 * @param number normalised: half-width, no blanks, upper case. What comes from a person goes through {@link #of}; the
 *     constructor is for what was kept before, and trusts it
 */
public record IdentityDocument(DocumentType type, String number) {

    /** Permits of Hong Kong and Macao with two digits that count renewals, and of Taiwan with those and the issuing office. */
    private static final Pattern RENEWED = Pattern.compile("([HM]?\\d{8})\\d{2}([A-Z]|\\([0-9A-Z]{1,2}\\))?");

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

    /**
     * What its holder is found by: the number without the part that a renewal changes. Two documents of a type with the same
     * lifelong number are one person's.
     */
    public String lifelongNumber() {
        return DocumentType.RENEWED.contains(type) ? lifelong(number) : number;
    }

    /** A number as its lifelong part would be kept, were it one of a permit that is renewed; for looking somebody up. */
    public static String lifelong(String number) {
        var renewed = RENEWED.matcher(number);
        return renewed.matches() ? renewed.group(1) : number;
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
