package io.redress.identity;

import io.redress.privacy.Masks;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An identity document with its number, normalised so that its holder can be found again.
 *
 * @param number normalised: half-width, no blanks, upper case. Use {@link #of} for input; the constructor trusts a
 *     stored value
 */
public record IdentityDocument(DocumentType type, String number) {

    /**
     * Permits of Hong Kong and Macao with two digits for renewals; those of Taiwan with these and the issuing office.
     */
    private static final Pattern RENEWED = Pattern.compile("([HM]?\\d{8})\\d{2}([A-Z]|\\([0-9A-Z]{1,2}\\))?");

    /**
     * Parses typed input.
     *
     * @param today the day for judging the date of birth in the number
     * @throws InvalidDocument with the reason, when no document of this type can have this number
     */
    public static IdentityDocument of(DocumentType type, String typed, LocalDate today) {
        var number = normalise(typed);
        DocumentForm.require(type, number, today);
        return new IdentityDocument(type, number);
    }

    /** Normalises a number without validating it, for searches. */
    public static String normalise(String typed) {
        return TypedText.condensed(typed);
    }

    /**
     * The search key of the holder: the number without the part that a renewal changes. Two documents of a type with
     * the same lifelong number belong to one person.
     */
    public String lifelongNumber() {
        return DocumentType.RENEWED.contains(type) ? lifelong(number) : number;
    }

    /** The lifelong part of a number, as if it were of a renewable permit; for searches. */
    public static String lifelong(String number) {
        var renewed = RENEWED.matcher(number);
        return renewed.matches() ? renewed.group(1) : number;
    }

    /** Taken from the number, if it follows GB 11643-1999. */
    public Optional<LocalDate> bornOn() {
        return isResidentNumber() ? ResidentNumber.bornOn(number) : Optional.empty();
    }

    /** Taken from the number, if it follows GB 11643-1999. */
    public Optional<Sex> sex() {
        return isResidentNumber() ? Optional.of(ResidentNumber.sex(number)) : Optional.empty();
    }

    /** Only worth a warning: a credit code with a wrong check character, as some codes in use have. */
    public boolean isSuspect() {
        return type == DocumentType.SOCIAL_CREDIT_CODE && !SocialCreditCode.isValid(number);
    }

    /** For viewers who need not see the whole number. */
    public String masked() {
        return Masks.documentNumber(number);
    }

    /** Masked, because records end up in logs. */
    @Override
    public String toString() {
        return type + " " + masked();
    }

    private boolean isResidentNumber() {
        return (type.isResidentNumber() || type == DocumentType.FOREIGN_PERMANENT_RESIDENT_CARD)
                && ResidentNumber.hasForm(number);
    }
}
